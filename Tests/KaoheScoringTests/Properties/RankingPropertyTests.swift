import KaoheTestSupport
import Testing

@testable import KaoheScoring

@Suite("Properties of every ranking, over random rules and records")
struct RankingPropertyTests {
  private func forEachAssessment(
    seed: UInt64, _ body: (RuleSet, [DistrictRecords], Bool, inout SeededGenerator) throws -> Void
  ) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let rules = random.ruleSet()
      let records = try random.records(of: rules, districts: random.integer(1...6))
      try body(rules, records, random.oneIn(2), &random)
    }
  }

  /// What of a result must not depend on anything but the records.
  private func facts(_ card: Scorecard) -> [String] {
    [
      card.participant.code, "\(card.rank ?? 0)", "\(card.total) \(card.exactTotal) \(card.base)",
      "\(card.grade ?? -1)",
      "\(card.bonus) \(card.penalty) \(card.vetoes) \(card.isComplete) \(card.missing)",
      "\(card.leaves.map { "\($0.status) \($0.score?.description ?? "–")" })",
      "\(card.sections.map { $0.score?.description ?? "–" }) \(card.phases.map { $0.score?.description ?? "–" })",
    ] + card.entries.map { "\($0.entry.entry): \($0.points) \($0.outcome)" }.sorted()
  }

  @Test(
    "the order of rows, visits, entries, sites and districts is irrelevant", arguments: 1...4 as ClosedRange<UInt64>)
  func orderIsIrrelevant(seed: UInt64) throws {
    try forEachAssessment(seed: seed) { rules, records, pools, random in
      let expected = rules.ranking(records, pools: pools).scorecards.map(facts)
      var shuffled: [DistrictRecords] = []
      for record in records { shuffled.append(record.shuffled(using: &random)) }
      shuffled.shuffle(using: &random)
      let found = rules.ranking(shuffled, pools: pools).scorecards.map(facts)
      check(found == expected, "\(found)\nis not\n\(expected)")
    }
  }

  @Test("with explaining on and off the results are equal", arguments: 11...13 as ClosedRange<UInt64>)
  func explainingChangesNothing(seed: UInt64) throws {
    try forEachAssessment(seed: seed) { rules, records, pools, _ in
      let plain = rules.ranking(records, pools: pools).scorecards.map(facts)
      for record in records {
        let code = record.participant.code
        check(rules.ranking(records, pools: pools, explaining: code).scorecards.map(facts) == plain, "\(code)")
      }
    }
  }

  @Test(
    "a leaf's steps here, after those of its appraisal, add up to its score", arguments: 21...24 as ClosedRange<UInt64>)
  func stepsAddUp(seed: UInt64) throws {
    try forEachAssessment(seed: seed) { rules, records, pools, _ in
      for record in records {
        let code = record.participant.code
        let outcomes = rules.appraise(record).leaves.map(\.outcome)
        let card = rules.ranking(records, pools: pools, explaining: code)[code]
        for (position, standing) in card.leaves.enumerated() {
          let before = outcomes[position].score ?? .zero
          check(
            before + standing.steps.map(\.points).sum == standing.score ?? .zero,
            "\(rules.leaves[position]): \(outcomes[position]), \(standing)")
        }
      }
    }
  }

  @Test(
    "base = Σ weight·phase, total = base + bonus − penalty within bounds, rounded once",
    arguments: 31...34 as ClosedRange<UInt64>)
  func totals(seed: UInt64) throws {
    try forEachAssessment(seed: seed) { rules, records, pools, _ in
      for card in rules.ranking(records, pools: pools).scorecards {
        check(card.base == card.phases.map { $0.weight * ($0.score ?? 0) }.sum, "base")
        let weights = card.phases.map(\.weight).sum
        check(weights == 1 || weights == 0 && !card.isComplete, "weights \(weights)")
        let total = (card.base + card.bonus - card.penalty).clamped(from: 0, to: rules.totalCap ?? 1_000_000)
        check(card.exactTotal == total, "\(card.exactTotal) is not \(total)")
        check(card.total == total.rounded(to: rules.rounding.totalDecimals, rules.rounding.mode), "rounding")
        check(!card.bonus.isNegative && !card.penalty.isNegative, "signs")
        if let cap = rules.bonus?.cap { check(card.bonus <= cap, "bonus") }
        if let cap = rules.penalty?.cap { check(card.penalty <= cap, "penalty") }
        check(card.isComplete == (card.missing.isEmpty && weights == 1), "complete")
      }
    }
  }

  @Test("sections and phases agree with step 6, worked out again", arguments: 41...44 as ClosedRange<UInt64>)
  func sectionsAndPhases(seed: UInt64) throws {
    try forEachAssessment(seed: seed) { rules, records, pools, _ in
      for card in rules.ranking(records, pools: pools).scorecards {
        var remaining = card.sections[...]
        for (phase, result) in zip(rules.phases, card.phases) {
          var expected: (sum: Rational, out: Rational) = (0, 0)
          for section in phase.sections {
            let worked = StepSix(section, rules, card)
            let found = remaining.removeFirst()
            check(found.score == worked.score, "\(section): \(String(describing: found.score)), not \(worked)")
            expected.sum += found.score ?? 0
            expected.out += worked.takenOutOfPhase
          }
          let left = rules.points - expected.out
          check(result.score == (left.isZero ? nil : expected.sum * rules.points / left), "phase \(phase.code)")
        }
      }
    }
  }

  @Test("ranks are monotone: 1 + the number of those that are better", arguments: 51...54 as ClosedRange<UInt64>)
  func ranks(seed: UInt64) throws {
    try forEachAssessment(seed: seed) { rules, records, pools, _ in
      let ranking = rules.ranking(records, pools: pools)
      let ranked = ranking.scorecards.filter { $0.rank != nil }
      check(ranking.scorecards.prefix(ranked.count).allSatisfy { $0.rank != nil }, "the unranked are last")
      for card in ranked {
        let pool = ranked.filter { !pools || $0.participant.category == card.participant.category }
        check(card.rank == 1 + pool.count { ($0.rank ?? 0) < (card.rank ?? 0) }, "rank \(card.rank ?? 0)")
        for other in pool where (other.rank ?? 0) < (card.rank ?? 0) { check(other.total >= card.total, "totals") }
        if rules.ties.isEmpty {
          for other in pool where other.rank == card.rank { check(other.total == card.total, "equal ranks") }
        }
      }
    }
  }

  @Test("no grade is above its threshold or its quota", arguments: 61...64 as ClosedRange<UInt64>)
  func grades(seed: UInt64) throws {
    try forEachAssessment(seed: seed) { rules, records, pools, _ in
      let ranked = rules.ranking(records, pools: pools).scorecards.filter { $0.rank != nil }
      for card in ranked {
        guard let grade = card.grade else {
          check(false, "a ranked district has a grade")
          continue
        }
        if let min = rules.grades[grade].min { check(card.total >= min, "\(card.total) is below \(min)") }
        let pool = ranked.filter { !pools || $0.participant.category == card.participant.category }
        if grade == 0, rules.quotaTies == .none, let quota = rules.grades[0].quota {
          check(pool.count { $0.grade == 0 } <= quota.limit(of: pool.count), "quota")
        }
      }
    }
  }
}
