/// Every kind of problem that a rule file can have. The raw value is the `code` of the `InputProblem`; it never changes.
enum ProblemCode: String, CaseIterable {
  // The text.
  case fileTooLarge = "file-too-large"
  case notUTF8 = "not-utf8"
  case controlCharacter = "control-character"

  // YAML, and what of it the rule language leaves out.
  case yamlSyntax = "yaml-syntax"
  case tooDeep = "too-deep"
  case severalDocuments = "several-documents"
  case anchor
  case alias
  case tag
  case duplicateKey = "duplicate-key"
  case keyNotText = "key-not-text"
  case emptyFile = "empty-file"

  /// So many problems that the rest of them is left out.
  case moreProblems = "more-problems"

  // The shape of a value.
  case notAMapping = "not-a-mapping"
  case notAList = "not-a-list"
  case notAText = "not-a-text"
  case emptyList = "empty-list"
  case emptyValue = "empty-value"
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"

  // A single value.
  case badNumber = "bad-number"
  case numberOutOfRange = "number-out-of-range"
  case notWhole = "not-whole"
  case badBoolean = "bad-boolean"
  case badDate = "bad-date"
  case unknownWord = "unknown-word"

  // Codes.
  case badCode = "bad-code"
  case reservedCode = "reserved-code"
  case duplicateCode = "duplicate-code"
  case unknownCode = "unknown-code"

  // The tree.
  case phasesAndSections = "phases-and-sections"
  case leafAtTop = "leaf-at-top"
  case leafWithChildren = "leaf-with-children"
  case pointsSum = "points-sum"
  case weightsSum = "weights-sum"
  case floorAboveCap = "floor-above-cap"

  // A leaf as a whole.
  case capBelowPoints = "cap-below-points"
  case startRequired = "start-required"
  case startOutOfBounds = "start-out-of-bounds"
  case keyWithoutEffect = "key-without-effect"
  case keyNotAllowed = "key-not-allowed"
  case peerScope = "peer-scope"
  case peerZeroDenominator = "peer-zero-denominator"
  case exampleDiffers = "example-differs"

  // Methods.
  case notOneMethod = "not-one-method"
  case unknownMethod = "unknown-method"
  case methodConflict = "method-conflict"
  case methodNotAllowed = "method-not-allowed"
  case uncappedWithoutCap = "uncapped-without-cap"
  case bandThreshold = "band-threshold"
  case bandsOrder = "bands-order"
  case bandsInterpolate = "bands-interpolate"
  case levelShare = "level-share"
  case rankPointsIncrease = "rank-points-increase"

  // Grades.
  case gradeOrder = "grade-order"
  case lastGrade = "last-grade"
  case twoQuotas = "two-quotas"
  case conditionBound = "condition-bound"
}
