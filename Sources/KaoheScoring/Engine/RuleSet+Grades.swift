extension RuleSet {
  /// Step 11: grades of one pool (docs/rules.md, "Vetoes and grades").
  ///
  /// - Parameter pool: its ranked districts, in rank order.
  func assignGrades(_ pool: inout [Scorecard]) {
    guard !grades.isEmpty else { return }
    var better = 0
    for grade in grades.indices {
      let isLast = grade == grades.count - 1
      var candidates: [Int] = []
      for position in pool.indices where pool[position].grade == nil {
        if !isLast, let obstacle = obstacle(for: pool[position], to: grade) {
          pool[position].gradeReasons.append(GradeReason(grade: grade, outcome: obstacle))
        } else {
          candidates.append(position)
        }
      }
      let quota = grades[grade].quota.map { $0.limit(of: pool.count) }
      let entering = fill(
        candidates.map { ($0, pool[$0].rank ?? 0) }, quota, taken: grades[grade].withBetter ? better : 0)
      for position in entering { pool[position].grade = grade }
      for position in candidates {
        let outcome = pool[position].grade == grade ? .given : GradeReason.Outcome.quotaFull(limit: quota ?? 0)
        pool[position].gradeReasons.append(GradeReason(grade: grade, outcome: outcome))
      }
      better += entering.count
    }
    for position in pool.indices {
      let lowered = pool[position].vetoes.count { vetoes[$0].effect == .lowerGrade }
      guard lowered > 0, let grade = pool[position].grade else { continue }
      let lower = min(grade + lowered, grades.count - 1)
      pool[position].grade = lower
      pool[position].gradeReasons.append(GradeReason(grade: lower, outcome: .lowered(by: lowered)))
    }
  }

  /// Fills a quota in rank order; those of one rank enter together.
  ///
  /// - Parameters:
  ///   - candidates: positions with their ranks, in rank order.
  ///   - quota: how many there is room for; nil for any number.
  ///   - taken: how much of it better grades use.
  private func fill(_ candidates: [(position: Int, rank: Int)], _ quota: Int?, taken: Int) -> [Int] {
    guard let quota else { return candidates.map(\.position) }
    var entering: [Int] = []
    var rest = candidates[...]
    while let first = rest.first {
      let equal = rest.prefix { $0.rank == first.rank }
      rest = rest.dropFirst(equal.count)
      let room = quota - taken - entering.count
      if equal.count > room {
        if quotaTies == .all, room >= 1 { entering += equal.map(\.position) }
        break
      }
      entering += equal.map(\.position)
    }
    return entering
  }

  /// What keeps a district from a grade, quotas aside; nil where nothing does.
  private func obstacle(for card: Scorecard, to grade: Int) -> GradeReason.Outcome? {
    if let min = grades[grade].min, card.total < min { return .belowMinimum }
    for veto in card.vetoes {
      switch vetoes[veto].effect {
      case .fail: return .vetoed(code: vetoes[veto].code)
      case .capGrade(let best) where grade < best: return .vetoed(code: vetoes[veto].code)
      default: break
      }
    }
    let unmet = grades[grade].conditions.first { condition in
      let (worth, score) = worthAndScore(of: condition.code, in: card)
      guard let score else { return false }
      switch condition.bound {
      case .points(let points): return score < points
      case .share(let share): return score < share * worth
      }
    }
    return unmet.map { .conditionNotMet(code: $0.code) }
  }
}

extension Grade.Quota {
  /// How many of `count` ranked districts there is room for.
  func limit(of count: Int) -> Int {
    switch self {
    case .count(let limit): limit
    case .share(let share): Int((share * Rational(count)).floor.int64 ?? 0)
    }
  }
}
