import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("not_applicable: what a leaf that does not apply contributes (缺项)")
struct NotApplicableTests {
  /// A 10 points by this policy, B 90 points.
  private func rules(_ policy: NotApplicablePolicy) -> RuleSet {
    .sample(
      [.given("A", points: 10, notApplicable: policy), .given("B", points: 90)],
      sections: [.sample("S", 40 + 60, [0, 1])])
  }

  @Test(
    "full → points; zero → 0; rescaled: taken out",
    arguments: [
      (.full, 10, 55), (.zero, 0, 45), (.rescaleSection, nil, 50), (.rescaleTotal, nil, 50), (.peerMean, nil, 50),
    ] as [(NotApplicablePolicy, Rational?, Rational)])
  func alone(policy: NotApplicablePolicy, score: Rational?, total: Rational) throws {
    let rules = rules(policy)
    let card = rules.card(try rules.district(["A": "n/a", "B": "45"]))
    #expect(card.leaves[0].status == .notApplicable)
    #expect(card.leaves[0].score == score)
    #expect(card.exactTotal == total)
    #expect(card.isComplete)
  }

  @Test("缺项比率计分: 88 of 90 applicable → 97.78")
  func ratioOfWhatApplies() throws {
    for policy in [NotApplicablePolicy.rescaleSection, .rescaleTotal] {
      let rules = rules(policy)
      let card = rules.card(try rules.district(["A": "不适用", "B": "88"]))
      #expect(card.exactTotal == "8800/90")
      #expect(card.total == "97.78")
    }
  }

  @Test("applies_to: for all other categories the leaf is not applicable, without any observation")
  func appliesTo() throws {
    let rules = RuleSet.sample([.given("A", points: 10, appliesTo: ["区", "县级市"]), .given("B", points: 90)])
    let zone = rules.card(try rules.district(category: "开发区", ["B": "45"]))
    #expect(zone.leaves[0].status == .notApplicable && zone.isComplete && zone.exactTotal == 50)
    for category in ["区", "县级市"] {
      let card = rules.card(try rules.district(category: category, ["B": "45"]))
      #expect(card.leaves[0].status == .missing && !card.isComplete && card.exactTotal == 45)
    }
  }

  @Test("applies_to: what was recorded all the same has no say")
  func appliesToIgnoresRows() throws {
    let rules = RuleSet.sample([
      .given("A", points: 10, notApplicable: .zero, appliesTo: ["区"]), .given("B", points: 90),
    ])
    #expect(rules.card(try rules.district(category: "开发区", ["A": "10", "B": "45"])).exactTotal == 45)
  }

  @Test("peer_mean (未涉及的得平均分): the mean of the scores that the other participants have")
  func peerMean() throws {
    let rules = rules(.peerMean)
    let records = [
      try rules.district("d1", ["A": "4", "B": "45"]), try rules.district("d2", ["A": "9", "B": "45"]),
      try rules.district("d3", ["A": "n/a", "B": "45"]), try rules.district("d4", ["A": "n/a", "B": "45"]),
      try rules.district("d5", ["B": "45"]),
    ]
    let ranking = rules.ranking(records)
    #expect(records.map { ranking[$0.participant.code].leaves[0].score } == [4, 9, "6.5", "6.5", 0])
  }

  @Test("peer_mean: of the scores after leaf_decimals, not rounded itself")
  func peerMeanOfRounded() throws {
    let rules = rules(.peerMean).with { $0.rounding.leafDecimals = 0 }
    let records = [
      try rules.district("d1", ["A": "4.4", "B": "45"]), try rules.district("d2", ["A": "4.5", "B": "45"]),
      try rules.district("d3", ["A": "n/a", "B": "45"]),
    ]
    #expect(rules.ranking(records)["d3"].leaves[0].score == "4.5")
  }

  @Test("peer_mean: of the own pool")
  func peerMeanOfPool() throws {
    let rules = rules(.peerMean)
    let records = [
      try rules.district("d1", category: "区", ["A": "4", "B": "45"]),
      try rules.district("d2", category: "县级市", ["A": "8", "B": "45"]),
      try rules.district("d3", category: "区", ["A": "n/a", "B": "45"]),
      try rules.district("d4", category: "开发区", ["A": "n/a", "B": "45"]),
    ]
    let pools = rules.ranking(records, pools: true)
    #expect(pools["d3"].leaves[0].score == 4)
    #expect(pools["d4"].leaves[0].score == nil && pools["d4"].exactTotal == 50)
    #expect(rules.ranking(records, pools: false)["d4"].leaves[0].score == 6)
  }

  @Test("peer_mean: vetoes do not affect peers, and the unranked still serve them")
  func peerMeanAndVetoes() throws {
    let rules = rules(.peerMean).with {
      $0.vetoes = [
        Veto(code: "V1", title: "", effect: .zero(of: "A")), Veto(code: "V2", title: "", effect: .unranked),
      ]
    }
    let records = [
      try rules.district("d1", ["A": "4", "B": "45"], entries: [.veto("V1")]),
      try rules.district("d2", ["A": "8", "B": "45"], entries: [.veto("V2")]),
      try rules.district("d3", ["A": "n/a", "B": "45"]),
    ]
    let ranking = rules.ranking(records)
    #expect(ranking["d1"].leaves[0].score == 0)
    #expect(ranking["d3"].leaves[0].score == 6)
  }

  @Test("peer_mean of a peer leaf: of the points that the peers earn")
  func peerMeanOfPeerLeaf() throws {
    let leaf = Leaf.sample(.peerRank(better: .higher, [10, 6], beyond: 1), notApplicable: .peerMean)
    #expect(try peerScores(leaf, ["9", "5", "n/a", "2"]) == [10, 6, "17/3", 1])
  }

  @Test("each leaf has its own policy")
  func ownPolicies() throws {
    let rules = RuleSet.sample([
      .given("A", points: 10, notApplicable: .full), .given("B", points: 20, notApplicable: .zero),
      .given("C", points: 30, notApplicable: .rescaleSection), .given("D", points: 40),
    ])
    let card = rules.card(try rules.district(["A": "n/a", "B": "n/a", "C": "n/a", "D": "25"]))
    // (10 + 0 + 25) · 100/70.
    #expect(card.exactTotal == 50)
  }

  @Test(
    "nothing left: base 0, and the district incomplete", arguments: [NotApplicablePolicy.rescaleSection, .rescaleTotal])
  func nothingLeft(policy: NotApplicablePolicy) throws {
    let rules = RuleSet.sample([.given("A", notApplicable: policy)]).with {
      $0.bonus = AdjustmentRules(cap: nil, perEvent: .all, groups: [.sample("J", ["x": 3])])
    }
    let card = rules.card(try rules.district(["A": "n/a"], entries: [.entry("1", "J", "x")]))
    #expect(card.base == 0 && card.exactTotal == 3 && !card.isComplete && card.missing.isEmpty)
    #expect(card.phases[0].score == nil && card.sections[0].score == nil)
  }
}
