import KaoheScoring
import Testing

@testable import KaoheRules

/// What the keys of a leaf come to, and which may stand together.
@Suite struct LeafTests {
  private func leaf(_ lines: String) throws -> Leaf { try SmallRules.leaf(lines).read().ruleSet.leaves[0] }

  @Test(arguments: [
    ("methods: [{deduct: {items: [{code: X, title: 缺, points: 1}]}}]", Rational(10)),
    ("methods: [{steps: {from: 85%, step: 1%, points: -0.2, side: below}}]", Rational(10)),
    (
      "methods: [{deduct: {items: [{code: X, title: 缺, points: 1}]}}, {steps: {from: 1, step: 1, points: -1, side: below}}]",
      Rational(10)
    ),
    ("methods: [{steps: {from: 85%, step: 1%, points: 0.2, side: above}}]", Rational(0)),
    ("methods: [{deduct: {items: [{code: X, title: 缺, points: 1}]}}, judged]", Rational(0)),
    ("methods: [ratio]", Rational(0)),
    ("start: full\nmethods: [ratio]", Rational(10)),
    ("start: zero\nmethods: [{deduct: {items: [{code: X, title: 缺, points: 1}]}}]", Rational(0)),
    ("start: -1/2\nfloor: -1\nmethods: [ratio]", Rational(-1, 2)),
    ("start: '4.5'\nmethods: [ratio]", Rational(9, 2)),
  ])
  func start(lines: String, start: Rational) throws {
    #expect(try leaf(lines).start == start)
  }

  /// The generated cases have judged leaves with a floor above 0 and no start.
  @Test func aDefaultStartMayBeBelowTheFloor() throws {
    let leaf = try leaf("floor: 0.2\nmethods: [judged]")
    #expect(leaf.start == .zero)
    #expect(leaf.floor == Rational(1, 5))
  }

  @Test func aStartOfFullMayNotBeBelowTheFloor() {
    let rules = SmallRules.leaf("floor: 11\ncap: 12\nmethods: [{deduct: {items: [{code: X, title: 缺, points: 1}]}}]")
    #expect(
      rules.messages() == """
        rules.yaml:14: 12: the leaf starts with 10, which is not between its floor 11 and its cap 12
        """)
  }

  /// At scope district there are no sites: `aggregate` and `min_sites` are read and have no effect.
  @Test func sitesOfADistrictLeaf() throws {
    let leaf = try leaf("aggregate: pooled\nmin_sites: 3\nevidence: required\nmethods: [judged]")
    #expect(leaf.aggregate == .mean)
    #expect(leaf.minSites == 1)
    #expect(!leaf.isSummed)
  }

  @Test func zeroDenominatorWithoutAMeasure() throws {
    #expect(try leaf("zero_denominator: full\nmethods: [judged]").zeroDenominator == .full)
  }

  @Test func everyPlainKey() throws {
    let leaf = try leaf(
      """
      scope: park
      applies_to: [区, 县级市]
      aggregate: trimmed_mean
      min_sites: 2
      repeat: latest
      scorers: trimmed_mean
      not_applicable: peer_mean
      evidence: required
      clause: 第三条
      source: 台账
      department:
      methods: [judged]
      """)
    #expect(leaf.scope == .park)
    #expect(leaf.appliesTo == ["区", "县级市"])
    #expect(leaf.aggregate == .trimmedMean)
    #expect(leaf.minSites == 2)
    #expect(leaf.repeat == .latest)
    #expect(leaf.scorers == .trimmedMean)
    #expect(leaf.notApplicable == .peerMean)
    #expect(leaf.evidenceRequired)
    #expect(leaf.clause == "第三条")
    #expect(leaf.source == "台账")
    #expect(leaf.department == nil)
  }

  @Test func surveyAnswersKeepTheirOrder() throws {
    let leaf = try leaf("methods: [ratio]\nsurvey: {weights: {满意: 1, 不满意: 0.55}, excluded: [不了解]}")
    #expect(
      leaf.survey?.answers == [
        Survey.Answer(code: "满意", weight: .one), Survey.Answer(code: "不满意", weight: Rational(11, 20)),
        Survey.Answer(code: "不了解", weight: nil),
      ])
  }

  @Test func examplesAreKept() throws {
    let leaf = try leaf(
      """
      methods: [{add: {items: [{code: X, title: 次, points: 1/3}]}}]
      examples:
      - {rows: [{item: X, value: 2}], score: 2/3}
      - {rows: [{value: none}], score: 0}
      - {rows: [{value: n/a}], score: n/a}
      """)
    #expect(leaf.examples.map(\.score) == [Rational(2, 3), .zero, nil])
    #expect(leaf.examples[0].rows == [Example.Row(item: "X", value: "2", scorer: "")])
  }

  /// What may stand together, however unusual.
  @Test(arguments: [
    "methods: [{ratio: {}}, {bands: {bands: [{at_least: 60%, points: 0}, {otherwise: -9}]}}]\nstart: zero",
    "methods: [{ratio: {target: 2/3, over: uncapped}}]\ncap: 10.5",
    "methods: [{ratio: {target: peer_mean}}, {steps: {from: peer_mean, step: 1, points: 1, side: above}}]",
    "methods: [judged: ]",
    "methods: [{judged: {}}, {deduct: {items: [{code: X, title: 缺, points: 0, zero_at: 1}]}}]",
    "methods: [{deduct: {max: 1, items: [{code: X, title: 缺, points: 1}]}}, {deduct: {items: [{code: Y, title: 少, points: 1}]}}]",
    "methods: [{peer_range: {better: lower}}]\nscope: enterprise\naggregate: pooled\nsurvey: {weights: {好: 1}}",
    "methods: [{peer_rank: {better: higher, points: [3, 3, -1], beyond: -1}}]\nrepeat: total",
    "methods: [ratio, {deduct: {items: [{code: X, title: 缺, points: 1}]}}]\nscope: park\naggregate: pooled\nrepeat: total",
    "methods: [{checklist: {items: [{code: X, title: 有, points: 1}]}}]\nrepeat: total\nevidence: optional\nexamples: []",
    "methods: [{bands: {interpolate: false, bands: [{above: -3%, points: 1}, {at_least: -3%, points: 0}]}}]",
    "methods: [{levels: {levels: [{code: A, from: 0.8, to: 1}, {code: B, from: 0.8, to: 0.8}, {code: 无, share: 0}]}}]",
  ])
  func combination(lines: String) {
    #expect(SmallRules.leaf(lines).messages().isEmpty)
  }
}
