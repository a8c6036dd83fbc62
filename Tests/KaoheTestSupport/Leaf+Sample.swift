import KaoheScoring

extension Leaf {
  /// A leaf with the rule language's defaults (docs/rules.md, "Sections and leaves") for what is not given.
  public static func sample(
    code: String = "L", points: Rational = 10, _ methods: Method..., items: [Item] = [], scope: Scope = .district,
    appliesTo: [String]? = nil, aggregate: Aggregate = .mean, minSites: Int = 1, repeat: Repeat = .mean,
    scorers: ScorerCombination = .mean, start: Rational? = nil, floor: Rational = .zero, cap: Rational? = nil,
    survey: Survey? = nil, notApplicable: NotApplicablePolicy = .rescaleSection,
    zeroDenominator: ZeroDenominatorPolicy = .error, evidenceRequired: Bool = false
  ) -> Leaf {
    Leaf(
      code: code, title: code, points: points, scope: scope, appliesTo: appliesTo, aggregate: aggregate,
      minSites: minSites, repeat: `repeat`, scorers: scorers,
      start: start ?? (methods.allSatisfy(\.onlyTakesAway) ? points : .zero), floor: floor, cap: cap ?? points,
      methods: methods, items: items, survey: survey, notApplicable: notApplicable, zeroDenominator: zeroDenominator,
      evidenceRequired: evidenceRequired)
  }

  /// A leaf whose score is what is written: the plainest way to give a district so many points.
  public static func given(
    _ code: String = "L", points: Rational = 100, scope: Scope = .district,
    notApplicable: NotApplicablePolicy = .rescaleSection, appliesTo: [String]? = nil
  ) -> Leaf {
    .sample(code: code, points: points, .judged, scope: scope, appliesTo: appliesTo, notApplicable: notApplicable)
  }

  /// What one visit to the district with these rows comes to.
  public func outcome(_ rows: Row..., explaining: Bool = false) throws(ObservationProblem) -> Outcome {
    try visit(rows, explaining: explaining).outcome
  }

  /// The score of one visit to the district with these rows; nil for none.
  public func score(_ rows: Row...) throws(ObservationProblem) -> Rational? {
    if case .score(let score) = try visit(rows, explaining: false).outcome { score } else { nil }
  }

  /// Why one visit to the district with these rows has its score.
  public func reasons(_ rows: Row...) throws(ObservationProblem) -> [Step.Reason] {
    try visit(rows, explaining: true).steps.map(\.reason)
  }

  private func visit(_ rows: [Row], explaining: Bool) throws(ObservationProblem) -> VisitAppraisal {
    var leaf = self
    leaf.scope = .district
    let rules = RuleSet.sample([leaf])
    let record = DistrictRecords.sample(visits: [try rules.visit(recording: [code: rows])])
    return rules.appraise(record, explaining: explaining).leaves[0].subjects[0].visits[0]
  }
}

extension Method {
  fileprivate var onlyTakesAway: Bool {
    switch self {
    case .deduct: true
    case .steps(let steps): steps.points.isNegative
    default: false
    }
  }
}

extension Survey {
  /// Satisfied 1, fairly 0.75, not 0.55; 不了解 is not counted.
  public static let satisfaction = Survey(answers: [
    Answer(code: "满意", weight: 1), Answer(code: "基本满意", weight: "0.75"), Answer(code: "不满意", weight: "0.55"),
    Answer(code: "不了解", weight: nil),
  ])
}
