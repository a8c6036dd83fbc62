extension RuleSet {
  /// Step 6: the score of a top-level section from its leaves.
  func score(_ section: Section, _ standings: [LeafStanding]) -> SectionScore {
    var toSection = Rational.zero
    var toTotal = Rational.zero
    addTakenOut(section, standings, &toSection, &toTotal)
    let worth = section.points - toTotal
    let left = worth - toSection
    var bounded: [BoundedSection] = []
    let sum = section.children.compactMap { score($0, standings, &bounded) }.sum
    guard !left.isZero else {
      return SectionScore(
        code: section.code, points: section.points, worth: worth, score: nil, sum: sum, factor: .one, vetoedBy: nil,
        bounded: bounded)
    }
    let factor = worth / left
    return SectionScore(
      code: section.code, points: section.points, worth: worth, score: section.bounded(sum * factor), sum: sum,
      factor: factor, vetoedBy: nil, bounded: bounded)
  }

  /// Adds up the points of the leaves below that are taken out.
  private func addTakenOut(
    _ section: Section, _ standings: [LeafStanding], _ toSection: inout Rational, _ toTotal: inout Rational
  ) {
    for child in section.children {
      switch child {
      case .section(let section): addTakenOut(section, standings, &toSection, &toTotal)
      case .leaf(let position):
        guard standings[position].score == nil else { continue }
        if standings[position].rescalesTotal {
          toTotal += leaves[position].points
        } else {
          toSection += leaves[position].points
        }
      }
    }
  }

  /// nil where every leaf below is taken out.
  private func score(_ node: Node, _ standings: [LeafStanding], _ bounded: inout [BoundedSection]) -> Rational? {
    switch node {
    case .leaf(let position): return standings[position].score
    case .section(let section):
      let scores = section.children.compactMap { score($0, standings, &bounded) }
      if scores.isEmpty { return nil }
      let sum = scores.sum
      let result = section.bounded(sum)
      if result != sum { bounded.append(BoundedSection(code: section.code, sum: sum, score: result)) }
      return result
    }
  }

  /// Step 6 for the phases, and step 8: base = Σ weight · phase score.
  ///
  /// - Returns: the base; nil where nothing is left to score.
  func combine(_ sections: [SectionScore]) -> (phases: [PhaseScore], base: Rational?) {
    var remaining = sections[...]
    var result: [PhaseScore] = []
    for phase in phases {
      let own = remaining.prefix(phase.sections.count)
      remaining = remaining.dropFirst(phase.sections.count)
      let takenOut = own.map { $0.score == nil ? $0.points : $0.points - $0.worth }.sum
      let left = points - takenOut
      let factor = left.isZero ? .one : points / left
      let score = left.isZero ? nil : own.compactMap(\.score).sum * factor
      result.append(PhaseScore(code: phase.code, points: points, weight: phase.weight, score: score, factor: factor))
    }
    let weights = result.filter { $0.score != nil }.map(\.weight).sum
    for position in result.indices {
      result[position].weight = result[position].score == nil ? .zero : result[position].weight / weights
    }
    guard !weights.isZero else { return (result, nil) }
    return (result, result.map { $0.weight * ($0.score ?? .zero) }.sum)
  }
}
