import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("Vetoes (一票否决)")
struct VetoTests {
  /// S1 (40): A 10, B 30; S2 (60): C 60. Grades 优秀, 良好, 合格, 不合格.
  private let rules = RuleSet.sample(
    [.given("A", points: 10), .given("B", points: 30), .given("C", points: 60)],
    sections: [.sample("S1", 40, [0, 1], floor: 5), .sample("S2", 60, [2])]
  ).with {
    $0.grades = [
      .sample("优秀", min: 90), .sample("良好", min: 80), .sample("合格", min: 60), .sample("不合格", min: nil),
    ]
    $0.vetoes = [
      Veto(code: "FAIL", title: "伪造台账", effect: .fail), Veto(code: "CAP", title: "", effect: .capGrade(2)),
      Veto(code: "LOWER", title: "", effect: .lowerGrade), Veto(code: "LOWER2", title: "", effect: .lowerGrade),
      Veto(code: "OUT", title: "", effect: .unranked), Veto(code: "ZERO-S1", title: "", effect: .zero(of: "S1")),
      Veto(code: "ZERO-B", title: "", effect: .zero(of: "B")), Veto(code: "ZERO-C", title: "", effect: .zero(of: "C")),
    ]
  }

  /// The grade of a district that has so many points, and these vetoes.
  private func card(_ points: Int, _ vetoes: [String]) throws -> Scorecard {
    let entries = vetoes.enumerated().map { AdjustmentEntry.veto($0.element, entry: "\($0.offset)") }
    return rules.card(try rules.district(["A": "10", "B": "30", "C": "\(points - 40)"], entries: entries))
  }

  @Test(
    "fail: the lowest grade; cap_grade: no better than this one; lower_grade: one lower than otherwise",
    arguments: [
      (95, [], 0), (85, [], 1), (95, ["FAIL"], 3), (95, ["CAP"], 2), (55, ["CAP"], 3), (65, ["CAP"], 2),
      (95, ["LOWER"], 1),
      (85, ["LOWER"], 2), (55, ["LOWER"], 3), (95, ["CAP", "LOWER"], 3), (95, ["FAIL", "LOWER"], 3), (85, ["CAP"], 2),
    ] as [(Int, [String], Int)])
  func grades(points: Int, vetoes: [String], grade: Int) throws {
    let card = try card(points, vetoes)
    #expect(card.grade == grade)
    #expect(card.exactTotal == Rational(points), "the score stays")
    #expect(card.rank == 1)
  }

  @Test("lower_grade: each such code once")
  func eachCodeOnce() throws {
    #expect(try card(95, ["LOWER", "LOWER"]).grade == 1)
    #expect(try card(95, ["LOWER", "LOWER2"]).grade == 2)
    #expect(try card(95, ["LOWER2", "LOWER", "LOWER2"]).vetoes == [2, 3])
  }

  @Test("unranked (不参与排名): listed last, no rank, no grade")
  func unranked() throws {
    let records = [
      try rules.district("d1", ["A": "10", "B": "30", "C": "60"], entries: [.veto("OUT")]),
      try rules.district("d2", ["A": "10", "B": "30", "C": "50"]),
      try rules.district("d3", ["A": "10", "B": "30", "C": "55"]),
    ]
    let ranking = rules.ranking(records)
    #expect(ranking.codes == ["d3", "d2", "d1"])
    #expect(ranking.ranks == [1, 2, nil])
    #expect(ranking["d1"].grade == nil && ranking["d1"].exactTotal == 100)
  }

  @Test("unranked: its measures still serve its peers")
  func unrankedPeers() throws {
    let rules = RuleSet.sample([.sample(.peerRatio(better: .higher))]).with {
      $0.vetoes = [Veto(code: "OUT", title: "", effect: .unranked)]
    }
    let records = [
      try rules.district("d1", ["L": "100"], entries: [.veto("OUT")]), try rules.district("d2", ["L": "50"]),
    ]
    #expect(rules.ranking(records)["d2"].exactTotal == 5)
  }

  @Test("zero of a leaf: before its sections are summed")
  func zeroOfLeaf() throws {
    let card = try card(100, ["ZERO-B"])
    #expect(card.leaves.map(\.score) == [10, 0, 60])
    #expect(card.sections.map(\.score) == [10, 60])
    #expect(card.exactTotal == 70 && card.isComplete)
    let floored = rules.card(try rules.district(["A": "1", "B": "30", "C": "60"], entries: [.veto("ZERO-B")]))
    #expect(floored.sections[0].score == 5)
  }

  @Test("zero of a section: after its factor and bounds; the leaves inside keep their scores")
  func zeroOfSection() throws {
    let card = try card(100, ["ZERO-S1"])
    #expect(card.sections.map(\.score) == [0, 60])
    #expect(card.sections.map(\.vetoedBy) == ["ZERO-S1", nil])
    #expect(card.leaves.map(\.score) == [10, 30, 60])
    #expect(card.exactTotal == 60)
  }

  @Test("what is taken out stays out")
  func takenOutStaysOut() throws {
    let leaf = rules.card(try rules.district(["A": "5", "B": "n/a", "C": "30"], entries: [.veto("ZERO-B")]))
    #expect(leaf.leaves[1].score == nil && leaf.sections[0].score == 20 && leaf.exactTotal == 50)
    let section = rules.card(try rules.district(["A": "n/a", "B": "n/a", "C": "30"], entries: [.veto("ZERO-S1")]))
    #expect(section.sections[0].score == nil && section.exactTotal == 50)
  }

  @Test("what is not applicable but not taken out becomes 0 as well")
  func notApplicableInFull() throws {
    var rules = rules
    rules.leaves[1].notApplicable = .full
    let card = rules.card(try rules.district(["A": "10", "B": "n/a", "C": "60"], entries: [.veto("ZERO-B")]))
    #expect(card.leaves[1].score == 0 && card.exactTotal == 70)
  }

  @Test("zero does not affect peers")
  func zeroAndPeers() throws {
    let rules = RuleSet.sample([.sample(.peerRatio(better: .higher))]).with {
      $0.vetoes = [Veto(code: "ZERO", title: "", effect: .zero(of: "L"))]
    }
    let records = [
      try rules.district("d1", ["L": "100"], entries: [.veto("ZERO")]), try rules.district("d2", ["L": "50"]),
    ]
    let ranking = rules.ranking(records)
    #expect(ranking["d1"].exactTotal == 0 && ranking["d2"].exactTotal == 5)
  }

  @Test("several at once: a section and a leaf elsewhere")
  func several() throws {
    let card = try card(100, ["ZERO-S1", "ZERO-C", "ZERO-B"])
    #expect(card.exactTotal == 0 && card.vetoes == [5, 6, 7] && card.grade == 3)
    #expect(card.entries.map(\.outcome) == [.veto, .veto, .veto])
  }

  @Test("the explanation of a leaf that became 0")
  func explanation() throws {
    let record = try rules.district(["A": "10", "B": "30", "C": "60"], entries: [.veto("ZERO-B")])
    let card = rules.ranking([record], explaining: "d1").scorecards[0]
    #expect(card.leaves[1].steps.last == Step(.vetoed(code: "ZERO-B"), points: -30))
  }
}
