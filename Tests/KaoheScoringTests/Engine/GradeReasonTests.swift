import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("Why a district got its grade, or not a better one")
struct GradeReasonTests {
  private let rules = RuleSet.sample([.given("A")]).with {
    $0.grades = [
      .sample("优", min: 90, quota: .count(1), where: [Grade.Condition(code: "A", bound: .points(91))]),
      .sample("良", min: 80), .sample("差", min: nil),
    ]
    $0.vetoes = [
      Veto(code: "FAIL", title: "", effect: .fail), Veto(code: "CAP", title: "", effect: .capGrade(1)),
      Veto(code: "LOWER", title: "", effect: .lowerGrade), Veto(code: "OUT", title: "", effect: .unranked),
    ]
  }

  private func reasons(_ total: String, veto: String? = nil) throws -> [GradeReason.Outcome] {
    let entries = veto.map { [AdjustmentEntry.veto($0)] } ?? []
    return rules.card(try rules.district(["A": total], entries: entries)).gradeReasons.map(\.outcome)
  }

  @Test("each better grade has its obstacle, the given one comes last")
  func obstacles() throws {
    #expect(try reasons("95") == [.given])
    #expect(try reasons("90.5") == [.conditionNotMet(code: "A"), .given])
    #expect(try reasons("85") == [.belowMinimum, .given])
    #expect(try reasons("10") == [.belowMinimum, .belowMinimum, .given])
  }

  @Test("vetoes are named")
  func vetoes() throws {
    #expect(try reasons("95", veto: "FAIL") == [.vetoed(code: "FAIL"), .vetoed(code: "FAIL"), .given])
    #expect(try reasons("95", veto: "CAP") == [.vetoed(code: "CAP"), .given])
    #expect(try reasons("95", veto: "LOWER") == [.given, .lowered(by: 1)])
    #expect(try reasons("95", veto: "OUT") == [])
  }

  @Test("a quota without room")
  func quota() throws {
    let ranking = rules.ranking([
      try rules.district("d1", ["A": "99"]), try rules.district("d2", ["A": "95"]),
    ])
    #expect(ranking["d1"].gradeReasons.map(\.outcome) == [.given])
    #expect(ranking["d2"].gradeReasons.map(\.outcome) == [.quotaFull(limit: 1), .given])
    #expect(ranking["d2"].gradeReasons.map(\.grade) == [0, 1])
  }
}

@Suite("What told equal totals apart")
struct TieDecisionTests {
  private let rules = RuleSet.sample([.given("A", points: 40), .given("B", points: 60)]).with {
    $0.ties = [.node("A"), .penalty]
  }

  @Test("the first tie that differs, seen from both sides")
  func decided() throws {
    let records = [
      try rules.district("d1", ["A": "10", "B": "30"]), try rules.district("d2", ["A": "20", "B": "20"]),
      try rules.district("d3", ["A": "10", "B": "40"]),
    ]
    func ties(of code: String) -> [TieDecision] { rules.ranking(records, explaining: code)[code].ties }
    #expect(rules.ranking(records).codes == ["d3", "d2", "d1"])
    #expect(ties(of: "d1").map(\.other.code) == ["d2"])
    #expect(ties(of: "d1").map(\.decidedBy) == [0])
    #expect(ties(of: "d1").map(\.isAhead) == [false])
    #expect(ties(of: "d2").map(\.decidedBy) == [0])
    #expect(ties(of: "d2").map(\.isAhead) == [true])
    #expect(ties(of: "d3").isEmpty)
  }

  @Test("none, where they share a rank")
  func undecided() throws {
    let records = [
      try rules.district("d1", ["A": "10", "B": "30"]), try rules.district("d2", ["A": "10", "B": "30"]),
    ]
    let ranking = rules.ranking(records, explaining: "d1")
    #expect(ranking.ranks == [1, 1])
    #expect(ranking["d1"].ties.map(\.decidedBy) == [nil])
    #expect(ranking["d2"].ties.isEmpty)
  }
}

@Suite("What bounded a score on its way to the total")
struct BoundTests {
  @Test("groups of bonus, then of penalty, before and after their caps")
  func groups() throws {
    let rules = RuleSet.sample([.given("A")]).with {
      $0.bonus = AdjustmentRules(
        cap: 2, perEvent: .all, groups: [.sample("J1", cap: "1.5", ["x": 1]), .sample("J2", ["x": 1])])
      $0.penalty = AdjustmentRules(cap: nil, perEvent: .all, groups: [.sample("K", ["x": "0.5"])])
    }
    let card = rules.card(
      try rules.district(["A": "50"], entries: [.entry("1", "J1", "x", count: 2), .entry("2", "J2", "x")]))
    #expect(card.groups.map(\.code) == ["J1", "J2", "K"])
    #expect(card.groups.map(\.sum) == [2, 1, 0])
    #expect(card.groups.map(\.points) == ["1.5", 1, 0])
    #expect(card.bonus == 2)
  }

  @Test("nested sections whose own floor or cap changed their sum")
  func nestedSections() throws {
    let inner = Section.sample("S1", 40, [0, 1], floor: 4, cap: 30)
    let rules = RuleSet.sample(
      [.given("A", points: 10), .given("B", points: 30), .given("C", points: 60)],
      sections: [.sample("S", 100, children: [.section(inner), .section(.sample("S2", 60, [2]))])])
    for (a, b, sum, score) in [("1", "1", 2, 4), ("10", "30", 40, 30)] as [(String, String, Rational, Rational)] {
      let bounded = rules.card(try rules.district(["A": a, "B": b, "C": "5"])).sections[0].bounded
      #expect(bounded.map(\.code) == ["S1"])
      #expect(bounded.map(\.sum) == [sum] && bounded.map(\.score) == [score])
    }
    #expect(rules.card(try rules.district(["A": "5", "B": "5", "C": "5"])).sections[0].bounded.isEmpty)
  }
}
