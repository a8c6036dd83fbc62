import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("Properties of every appraisal, over random rules and records")
struct AppraisalPropertyTests {
  /// Calls `body` with random districts, each appraised with its explanation.
  private func forEachAppraisal(
    seed: UInt64, _ body: (RuleSet, DistrictRecords, Appraisal) throws -> Void
  ) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<12 {
      let rules = random.ruleSet()
      for record in try random.records(of: rules, districts: 3) {
        try body(rules, record, rules.appraise(record, explaining: true))
      }
    }
  }

  @Test("the random rows are what import would accept", arguments: 1...3 as ClosedRange<UInt64>)
  func rowsAreValid(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<30 {
      for leaf in random.ruleSet().leaves {
        let values = try random.rows(of: leaf).map { row in
          (value: try leaf.read(item: row.item, value: row.value), scorer: row.scorer)
        }
        check(leaf.conflicts(among: values).isEmpty, "\(leaf): \(values)")
        check(leaf.gaps(in: values.map(\.value)).isEmpty, "\(leaf): \(values)")
      }
    }
  }

  @Test("floor ≤ score ≤ cap; 0 where required evidence is missing", arguments: 11...14 as ClosedRange<UInt64>)
  func bounds(seed: UInt64) throws {
    try forEachAppraisal(seed: seed) { rules, _, appraisal in
      for (leaf, result) in zip(rules.leaves, appraisal.leaves) {
        let outcomes = [result.outcome] + result.subjects.flatMap { [$0.outcome] + $0.visits.map(\.outcome) }
        let lowest = leaf.evidenceRequired ? min(leaf.floor, 0) : leaf.floor
        for case .score(let score) in outcomes {
          check(score >= lowest && score <= leaf.cap, "\(score) of \(leaf)")
        }
      }
    }
  }

  @Test("the steps of every visit, subject and leaf add up to its score", arguments: 21...24 as ClosedRange<UInt64>)
  func stepsAddUp(seed: UInt64) throws {
    try forEachAppraisal(seed: seed) { rules, _, appraisal in
      for (leaf, result) in zip(rules.leaves, appraisal.leaves) {
        let isOneSubject = leaf.scope == .district && leaf.aggregate != .pooled
        if case .score(let score) = result.outcome {
          let steps = isOneSubject ? result.subjects[0].steps : result.steps
          check(steps.map(\.points).sum == score, "leaf \(leaf): \(steps)")
        }
        for subject in result.subjects {
          if case .score(let score) = subject.outcome {
            check(subject.steps.map(\.points).sum == score, "subject of \(leaf): \(subject.steps)")
          }
          for visit in subject.visits {
            if case .score(let score) = visit.outcome {
              check(visit.steps.map(\.points).sum == score, "visit of \(leaf): \(visit.steps)")
            }
          }
        }
      }
    }
  }

  @Test("with explaining on and off the outcomes are equal", arguments: 31...34 as ClosedRange<UInt64>)
  func explainingChangesNothing(seed: UInt64) throws {
    try forEachAppraisal(seed: seed) { rules, record, explained in
      let plain = rules.appraise(record)
      check(plain.leaves.map(\.outcome) == explained.leaves.map(\.outcome), "\(rules)")
      check(
        plain.leaves.map { $0.subjects.map(\.outcome) } == explained.leaves.map { $0.subjects.map(\.outcome) },
        "\(rules)")
      check(plain.leaves.allSatisfy(\.steps.isEmpty), "steps that nobody asked for")
    }
  }

  @Test(
    "with explaining on and off the same items are counted: the steps' own", arguments: 51...53 as ClosedRange<UInt64>)
  func itemsAreSteps(seed: UInt64) throws {
    try forEachAppraisal(seed: seed) { rules, record, explained in
      let plain = rules.appraise(record)
      for (position, leaf) in rules.leaves.enumerated() {
        let (one, other) = (plain.leaves[position], explained.leaves[position])
        check(one.items == other.items && isSame(other.items, other.steps, leaf), "\(leaf)")
        for (one, other) in zip(one.subjects, other.subjects) {
          check(one.items == other.items && isSame(other.items, other.steps, leaf), "\(leaf)")
          for (one, other) in zip(one.visits, other.visits) {
            check(one.items == other.items && isSame(other.items, other.steps, leaf), "\(leaf)")
          }
        }
      }
    }
  }

  private func isSame(_ items: [CountedItem], _ steps: [Step], _ leaf: Leaf) -> Bool {
    let counted = steps.filter { if case .item = $0.reason { true } else { false } }
    return counted
      == items.map { item in
        let rule = leaf.items[item.item]
        return Step(
          .item(rule, count: item.count, limited: item.isLimited),
          points: rule.kind == .deduct ? -item.points : item.points)
      }
  }

  @Test("what an explanation shows as rows is what was recorded", arguments: 41...42 as ClosedRange<UInt64>)
  func rowsAreShown(seed: UInt64) throws {
    try forEachAppraisal(seed: seed) { rules, record, appraisal in
      for (position, leaf) in rules.leaves.enumerated() where leaf.applies(to: record.participant.category) {
        guard leaf.scope == .district else { continue }
        let recorded = record.visits.flatMap(\.leaves).filter { $0.leaf == position }.flatMap(\.rows)
        let shown = appraisal.leaves[position].subjects.flatMap(\.visits).flatMap(\.rows)
        check(Set(recorded) == Set(shown) && recorded.count == shown.count, "\(leaf)")
      }
    }
  }
}
