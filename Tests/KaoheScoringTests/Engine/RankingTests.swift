import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("Ranking: rank, ties and pools")
struct RankingTests {
  /// S1 (40): A 10, B 30; S2 (60): C 60.
  private func rules(ties: [TieBreak] = [], ranking: RankingBasis = .published) -> RuleSet {
    RuleSet.sample(
      [.given("A", points: 10), .given("B", points: 30), .given("C", points: 60)],
      phases: [
        Phase(code: "year", title: "", weight: 1, sections: [.sample("S1", 40, [0, 1]), .sample("S2", 60, [2])])
      ]
    ).with {
      $0.ties = ties
      $0.ranking = ranking
      $0.bonus = AdjustmentRules(cap: nil, perEvent: .all, groups: [.sample("J", ["x": 1])])
      $0.penalty = AdjustmentRules(cap: nil, perEvent: .all, groups: [.sample("K", ["x": 1])])
    }
  }

  @Test("descending, equal totals share a rank (1, 1, 3), and are listed by code")
  func ranks() throws {
    let rules = rules()
    let records = try [("d3", "50"), ("d1", "50"), ("d4", "40"), ("d2", "60"), ("d0", "40")].map { code, points in
      try rules.district(code, ["A": "0", "B": "0", "C": points])
    }
    let ranking = rules.ranking(records)
    #expect(ranking.codes == ["d2", "d1", "d3", "d0", "d4"])
    #expect(ranking.ranks == [1, 2, 2, 4, 4])
  }

  @Test("published: by the total as printed; exact: by the total before rounding")
  func basis() throws {
    for (basis, ranks) in [(RankingBasis.published, [1, 1]), (.exact, [1, 2])] {
      let rules = rules(ranking: basis)
      let records = [
        try rules.district("d1", ["A": "0", "B": "0", "C": "50.001"]),
        try rules.district("d2", ["A": "0", "B": "0", "C": "50.002"]),
      ]
      let ranking = rules.ranking(records)
      #expect(ranking.ranks == ranks)
      #expect(ranking.codes == (basis == .exact ? ["d2", "d1"] : ["d1", "d2"]))
    }
  }

  /// Which of two districts with equal totals is first; nil where they share the rank.
  private func first(
    _ ties: [TieBreak], _ d1: KeyValuePairs<String, String>, _ d2: KeyValuePairs<String, String>,
    entries1: [AdjustmentEntry] = [], entries2: [AdjustmentEntry] = []
  ) throws -> String? {
    let rules = rules(ties: ties)
    let ranking = rules.ranking([
      try rules.district("d1", d1, entries: entries1), try rules.district("d2", d2, entries: entries2),
    ])
    #expect(ranking["d1"].total == ranking["d2"].total)
    return ranking["d1"].rank == ranking["d2"].rank ? nil : ranking.codes[0]
  }

  @Test("equal totals by a top-level section or leaf: the higher exact score first")
  func byNode() throws {
    #expect(try first([], ["A": "5", "B": "5", "C": "20"], ["A": "6", "B": "4", "C": "20"]) == nil)
    #expect(try first([.node("A")], ["A": "5", "B": "5", "C": "20"], ["A": "6", "B": "4", "C": "20"]) == "d2")
    #expect(try first([.node("B")], ["A": "5", "B": "5", "C": "20"], ["A": "6", "B": "4", "C": "20"]) == "d1")
    #expect(try first([.node("S1")], ["A": "5", "B": "5", "C": "20"], ["A": "6", "B": "4", "C": "20"]) == nil)
    #expect(try first([.node("S2")], ["A": "5", "B": "5", "C": "20"], ["A": "5", "B": "4", "C": "21"]) == "d2")
    #expect(try first([.node("year")], ["A": "5", "B": "5", "C": "20"], ["A": "5", "B": "5", "C": "20.001"]) == "d2")
  }

  @Test("in order: the next one decides only where the first is equal")
  func inOrder() throws {
    let (d1, d2): (KeyValuePairs, KeyValuePairs) = (["A": "5", "B": "5", "C": "20"], ["A": "6", "B": "4", "C": "20"])
    #expect(try first([.node("S2"), .node("A")], d1, d2) == "d2")
    #expect(try first([.node("S2"), .node("B"), .node("A")], d1, d2) == "d1")
    #expect(try first([.node("S2"), .node("S1")], d1, d2) == nil)
  }

  @Test("bonus: higher first; penalty: lower first")
  func byAdjustments() throws {
    let plain: KeyValuePairs = ["A": "5", "B": "5", "C": "20"]
    let less: KeyValuePairs = ["A": "5", "B": "5", "C": "19"]
    let more: KeyValuePairs = ["A": "5", "B": "5", "C": "21"]
    #expect(try first([.bonus], plain, less, entries2: [.entry("1", "J", "x")]) == "d2")
    #expect(try first([.penalty], more, plain, entries1: [.entry("1", "K", "x")]) == "d2")
    #expect(
      try first([.bonus, .penalty], plain, plain, entries2: [.entry("1", "J", "x"), .entry("2", "K", "x")]) == "d2")
    #expect(
      try first([.penalty, .bonus], plain, plain, entries2: [.entry("1", "J", "x"), .entry("2", "K", "x")]) == "d1")
  }

  @Test("taken out or missing is 0")
  func takenOutOrMissing() throws {
    // A taken out: B's 15 becomes 20 of the section's 40.
    #expect(try first([.node("A")], ["A": "n/a", "B": "15", "C": "20"], ["A": "1", "B": "19", "C": "20"]) == "d2")
    #expect(try first([.node("A")], ["A": "n/a", "B": "15", "C": "20"], ["A": "0", "B": "20", "C": "20"]) == nil)
    #expect(try first([.node("A")], ["B": "20", "C": "20"], ["A": "1", "B": "19", "C": "20"]) == "d2")
    #expect(try first([.node("A")], ["B": "20", "C": "20"], ["A": "0", "B": "20", "C": "20"]) == nil)
  }

  @Test("the leaves inside a zeroed section keep their scores for ties")
  func zeroedSection() throws {
    let rules = rules(ties: [.node("S1"), .node("A")]).with {
      $0.vetoes = [Veto(code: "V", title: "", effect: .zero(of: "S1"))]
    }
    let ranking = rules.ranking([
      try rules.district("d1", ["A": "5", "B": "5", "C": "20"], entries: [.veto("V")]),
      try rules.district("d2", ["A": "6", "B": "5", "C": "20"], entries: [.veto("V")]),
    ])
    #expect(ranking.codes == ["d2", "d1"] && ranking.ranks == [1, 2])
  }

  @Test("with pools each category is ranked on its own; the unranked are last")
  func pools() throws {
    let rules = rules().with { $0.vetoes = [Veto(code: "OUT", title: "", effect: .unranked)] }
    let records = try [
      ("d1", "区", "50", false), ("d2", "县级市", "40", false), ("d3", "区", "55", false), ("d4", "县级市", "60", true),
      ("d5", "县级市", "30", false), ("d6", "区", "60", true),
    ].map { code, category, points, isOut in
      try rules.district(
        code, category: category, ["A": "0", "B": "0", "C": points], entries: isOut ? [.veto("OUT")] : [])
    }
    let ranking = rules.ranking(records, pools: true)
    #expect(ranking.codes == ["d3", "d1", "d2", "d5", "d6", "d4"])
    #expect(ranking.ranks == [1, 2, 1, 2, nil, nil])
    #expect(rules.ranking(records).codes == ["d3", "d1", "d2", "d5", "d4", "d6"])
    #expect(rules.ranking(records).ranks == [1, 2, 3, 4, nil, nil])
  }

  @Test("nobody takes part")
  func empty() {
    #expect(rules().ranking([]).scorecards.isEmpty)
    #expect(rules().ranking([], pools: true).scorecards.isEmpty)
  }
}
