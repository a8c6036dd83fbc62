extension RuleSet {
  /// Compares the districts and makes the ranking (docs/rules.md, steps 5 to 11).
  ///
  /// - Parameters:
  ///   - appraisals: of every participant, in any order.
  ///   - pools: whether each category is ranked on its own, with its own peers.
  ///   - explaining: the code of the district whose steps are kept; nil for none.
  public func rank(_ appraisals: [Appraisal], pools: Bool, explaining: String? = nil) -> Ranking {
    let byCode = appraisals.sorted { $0.participant.code < $1.participant.code }
    guard pools else { return Ranking(scorecards: rankPool(byCode, explaining)) }
    let categories = Set(byCode.map(\.participant.category)).sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    let scorecards = categories.flatMap { category in
      rankPool(byCode.filter { $0.participant.category == category }, explaining)
    }
    return Ranking(scorecards: scorecards.filter { $0.rank != nil } + scorecards.filter { $0.rank == nil })
  }

  /// One pool: the ranked by rank and code, then the unranked by code.
  private func rankPool(_ pool: [Appraisal], _ explaining: String?) -> [Scorecard] {
    let standings = standings(of: pool, explaining: explaining)
    var cards = zip(pool, standings).map { scorecard($0, $1, explaining: $0.participant.code == explaining) }
    let unranked = cards.filter { isUnranked($0) }
    cards = cards.filter { !isUnranked($0) }
    let keys = cards.map(sortKey)
    // Keys are compared descending; the sort is stable by code.
    let order = cards.indices.sorted { first, second in
      for (a, b) in zip(keys[first], keys[second]) where a != b { return a > b }
      return first < second
    }
    var ranked: [Scorecard] = []
    for (position, index) in order.enumerated() {
      var card = cards[index]
      let isEqual = position > 0 && keys[order[position - 1]] == keys[index]
      card.rank = isEqual ? ranked[position - 1].rank : position + 1
      ranked.append(card)
    }
    if let explained = ranked.firstIndex(where: { $0.participant.code == explaining }) {
      ranked[explained].ties = ties(of: explained, among: ranked, by: order.map { keys[$0] })
    }
    assignGrades(&ranked)
    return ranked + unranked
  }

  /// With whom a district had an equal total, and what told them apart.
  ///
  /// - Parameters:
  ///   - ranked: in rank order.
  ///   - keys: what they were compared by.
  private func ties(of one: Int, among ranked: [Scorecard], by keys: [[Rational]]) -> [TieDecision] {
    ranked.indices.filter { $0 != one && keys[$0][0] == keys[one][0] }.map { other in
      let decider = zip(keys[one], keys[other]).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      return TieDecision(other: ranked[other].participant, decidedBy: decider.map { $0 - 1 }, isAhead: one < other)
    }
  }

  private func isUnranked(_ card: Scorecard) -> Bool {
    card.vetoes.contains { vetoes[$0].effect == .unranked }
  }

  /// What the ranking compares, the higher first: the total, then each tie break.
  private func sortKey(_ card: Scorecard) -> [Rational] {
    [ranking == .published ? card.total : card.exactTotal]
      + ties.map { tie in
        switch tie {
        case .node(let code): worthAndScore(of: code, in: card).score ?? .zero
        case .bonus: card.bonus
        case .penalty: -card.penalty
        }
      }
  }

  /// The exact score of a top-level section, leaf or phase, nil where it is taken out, and what it is worth.
  func worthAndScore(of code: String, in card: Scorecard) -> (worth: Rational, score: Rational?) {
    if let section = card.sections.first(where: { $0.code == code }) { return (section.worth, section.score) }
    if let phase = card.phases.first(where: { $0.code == code }) { return (phase.points, phase.score) }
    if let leaf = leaves.firstIndex(where: { $0.code == code }) {
      return (leaves[leaf].points, card.leaves[leaf].score)
    }
    return (.zero, nil)
  }
}
