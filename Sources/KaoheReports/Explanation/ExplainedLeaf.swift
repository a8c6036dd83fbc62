import KaoheScoring

/// One leaf of a district with all that is known about it.
struct ExplainedLeaf {
  var leaf: Leaf
  var appraisal: LeafAppraisal
  var standing: LeafStanding
  var stepText: StepText

  var lost: Rational { standing.lost(of: leaf) }

  /// How the subjects came together, and what was done after districts were compared. They add up to the score.
  var steps: [Step] { appraisal.steps + standing.steps }
}

extension DistrictExplanation {
  /// The leaves that are asked for.
  ///
  /// - Parameters:
  ///   - indicator: the code of a leaf, section or phase; nil for all leaves. None where it is unknown.
  ///   - losses: whether those come first that lost the most points; else they are in the rules' order.
  func leaves(of indicator: String?, losses: Bool) -> [ExplainedLeaf] {
    let positions = indicator.map { ruleSet.leaves(under: $0) ?? [] } ?? Array(ruleSet.leaves.indices)
    let leaves = positions.map { position in
      ExplainedLeaf(
        leaf: ruleSet.leaves[position], appraisal: appraisal.leaves[position], standing: scorecard.leaves[position],
        stepText: StepText(leaf: ruleSet.leaves[position], ruleSet: ruleSet))
    }
    guard losses else { return leaves }
    // The sort is stable: equal losses stay in the rules' order.
    return leaves.sorted { $0.lost > $1.lost }
  }

  /// A district, an enterprise or a park by its name; by its code where no name is known.
  func name(of subject: Subject) -> String {
    if let name = siteNames[subject], !name.isEmpty { return name }
    return subject.scope == .district && subject.code == scorecard.participant.code
      ? scorecard.participant.name : subject.code
  }

  /// An inspector, or whoever else recorded something.
  func name(ofPerson code: String) -> String { inspectorNames[code] ?? code }
}

extension Outcome {
  /// The word for it in JSON and CSV.
  var code: String {
    switch self {
    case .score: "scored"
    case .measure: "measured"
    case .summed: "summed"
    case .notApplicable: "not_applicable"
    case .missing: "missing"
    }
  }

  var exactScore: String? { if case .score(let score) = self { score.description } else { nil } }
  var exactMeasure: String? { if case .measure(let measure) = self { measure.description } else { nil } }
}
