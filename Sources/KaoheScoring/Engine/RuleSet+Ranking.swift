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
    var cards = zip(pool, standings).map { scorecard($0, $1) }
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
    noteTies(&ranked, order.map { keys[$0] })
    assignGrades(&ranked)
    return ranked + unranked
  }

  /// Says for each district with whom it had an equal total, and what told them apart.
  ///
  /// - Parameters:
  ///   - ranked: in rank order.
  ///   - keys: what they were compared by.
  private func noteTies(_ ranked: inout [Scorecard], _ keys: [[Rational]]) {
    var start = 0
    while start < ranked.count {
      let end = keys[start...].firstIndex { $0[0] != keys[start][0] } ?? ranked.count
      for one in start..<end {
        ranked[one].ties = (start..<end).filter { $0 != one }.map { other in
          let decider = zip(keys[one], keys[other]).enumerated().first { $0.element.0 != $0.element.1 }?.offset
          return TieDecision(other: ranked[other].participant, decidedBy: decider.map { $0 - 1 }, isAhead: one < other)
        }
      }
      start = end
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

  private func scorecard(_ appraisal: Appraisal, _ standings: [LeafStanding]) -> Scorecard {
    let active = vetoes.indices.filter { position in
      appraisal.entries.contains { $0.code == vetoes[position].code && !$0.count.isZero }
    }
    var standings = standings
    for veto in active {
      guard case .zero(let code) = vetoes[veto].effect, let leaf = leaves.firstIndex(where: { $0.code == code }),
        let score = standings[leaf].score
      else { continue }
      if !standings[leaf].steps.isEmpty || !score.isZero {
        standings[leaf].steps.append(Step(.vetoed(code: vetoes[veto].code), points: -score))
      }
      standings[leaf].score = .zero
    }
    var sections = sections.map { score($0, standings) }
    for veto in active {
      guard case .zero(let code) = vetoes[veto].effect, let section = sections.firstIndex(where: { $0.code == code }),
        sections[section].score != nil
      else { continue }
      sections[section].score = .zero
      sections[section].vetoedBy = vetoes[veto].code
    }
    let (phases, base) = combine(sections)
    let bonus = bonus?.score(appraisal.entries) ?? (.zero, [], [])
    let penalty = penalty?.score(appraisal.entries) ?? (.zero, [], [])
    var total = max(.zero, (base ?? .zero) + bonus.points - penalty.points)
    if let totalCap { total = min(total, totalCap) }
    return Scorecard(
      participant: appraisal.participant, rank: nil,
      total: total.rounded(to: rounding.totalDecimals, rounding.mode), exactTotal: total, base: base ?? .zero,
      bonus: bonus.points, penalty: penalty.points, grade: nil, vetoes: active, leaves: standings, sections: sections,
      phases: phases, entries: entryScores(appraisal.entries, bonus.entries + penalty.entries),
      groups: bonus.groups + penalty.groups,
      isComplete: base != nil && !standings.contains { $0.status == .missing })
  }

  private func entryScores(_ entries: [AdjustmentEntry], _ scored: [EntryScore]) -> [EntryScore] {
    let known = Dictionary(scored.map { ($0.entry.entry, $0) }) { first, _ in first }
    return entries.map { entry in
      if let score = known[entry.entry] { return score }
      guard vetoes.contains(where: { $0.code == entry.code }) else {
        return EntryScore(entry: entry, points: .zero, outcome: .unknown)
      }
      return EntryScore(entry: entry, points: .zero, outcome: entry.count.isZero ? .withdrawn : .veto)
    }
  }
}
