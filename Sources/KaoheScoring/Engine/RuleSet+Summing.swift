/// Why what several visits recorded can't be summed.
public struct SummingProblem: Sendable, Hashable {
  public var code: String
  /// A position in the rule set's leaves.
  public var leaf: Int
  /// The latest visit that takes part.
  public var visit: String
  public var text: Bilingual
}

extension RuleSet {
  /// What keeps the visits of a district from being summed by leaves with `total` or `pooled`.
  public func summingProblems(in records: DistrictRecords) -> [SummingProblem] {
    let summed = leaves.indices.filter { leaves[$0].isSummed && leaves[$0].hasMeasure }
    if summed.isEmpty { return [] }
    let visits = records.visits.sorted { ($0.date, $0.code) < ($1.date, $1.code) }
    return summed.flatMap { position in
      let leaf = leaves[position]
      var groups: [Subject?: [(visit: String, tally: Tally)]] = [:]
      for visit in visits where visit.subject.scope == leaf.scope {
        for recorded in visit.leaves where recorded.leaf == position {
          guard let tally = Tally(recorded.rows, of: leaf) else { continue }
          groups[leaf.aggregate == .pooled ? nil : visit.subject, default: []].append((visit.code, tally))
        }
      }
      return groups.values.compactMap { problem(of: leaf, at: position, $0) }
    }
  }

  private func problem(of leaf: Leaf, at position: Int, _ visits: [(visit: String, tally: Tally)]) -> SummingProblem? {
    guard let latest = visits.last else { return nil }
    let isFraction = visits.map { if case .fraction = $0.tally.measure { true } else { false } }
    if leaf.survey == nil, Set(isFraction).count > 1 {
      return SummingProblem(
        code: "mixed-forms", leaf: position, visit: latest.visit,
        text: Bilingual(
          "各次督查的值要么都写成 45/60，要么都不写成分数，才能累计",
          en: "to be added up, the values of all visits are fractions such as 45/60, or none is"))
    }
    guard leaf.zeroDenominator == .error, let sum = Tally(summing: visits.map(\.tally), of: leaf),
      case .zeroDenominator = sum.resolvedMeasure(of: leaf)
    else { return nil }
    return SummingProblem(
      code: "zero-denominator", leaf: position, visit: latest.visit,
      text: Bilingual(
        "累计后分母为 0，细则没有规定如何计分", en: "the sum has the denominator 0, and the rules do not say what it scores"))
  }
}
