import KaoheScoring
import KaoheTestSupport
import Testing

// Real rules, condensed, as an office would write them.
// 缺项比率计分 97.78 is in NotApplicableTests, 0.519 and 0.700 in PooledTests, 28.165 in TotalTests, 平时30%+年终70% in
// PhaseTests, 优秀不超过40% in GradeTests, 基础≥42 且 总分≥90 in GradeConditionTests.

@Suite("Real rules, condensed")
struct DomainExampleTests {
  @Test("少1条扣1分,最高扣4分 (of 6)", arguments: [(0, 6), (1, 5), (4, 2), (5, 2), (99, 2)] as [(Int, Rational)])
  func missingItems(count: Int, score: Rational) throws {
    let leaf = Leaf.sample(points: 6, .deduct(0..<1), items: [.deduct("少1条", 1, max: 4)])
    #expect(try leaf.score(Row("少1条", count)) == score)
  }

  @Test("两次及以上此项不得分", arguments: [(0, 2), (1, "1.5"), (2, 0), (5, 0)] as [(Int, Rational)])
  func twiceAndMore(count: Int, score: Rational) throws {
    let leaf = Leaf.sample(points: 2, .deduct(0..<1), items: [.deduct("迟报", "0.5", zeroAt: 2)])
    #expect(try leaf.score(Row("迟报", count)) == score)
  }

  @Test(
    "低5%以内(含)扣2分,5%–10%扣4分,超过10%扣6分 (of 5): clamped to 0",
    arguments: [
      ("0", 5), ("-3%", 5), ("0.01%", 3), ("5%", 3), ("5.01%", 1), ("10%", 1), ("10.01%", 0), ("12%", 0), ("100%", 0),
    ] as [(String, Rational)])
  func shortfall(value: String, score: Rational) throws {
    let leaf = Leaf.sample(points: 5, .bands(.above("10%", -6), .above("5%", -4), .above(0, -2)), start: 5)
    #expect(try leaf.score(Row("", value)) == score)
  }

  @Test("持平得基本分的80%,每超5%加1分,最高不超过基本分的50%: +40 % on base 10 gives 13")
  func growth() throws {
    let leaf = Leaf.sample(points: 10, .steps(1, each: "5%", .above, 0, max: 5), start: 8, cap: 15)
    #expect(try leaf.score("40%") == 13)
    #expect(try leaf.score("0%") == 8)
  }

  @Test("满意/基本满意/不满意 = 100/75/55%, 不了解 not counted: 60/30/10")
  func satisfaction() throws {
    let leaf = Leaf.sample(points: 4, .ratio(), survey: .satisfaction)
    // (60 + 22.5 + 5.5)/100 = 0.88 of 4.
    #expect(try leaf.score(Row("满意", 60), Row("基本满意", 30), Row("不满意", 10)) == "3.52")
    #expect(try leaf.score(Row("满意", 60), Row("基本满意", 30), Row("不满意", 10), Row("不了解", 900)) == "3.52")
    #expect(try leaf.score(Row("满意", 60), Row("基本满意", 30)) == "11/3")
  }

  @Test(
    "N/A gets full marks: no dispute, D2.3 of the fixture",
    arguments: [
      ("0/0", 2), ("4/5", 2), ("3/5", 1), ("1/5", 0),
    ] as [(String, Rational)])
  func noCaseIsFull(value: String, score: Rational) throws {
    let leaf = Leaf.sample(points: 2, .bands(.atLeast("80%", 2), .atLeast("60%", 1)), zeroDenominator: .full)
    #expect(try leaf.score(Row("", value)) == score)
  }

  @Test("A 0.80–1.00, B 0.60–0.79")
  func gradesWithShares() throws {
    let leaf = Leaf.sample(points: 5, .levelRanges(["A": ("0.80", "1.00"), "B": ("0.60", "0.79")]))
    #expect(try leaf.score("A 0.85") == "4.25")
    #expect(try leaf.score("B 0.79") == "3.95")
    #expect(throws: ObservationProblem.self) { try leaf.score("B 0.80") }
  }

  @Test(
    "功效系数法 (linear between bands): C2.1 of the fixture at 55, 70, 79 and 90 %",
    arguments: [
      ("55%", 0), ("70%", "2.5"), ("79%", "4.75"), ("90%", 5),
    ] as [(String, Rational)])
  func linearBetweenBands(value: String, score: Rational) throws {
    let leaf = Leaf.sample(points: 5, .bands(.atLeast("80%", 5), .atLeast("60%", 0), interpolate: true))
    #expect(try leaf.score(Row("", value)) == score)
  }

  @Test("国家级2 省级1 市级0.5, capped, one event once")
  func eventsOnce() throws {
    let rules = RuleSet.sample([.given("A")]).with {
      $0.bonus = AdjustmentRules(
        cap: 5, perEvent: .highest, groups: [.sample("J1", cap: 3, ["国家级": 2, "省级": 1, "市级": "0.5"])])
    }
    // 《王大刚考证记》 was reposted by the provincial and the national federation.
    let entries: [AdjustmentEntry] = [
      .entry("1", "J1", "省级", event: "王大刚考证记"), .entry("2", "J1", "国家级", event: "王大刚考证记"),
      .entry("3", "J1", "市级", event: "普法周"), .entry("4", "J1", "省级", event: "工作服调查"),
    ]
    #expect(rules.card(try rules.district(["A": "90"], entries: Array(entries.prefix(3)))).bonus == "2.5")
    #expect(rules.card(try rules.district(["A": "90"], entries: entries)).bonus == 3)
  }

  @Test("第1名满分,其余按第1名的比例; 排名赋分 60/57/54; 未涉及的得平均分")
  func amongPeers() throws {
    #expect(try peerScores(.sample(points: 60, .peerRatio(better: .higher)), ["80", "60", "20"]) == [60, 45, 15])
    let ranked = Leaf.sample(
      points: 60, .peerRank(better: .higher, [60, 57, 54], beyond: 51), notApplicable: .peerMean)
    #expect(try peerScores(ranked, ["80", "60", "20", "n/a"]) == [60, 57, 54, 57])
  }

  @Test("四次督查取平均")
  func fourInspections() throws {
    let rules = RuleSet.sample([.given("A", points: 100)])
    let visits = try ["90", "85", "88", "95"].enumerated().map { position, value in
      try rules.visit("v\(position)", on: "2022-0\(position + 1)-15", recording: ["A": [Row("", value)]])
    }
    #expect(rules.card(.sample(visits: visits)).total == "89.5")
  }

  @Test(
    "职代会建制率: each whole 1 pp below 90% −0.1, B2.2 of the fixture",
    arguments: [
      ("90%", 2), ("89.5%", 2), ("88.5%", "1.9"), ("70%", 0), ("85/100", "1.5"),
    ] as [(String, Rational)])
  func wholePercentagePoints(value: String, score: Rational) throws {
    let leaf = Leaf.sample(points: 2, .steps("-0.1", each: "1%", .below, "90%"))
    #expect(try leaf.score(Row("", value)) == score)
  }
}
