/// A node that is scored (考核要点).
public struct Leaf: Sendable, Hashable {
  public var code: String
  public var title: String
  public var points: Rational
  public var scope: Scope
  /// District categories; nil for all. For the others the leaf is not applicable, without any observation.
  public var appliesTo: [String]?
  public var aggregate: Aggregate
  public var minSites: Int
  public var `repeat`: Repeat
  public var scorers: ScorerCombination
  /// What the leaf has before its methods.
  public var start: Rational
  public var floor: Rational
  public var cap: Rational
  /// In the file's order; their contributions add up.
  public var methods: [Method] { didSet { traits = MethodTraits(methods) } }
  /// Every item of the methods, in the file's order. Methods name their items by position here.
  public var items: [Item]
  public var survey: Survey?
  public var notApplicable: NotApplicablePolicy
  public var zeroDenominator: ZeroDenominatorPolicy
  public var evidenceRequired: Bool
  /// The number and wording of the original text.
  public var clause: String?
  /// 数据来源.
  public var source: String?
  /// 责任部门.
  public var department: String?
  public var examples: [Example]
  /// What follows from the methods, since every observation asks for it.
  private(set) var traits: MethodTraits

  public init(
    code: String, title: String, points: Rational, scope: Scope = .district, appliesTo: [String]? = nil,
    aggregate: Aggregate = .mean, minSites: Int = 1, repeat: Repeat = .mean, scorers: ScorerCombination = .mean,
    start: Rational, floor: Rational = .zero, cap: Rational, methods: [Method], items: [Item] = [],
    survey: Survey? = nil, notApplicable: NotApplicablePolicy = .rescaleSection,
    zeroDenominator: ZeroDenominatorPolicy = .error, evidenceRequired: Bool = false, clause: String? = nil,
    source: String? = nil, department: String? = nil, examples: [Example] = []
  ) {
    self.code = code
    self.title = title
    self.points = points
    self.scope = scope
    self.appliesTo = appliesTo
    self.aggregate = aggregate
    self.minSites = minSites
    self.repeat = `repeat`
    self.scorers = scorers
    self.start = start
    self.floor = floor
    self.cap = cap
    self.methods = methods
    self.items = items
    self.survey = survey
    self.notApplicable = notApplicable
    self.zeroDenominator = zeroDenominator
    self.evidenceRequired = evidenceRequired
    self.clause = clause
    self.source = source
    self.department = department
    self.examples = examples
    traits = MethodTraits(methods)
  }
}

extension Leaf {
  /// Whether it compares districts: it is scored once every district's measure is known.
  public var isPeer: Bool { traits.isPeer }

  /// Whether its rows are summed before they are scored, so that no single visit has a score.
  public var isSummed: Bool { aggregate == .pooled || `repeat` == .total }

  public var hasMeasure: Bool { traits.takesMeasure }

  public var levels: Levels? { traits.levels }

  public var isJudged: Bool { traits.isJudged }

  /// Whether it has nothing but `deduct` and `add`, so that `none` is an answer.
  public var onlyCounts: Bool { traits.onlyCounts }

  public func applies(to category: String) -> Bool { appliesTo?.contains(category) ?? true }
}

/// Something that is counted or ticked: a fault, an achievement, a point of a checklist.
public struct Item: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case deduct
    case add
    case checklist
  }

  public var code: String
  public var title: String
  public var kind: Kind
  public var points: Rational
  /// The most that this item counts for; nil for no bound. Never for a checklist.
  public var max: Rational?
  /// Counted so many times or more, a deduction makes the leaf's score zero (两次及以上不得分).
  public var zeroAt: Int?

  public init(code: String, title: String, kind: Kind, points: Rational, max: Rational? = nil, zeroAt: Int? = nil) {
    self.code = code
    self.title = title
    self.kind = kind
    self.points = points
    self.max = max
    self.zeroAt = zeroAt
  }
}

/// How the counts of a survey's answers make a measure: Σ weight·count / Σ count over the weighted answers.
public struct Survey: Sendable, Hashable {
  public struct Answer: Sendable, Hashable {
    public var code: String
    /// nil for an answer that is not counted (不了解).
    public var weight: Rational?

    public init(code: String, weight: Rational?) {
      self.code = code
      self.weight = weight
    }
  }

  public var answers: [Answer]

  public init(answers: [Answer]) {
    self.answers = answers
  }
}

/// A rule author's own test case: one visit of one subject, with evidence, before `leaf_decimals`.
public struct Example: Sendable, Hashable {
  public struct Row: Sendable, Hashable {
    public var item: String
    public var value: String
    public var scorer: String

    public init(item: String, value: String, scorer: String) {
      self.item = item
      self.value = value
      self.scorer = scorer
    }
  }

  public var rows: [Row]
  /// nil for `n/a`.
  public var score: Rational?

  public init(rows: [Row], score: Rational?) {
    self.rows = rows
    self.score = score
  }
}
