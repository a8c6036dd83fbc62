extension RuleSet {
  /// Steps 6 to 9 for one district, and its vetoes with effect `zero`; it is not ranked yet.
  func scorecard(_ appraisal: Appraisal, _ standings: [LeafStanding], explaining: Bool) -> Scorecard {
    let active = vetoes.indices.filter { position in
      appraisal.entries.contains { $0.code == vetoes[position].code && !$0.count.isZero }
    }
    let standings = zeroed(standings, by: active, explaining: explaining)
    let sections = zeroed(sections.map { score($0, standings) }, by: active)
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

  /// A leaf that a veto names becomes 0 before its sections are summed; what is taken out stays out.
  private func zeroed(_ standings: [LeafStanding], by active: [Int], explaining: Bool) -> [LeafStanding] {
    var standings = standings
    for veto in active {
      guard case .zero(let code) = vetoes[veto].effect, let leaf = leaves.firstIndex(where: { $0.code == code }),
        let score = standings[leaf].score
      else { continue }
      if explaining { standings[leaf].steps.append(Step(.vetoed(code: vetoes[veto].code), points: -score)) }
      standings[leaf].score = .zero
    }
    return standings
  }

  /// A section that a veto names becomes 0 after its factor and bounds; the leaves inside keep their scores.
  private func zeroed(_ sections: [SectionScore], by active: [Int]) -> [SectionScore] {
    var sections = sections
    for veto in active {
      guard case .zero(let code) = vetoes[veto].effect, let section = sections.firstIndex(where: { $0.code == code }),
        sections[section].score != nil
      else { continue }
      sections[section].score = .zero
      sections[section].vetoedBy = vetoes[veto].code
    }
    return sections
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
