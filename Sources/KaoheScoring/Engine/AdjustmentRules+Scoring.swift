extension AdjustmentRules {
  /// Step 9: what the entries of these groups come to, each group bounded by its cap, then all by theirs.
  ///
  /// - Parameter entries: of one district; those of other groups are passed over.
  func score(_ entries: [AdjustmentEntry]) -> (points: Rational, entries: [EntryScore], groups: [GroupScore]) {
    var scores: [EntryScore] = []
    var groupOf: [Int] = []
    for entry in entries {
      guard let group = groups.firstIndex(where: { $0.code == entry.code }) else { continue }
      groupOf.append(group)
      scores.append(groups[group].score(entry))
    }
    if perEvent == .highest { keepBest(&scores, groupOf) }
    var sums = Array(repeating: Rational.zero, count: groups.count)
    for (score, group) in zip(scores, groupOf) { sums[group] += score.points }
    let groupScores = zip(groups, sums).map { group, sum in
      GroupScore(code: group.code, sum: sum, points: group.cap.map { min($0, sum) } ?? sum)
    }
    let bounded = groupScores.map(\.points).sum
    return (cap.map { min($0, bounded) } ?? bounded, scores, groupScores)
  }

  /// An event counts once: with its best entry before any cap; of equally good ones the one whose group comes first.
  private func keepBest(_ scores: inout [EntryScore], _ groupOf: [Int]) {
    var best: [String: Int] = [:]
    for position in scores.indices where scores[position].outcome == .counted {
      guard let event = scores[position].entry.event else { continue }
      guard let other = best[event] else {
        best[event] = position
        continue
      }
      let isBetter =
        scores[position].points > scores[other].points
        || scores[position].points == scores[other].points
          && (groupOf[position], scores[position].entry.entry) < (groupOf[other], scores[other].entry.entry)
      let loser = isBetter ? other : position
      if isBetter { best[event] = position }
      scores[loser].outcome = .sameEvent
      scores[loser].points = .zero
    }
  }
}

extension AdjustmentGroup {
  fileprivate func score(_ entry: AdjustmentEntry) -> EntryScore {
    guard let level = levels.first(where: { $0.code == entry.level }) else {
      return EntryScore(entry: entry, points: .zero, outcome: .unknown)
    }
    if entry.count.isZero { return EntryScore(entry: entry, points: .zero, outcome: .withdrawn) }
    if evidenceRequired, !entry.hasEvidence { return EntryScore(entry: entry, points: .zero, outcome: .noEvidence) }
    return EntryScore(entry: entry, points: level.points * entry.count, outcome: .counted)
  }
}
