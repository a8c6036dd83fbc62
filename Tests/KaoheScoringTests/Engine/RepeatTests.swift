import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("repeat: how several visits to the same subject combine")
struct RepeatTests {
  /// One visit a list of rows, a month apart.
  private func appraisal(_ leaf: Leaf, _ visits: [[Row]]) throws -> SubjectAppraisal {
    let rules = RuleSet.sample([leaf])
    let record = DistrictRecords.sample(
      visits: try visits.enumerated().map { position, rows in
        try rules.visit("v\(position)", on: "2022-0\(position + 1)-01", recording: ["L": rows])
      })
    return rules.appraise(record, explaining: true).leaves[0].subjects[0]
  }

  @Test(
    "四次督查取平均, and its siblings",
    arguments: [
      (.mean, 6), (.latest, 5), (.max, 9), (.min, 2),
    ] as [(Repeat, Rational)])
  func combination(repeat: Repeat, score: Rational) throws {
    let leaf = Leaf.sample(.judged, repeat: `repeat`)
    #expect(try appraisal(leaf, [["2"], ["9"], ["8"], ["5"]]).outcome == .score(score))
  }

  @Test(
    "over the visits at which it was observed and applicable",
    arguments: [
      (.mean, 5), (.latest, 8), (.max, 8), (.min, 2),
    ] as [(Repeat, Rational)])
  func notApplicableVisitsAreLeftOut(repeat: Repeat, score: Rational) throws {
    let leaf = Leaf.sample(.judged, repeat: `repeat`)
    #expect(try appraisal(leaf, [["2"], ["n/a"], ["8"], ["n/a"]]).outcome == .score(score))
    #expect(try appraisal(leaf, [["n/a"], ["n/a"]]).outcome == .notApplicable)
  }

  @Test("latest is by date, then by visit code, in whatever order the visits are given")
  func latest() throws {
    let rules = RuleSet.sample([.sample(.judged, repeat: .latest)])
    let visits = [
      try rules.visit("v2", on: "2022-05-01", recording: ["L": ["3"]]),
      try rules.visit("v9", on: "2022-04-30", recording: ["L": ["9"]]),
      try rules.visit("v1", on: "2022-05-01", recording: ["L": ["1"]]),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2], [0, 2, 1]] {
      let record = DistrictRecords.sample(visits: order.map { visits[$0] })
      #expect(rules.appraise(record).leaves[0].outcome == .score(3))
    }
  }

  @Test("total (全年累计): item counts are summed and the methods apply once")
  func totalOfCounts() throws {
    let leaf = Leaf.sample(.deduct(0..<1), items: [.deduct("late", 1, max: 4, zeroAt: 6)], repeat: .total)
    #expect(try appraisal(leaf, [[Row("late", 1)], ["none"], [Row("late", 2)]]).outcome == .score(7))
    #expect(try appraisal(leaf, [[Row("late", 2)], [Row("late", 3)]]).outcome == .score(6))
    #expect(try appraisal(leaf, [[Row("late", 2)], [Row("late", 4)]]).outcome == .score(0))
  }

  @Test("total: the measure is the sum of numerators over the sum of denominators")
  func totalOfFractions() throws {
    let leaf = Leaf.sample(.ratio(), repeat: .total)
    #expect(try appraisal(leaf, [["1/10"], ["9/10"], ["5/30"]]).outcome == .score(3))
    #expect(try appraisal(leaf, [["1/10"], ["n/a"], ["9/10"]]).outcome == .score(5))
  }

  @Test("total: or the latest value where the values are no fractions")
  func totalOfValues() throws {
    let leaf = Leaf.sample(.ratio(), repeat: .total)
    #expect(try appraisal(leaf, [["10%"], ["90%"], ["0.5"]]).outcome == .score(5))
    #expect(try appraisal(leaf, [["10%"], ["90%"], ["n/a"]]).outcome == .score(9))
  }

  @Test("total: an item of a checklist is met if it was at the latest visit")
  func totalOfTicks() throws {
    let leaf = Leaf.sample(
      points: 3, .checklist(0..<2), .deduct(2..<3), items: [.tick("a", 1), .tick("b", 2), .deduct("late", "0.5")],
      repeat: .total, start: .zero)
    let visits: [[Row]] = [
      [Row("a", "yes"), Row("b", "yes"), Row("late", 1)], [Row("a", "no"), Row("b", "yes"), Row("late", 1)],
    ]
    #expect(try appraisal(leaf, visits).outcome == .score(1))
    #expect(try appraisal(leaf, visits.reversed()).outcome == .score(2))
    #expect(try appraisal(leaf, visits + [["n/a"]]).outcome == .score(1))
  }

  @Test("total: survey counts are summed")
  func totalOfSurveys() throws {
    let leaf = Leaf.sample(points: 4, .ratio(), repeat: .total, survey: .satisfaction)
    let visits: [[Row]] = [[Row("满意", 60)], [Row("基本满意", 30), Row("不了解", 7)], [Row("不满意", 10)]]
    #expect(try appraisal(leaf, visits).outcome == .score("3.52"))
  }

  @Test(
    "total: zero_denominator is decided on the sums alone",
    arguments: [
      (.error, .missing), (.full, .score(10)), (.zero, .score(0)), (.notApplicable, .notApplicable),
    ] as [(ZeroDenominatorPolicy, Outcome)])
  func totalOfZeroDenominators(policy: ZeroDenominatorPolicy, outcome: Outcome) throws {
    let leaf = Leaf.sample(.ratio(), repeat: .total, zeroDenominator: policy)
    #expect(try appraisal(leaf, [["0/0"], ["3/10"]]).outcome == .score(3))
    #expect(try appraisal(leaf, [["0/0"], ["0/0"]]).outcome == outcome)
  }

  @Test("total per site, then the sites combine")
  func totalThenAggregate() throws {
    let rules = RuleSet.sample([.sample(.ratio(), scope: .park, aggregate: .min, repeat: .total)])
    let record = DistrictRecords.sample(
      parks: ["p1", "p2"],
      visits: [
        try rules.visit("v1", to: "park:p1", recording: ["L": ["1/10"]]),
        try rules.visit("v2", to: "park:p1", recording: ["L": ["9/10"]]),
        try rules.visit("v3", to: "park:p2", recording: ["L": ["8/10"]]),
      ])
    #expect(rules.appraise(record).leaves[0].outcome == .score(5))
  }

  @Test("each visit keeps its own score and steps; total has them once")
  func explanation() throws {
    let mean = try appraisal(.sample(.judged), [["2"], ["9"]])
    #expect(mean.visits.map(\.outcome) == [.score(2), .score(9)])
    #expect(mean.visits.map { $0.steps.map(\.points).sum } == [2, 9])
    #expect(mean.steps == [Step(.combinedVisits(.mean, count: 2), points: "5.5")])
    let total = try appraisal(.sample(.ratio(), repeat: .total), [["1/10"], ["n/a"], ["9/10"]])
    #expect(total.visits.map(\.outcome) == [.summed, .notApplicable, .summed])
    #expect(total.steps.first?.reason == .summed(visits: 2, subjects: 1))
    #expect(total.steps.map(\.points).sum == 5)
  }
}
