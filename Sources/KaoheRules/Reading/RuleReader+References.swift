import KaoheScoring

// What names a node of the tree: ties, the conditions of grades, vetoes.

extension RuleReader {
  func tieBreak(_ field: Field) throws(Reported) -> TieBreak {
    switch try field.code() {
    case "bonus": .bonus
    case "penalty": .penalty
    default: .node(try scoredCode(field, or: ["bonus", "penalty"]))
    }
  }

  /// The code of a top-level section, leaf or phase.
  ///
  /// - Parameter words: what else may stand there, for a hint.
  func scoredCode(_ field: Field, or words: [String] = []) throws(Reported) -> String {
    try reference(field, Bilingual("一级部分、指标或阶段", en: "a top-level section, a leaf or a phase"), or: words) {
      $0 == .topSection || $0 == .leaf || $0 == .phase
    }
  }

  /// The code of a top-level section or leaf.
  func zeroedCode(_ field: Field) throws(Reported) -> String {
    try reference(field, Bilingual("一级部分或指标", en: "a top-level section or a leaf")) {
      $0 == .topSection || $0 == .leaf
    }
  }

  private func reference(
    _ field: Field, _ expected: Bilingual, or words: [String] = [], _ allows: (CodeRegistry.Kind) -> Bool
  ) throws(Reported) -> String {
    let code = try field.code()
    guard let kind = codes.kind(of: code) else {
      if codes.isIncomplete { throw Reported() }
      throw field.report(
        .unknownCode, "没有编码 \(quoted(code))，应为\(expected.chinese)",
        en: "there is no code \(quoted(code)); expected \(expected.english)",
        hint: Suggestion.nearest(to: code, among: words).map(Suggestion.hint))
    }
    guard allows(kind) else {
      throw field.report(
        .unknownCode, "\(quoted(code)) 是\(kind.name.chinese)，应为\(expected.chinese)",
        en: "\(quoted(code)) is \(kind.name.english); expected \(expected.english)")
    }
    return code
  }
}
