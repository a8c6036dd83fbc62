import KaoheTestSupport
import Testing

@testable import KaoheScoring

@Suite("From leaves to the total: missing leaves, bounds, roundings")
struct TotalTests {
  private let bonus = AdjustmentRules(cap: nil, perEvent: .all, groups: [.sample("J", ["x": 3])])
  private let penalty = AdjustmentRules(cap: nil, perEvent: .all, groups: [.sample("K", ["x": 3])])

  private func rules(_ change: (inout RuleSet) -> Void = { _ in }) -> RuleSet {
    RuleSet.sample([.given("A", points: 40), .given("B", points: 60)]).with(change)
  }

  @Test("missing leaves count 0, make the district incomplete, and are listed")
  func missingLeaves() throws {
    let card = rules().card(try rules().district(["B": "55"]))
    #expect(card.leaves.map(\.status) == [.missing, .scored])
    #expect(card.leaves[0].score == 0 && card.missing == [0] && !card.isComplete && card.exactTotal == 55)
    #expect(rules().card(.sample()).missing == [0, 1])
  }

  @Test("0 whatever their floor")
  func missingWithFloor() throws {
    let rules = RuleSet.sample([.sample(code: "A", points: 40, .ratio(), start: 5, floor: 5), .given("B", points: 60)])
    #expect(rules.card(try rules.district(["B": "55"])).exactTotal == 55)
  }

  @Test("a ranking with an incomplete ranked district is provisional")
  func provisional() throws {
    let rules = rules { $0.vetoes = [Veto(code: "V", title: "", effect: .unranked)] }
    let complete = try rules.district("d1", ["A": "1", "B": "2"])
    #expect(!rules.ranking([complete]).isIncomplete)
    #expect(rules.ranking([complete, try rules.district("d2", ["B": "2"])]).isIncomplete)
    #expect(!rules.ranking([complete, try rules.district("d2", ["B": "2"], entries: [.veto("V")])]).isIncomplete)
  }

  @Test("total = base + bonus − penalty")
  func sum() throws {
    let rules = rules {
      $0.bonus = bonus
      $0.penalty = penalty
    }
    let card = rules.card(
      try rules.district(["A": "30", "B": "50"], entries: [.entry("1", "J", "x", count: 2), .entry("2", "K", "x")]))
    #expect(card.base == 80 && card.bonus == 6 && card.penalty == 3 && card.exactTotal == 83)
  }

  @Test("at least 0")
  func atLeastZero() throws {
    let rules = rules { $0.penalty = penalty }
    let card = rules.card(try rules.district(["A": "1", "B": "1"], entries: [.entry("1", "K", "x")]))
    #expect(card.exactTotal == 0 && card.penalty == 3)
  }

  @Test("at most total_cap (总分封顶)", arguments: [(0, 100), (1, 103), (2, 105), (9, 105)] as [(Rational, Rational)])
  func totalCap(count: Rational, total: Rational) throws {
    let rules = rules {
      $0.bonus = bonus
      $0.totalCap = 105
    }
    let card = rules.card(try rules.district(["A": "40", "B": "60"], entries: [.entry("1", "J", "x", count: count)]))
    #expect(card.exactTotal == total)
  }

  @Test("rounded once: 28.165 → 28.17 by 四舍五入, 28.16 by GB/T 8170")
  func rounding() throws {
    for (mode, total) in [(RoundingMode.halfUp, "28.17"), (.halfEven, "28.16")] as [(RoundingMode, Rational)] {
      let rules = rules { $0.rounding.mode = mode }
      let card = rules.card(try rules.district(["A": "8.165", "B": "20"]))
      #expect(card.total == total && card.exactTotal == "28.165")
    }
  }

  @Test("nothing is rounded before the total: thirds add up again")
  func exactUntilTheTotal() throws {
    let rules = RuleSet.sample(["A", "B", "C"].map { Leaf.sample(code: $0, points: 1, .ratio()) })
    let card = rules.card(try rules.district(["A": "1/3", "B": "1/3", "C": "1/3"]))
    #expect(card.exactTotal == 1)
  }

  @Test(
    "leaf_decimals rounds each leaf",
    arguments: [
      (RoundingMode.halfUp, "0.3", "0.3"), (.halfUp, "0.05", "0.1"), (.halfEven, "0.05", 0), (.halfEven, "0.15", "0.2"),
    ] as [(RoundingMode, Rational, Rational)])
  func leafDecimals(mode: RoundingMode, measure: Rational, score: Rational) throws {
    let rules = RuleSet.sample([.sample(code: "A", points: 1, .ratio())]).with {
      $0.rounding = Rounding(mode: mode, totalDecimals: 2, leafDecimals: 1)
    }
    #expect(rules.card(try rules.district(["A": measure.plainText])).leaves[0].score == score)
  }

  @Test("leaf_decimals: after the sites combine, before sections are summed")
  func leafDecimalsOfSites() throws {
    let rules = RuleSet.sample([.given("A", points: 10, scope: .park)]).with { $0.rounding.leafDecimals = 0 }
    let record = DistrictRecords.sample(
      parks: ["p1", "p2"],
      visits: [
        try rules.visit("v1", to: "park:p1", recording: ["A": ["1.4"]]),
        try rules.visit("v2", to: "park:p2", recording: ["A": ["1.4"]]),
      ])
    #expect(rules.card(record).exactTotal == 1)
    #expect(rules.card(record).leaves[0].lost(of: rules.leaves[0]) == 9)
  }

  @Test("total_decimals from 0 to 6", arguments: [(0, "67"), (1, "66.7"), (6, "66.666667")] as [(Int, Rational)])
  func totalDecimals(decimals: Int, total: Rational) throws {
    let rules = RuleSet.sample([.sample(code: "A", points: 100, .ratio())]).with {
      $0.rounding.totalDecimals = decimals
    }
    #expect(rules.card(try rules.district(["A": "2/3"])).total == total)
  }

  @Test("points lost: none where more than the points was earned, or the leaf is taken out")
  func lost() {
    let leaf = Leaf.given("A", points: 10)
    #expect(LeafStanding(status: .scored, score: 7).lost(of: leaf) == 3)
    #expect(LeafStanding(status: .scored, score: 12).lost(of: leaf) == 0)
    #expect(LeafStanding(status: .scored, score: -2).lost(of: leaf) == 12)
    #expect(LeafStanding(status: .missing, score: 0).lost(of: leaf) == 10)
    #expect(LeafStanding(status: .notApplicable, score: nil).lost(of: leaf) == 0)
  }
}
