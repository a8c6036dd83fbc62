import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("pooled: everything recorded is summed, then the methods apply once")
struct PooledTests {
  private func appraisal(_ leaf: Leaf, _ visits: [(site: String, rows: [Row])]) throws -> LeafAppraisal {
    let rules = RuleSet.sample([leaf])
    let record = DistrictRecords.sample(
      enterprises: ["e1", "e2", "e3"],
      visits: try visits.enumerated().map { position, visit in
        try rules.visit("v\(position)", to: "enterprise:\(visit.site)", recording: ["L": visit.rows])
      })
    return rules.appraise(record, explaining: true).leaves[0]
  }

  @Test("9/10 and 100/200: pooled 109/210 → 0.519; mean of rates 0.700")
  func rateOfADistrict() throws {
    let visits: [(String, [Row])] = [("e1", ["9/10"]), ("e2", ["100/200"])]
    let pooled = try appraisal(.sample(points: 1, .ratio(), scope: .enterprise, aggregate: .pooled), visits)
    #expect(pooled.outcome == .score("109/210"))
    #expect(Rational("109/210").text(decimals: 3) == "0.519")
    let mean = try appraisal(.sample(points: 1, .ratio(), scope: .enterprise), visits)
    #expect(mean.outcome == .score("0.7"))
    #expect(Rational("0.7").text(decimals: 3) == "0.700")
  }

  @Test(
    "over all observations of all counting visits: repeat has no say",
    arguments: [
      Repeat.mean, .latest, .max, .min,
    ])
  func repeatHasNoSay(repeat: Repeat) throws {
    let leaf = Leaf.sample(points: 10, .ratio(), scope: .enterprise, aggregate: .pooled, repeat: `repeat`)
    let visits: [(String, [Row])] = [("e1", ["1/10"]), ("e1", ["9/10"]), ("e2", ["5/30"])]
    #expect(try appraisal(leaf, visits).outcome == .score(3))
  }

  @Test("item counts are summed beside it, and item maxima apply to the sum")
  func itemCounts() throws {
    let leaf = Leaf.sample(
      points: 10, .ratio(), .deduct(0..<1), items: [.deduct("late", 1, max: 3)], scope: .enterprise,
      aggregate: .pooled, start: .zero)
    #expect(
      try appraisal(leaf, [("e1", ["9/10", Row("late", 1)]), ("e2", ["9/10", Row("late", 1)])]).outcome == .score(7))
    #expect(
      try appraisal(leaf, [("e1", ["9/10", Row("late", 2)]), ("e2", ["9/10", Row("late", 4)])]).outcome == .score(6))
  }

  @Test("counts alone")
  func countsAlone() throws {
    let leaf = Leaf.sample(
      points: 10, .deduct(0..<1), items: [.deduct("late", 1, zeroAt: 3)], scope: .enterprise, aggregate: .pooled)
    #expect(
      try appraisal(leaf, [("e1", [Row("late", 1)]), ("e2", ["none"]), ("e3", [Row("late", 1)])]).outcome == .score(8))
    #expect(try appraisal(leaf, [("e1", [Row("late", 1)]), ("e2", [Row("late", 2)])]).outcome == .score(0))
  }

  @Test("survey counts are summed, 不了解 not counted")
  func survey() throws {
    let leaf = Leaf.sample(points: 4, .ratio(), scope: .enterprise, aggregate: .pooled, survey: .satisfaction)
    let visits: [(String, [Row])] = [
      ("e1", [Row("满意", 50), Row("基本满意", 10), Row("不了解", 99)]), ("e2", [Row("满意", 10), Row("基本满意", 20)]),
      ("e3", [Row("不满意", 10)]),
    ]
    // (60 + 22.5 + 5.5)/100 of 4.
    #expect(try appraisal(leaf, visits).outcome == .score("3.52"))
  }

  @Test("not applicable visits are left out of the sum")
  func notApplicable() throws {
    let leaf = Leaf.sample(points: 10, .ratio(), scope: .enterprise, aggregate: .pooled)
    #expect(try appraisal(leaf, [("e1", ["3/10"]), ("e1", ["n/a"]), ("e2", ["n/a"])]).outcome == .score(3))
  }

  @Test(
    "zero_denominator is decided on the sums alone",
    arguments: [
      (.error, .missing), (.full, .score(10)), (.zero, .score(0)), (.notApplicable, .notApplicable),
    ] as [(ZeroDenominatorPolicy, Outcome)])
  func zeroDenominator(policy: ZeroDenominatorPolicy, outcome: Outcome) throws {
    let leaf = Leaf.sample(points: 10, .ratio(), scope: .enterprise, aggregate: .pooled, zeroDenominator: policy)
    #expect(try appraisal(leaf, [("e1", ["0/0"]), ("e2", ["3/10"])]).outcome == .score(3))
    #expect(try appraisal(leaf, [("e1", ["0/0"]), ("e2", ["0/0"])]).outcome == outcome)
  }

  @Test("the explanation: visits have no score of their own, the sum has the steps")
  func explanation() throws {
    let leaf = Leaf.sample(points: 10, .ratio(), scope: .enterprise, aggregate: .pooled)
    let appraisal = try appraisal(leaf, [("e2", ["3/10"]), ("e1", ["5/10"]), ("e3", ["n/a"])])
    #expect(appraisal.subjects.map(\.subject.code) == ["e1", "e2", "e3"])
    #expect(appraisal.subjects.map(\.outcome) == [.summed, .summed, .notApplicable])
    #expect(appraisal.steps.map(\.points).sum == 4)
    #expect(appraisal.steps.first?.reason == .summed(visits: 2, subjects: 2))
    guard case .ratio(let measure, _, _, _)? = appraisal.steps.last?.reason else {
      Issue.record("the last step is no ratio")
      return
    }
    #expect(measure.fraction?.numerator == 8 && measure.fraction?.denominator == 20)
  }
}
