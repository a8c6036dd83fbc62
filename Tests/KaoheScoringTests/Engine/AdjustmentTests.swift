import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("Bonus and penalty (加分项, 减分项)")
struct AdjustmentTests {
  /// 国家级2 省级1 市级0.5 in J1, 国家级1.5 省级1 市级0.5 in J2.
  private func rules(
    cap: Rational? = nil, perEvent: AdjustmentRules.PerEvent = .all, groupCap: Rational? = nil,
    evidenceRequired: Bool = false
  ) -> RuleSet {
    RuleSet.sample([.given("A")]).with {
      $0.bonus = AdjustmentRules(
        cap: cap, perEvent: perEvent,
        groups: [
          .sample("J1", cap: groupCap, evidenceRequired: evidenceRequired, ["国家级": 2, "省级": 1, "市级": "0.5"]),
          .sample("J2", evidenceRequired: evidenceRequired, ["国家级": "1.5", "省级": 1, "市级": "0.5"]),
        ])
      $0.penalty = AdjustmentRules(cap: 5, perEvent: .all, groups: [.sample("K4", ["迟报": "0.2"])])
    }
  }

  private func card(_ rules: RuleSet, _ entries: AdjustmentEntry...) throws -> Scorecard {
    rules.card(try rules.district(["A": "50"], entries: entries))
  }

  @Test("an entry's points are points·count")
  func pointsTimesCount() throws {
    let card = try card(
      rules(), .entry("1", "J1", "省级"), .entry("2", "J2", "市级", count: 3), .entry("3", "K4", "迟报", count: 4))
    #expect(card.bonus == "2.5" && card.penalty == "0.8" && card.exactTotal == "51.7")
    #expect(card.entries.map(\.points) == [1, "1.5", "0.8"])
    #expect(card.entries.map(\.outcome) == [.counted, .counted, .counted])
  }

  @Test("each group is bounded by its cap, then all by theirs")
  func caps() throws {
    let many = [AdjustmentEntry.entry("1", "J1", "国家级", count: 9), .entry("2", "J2", "国家级", count: 2)]
    let cases: [(cap: Rational?, groupCap: Rational?, bonus: Rational)] = [
      (nil, nil, 21), (nil, 3, 6), (5, nil, 5), (5, 3, 5), (10, 3, 6),
    ]
    for (cap, groupCap, bonus) in cases {
      #expect(try card(rules(cap: cap, groupCap: groupCap), many[0], many[1]).bonus == bonus)
    }
    #expect(try card(rules(), .entry("1", "K4", "迟报", count: 99)).penalty == 5)
  }

  @Test("per_event: highest — an event counts once, with its best entry, whatever group that is in")
  func highest() throws {
    let card = try card(
      rules(perEvent: .highest), .entry("1", "J1", "市级", event: "x"), .entry("2", "J2", "国家级", event: "x"),
      .entry("3", "J1", "省级", event: "x"), .entry("4", "J1", "市级", event: "y"))
    #expect(card.bonus == 2)
    #expect(card.entries.map(\.outcome) == [.sameEvent, .counted, .sameEvent, .counted])
    #expect(card.entries.map(\.points) == [0, "1.5", 0, "0.5"])
  }

  @Test("all: every entry counts")
  func all() throws {
    #expect(try card(rules(), .entry("1", "J1", "市级", event: "x"), .entry("2", "J2", "国家级", event: "x")).bonus == 2)
  }

  @Test("an entry without an event is an event of its own")
  func withoutEvent() throws {
    #expect(try card(rules(perEvent: .highest), .entry("1", "J1", "市级"), .entry("2", "J1", "市级")).bonus == 1)
  }

  @Test("the best is chosen by points·count")
  func bestByProduct() throws {
    let card = try card(
      rules(perEvent: .highest), .entry("1", "J1", "国家级", event: "x"), .entry("2", "J1", "市级", event: "x", count: 5))
    #expect(card.bonus == "2.5")
  }

  @Test("and before any cap")
  func bestBeforeCaps() throws {
    // J1's entry is worth 2, of which its cap leaves 1; J2's 1.5 would have been better after the caps.
    let card = try card(
      rules(perEvent: .highest, groupCap: 1), .entry("1", "J1", "国家级", event: "x"), .entry("2", "J2", "国家级", event: "x")
    )
    #expect(card.bonus == 1)
    #expect(card.entries.map(\.outcome) == [.counted, .sameEvent])
  }

  @Test("of two equally good ones the one whose group comes first in the file")
  func equallyGood() throws {
    for order in [[0, 1], [1, 0]] {
      let entries = [AdjustmentEntry.entry("9", "J1", "省级", event: "x"), .entry("1", "J2", "省级", event: "x")]
      let card = try card(rules(perEvent: .highest), entries[order[0]], entries[order[1]])
      let counted = card.entries.filter { $0.outcome == .counted }
      #expect(counted.map(\.entry.code) == ["J1"] && card.bonus == 1)
    }
  }

  @Test("bonus and penalty are events apart")
  func eventsOfBonusAndPenalty() throws {
    let rules = rules(perEvent: .highest).with { $0.penalty?.perEvent = .highest }
    let card = try card(rules, .entry("1", "J1", "省级", event: "x"), .entry("2", "K4", "迟报", event: "x"))
    #expect(card.bonus == 1 && card.penalty == "0.2")
  }

  @Test("an entry without required evidence is not counted, and the explanation says so")
  func evidence() throws {
    let rules = rules(perEvent: .highest, evidenceRequired: true)
    let card = try card(
      rules, .entry("1", "J1", "国家级", event: "x", evidence: false), .entry("2", "J1", "市级", event: "x"),
      .entry("3", "J1", "省级", evidence: false))
    // Left out first: the event's best is the one with evidence.
    #expect(card.bonus == "0.5")
    #expect(card.entries.map(\.outcome) == [.noEvidence, .counted, .noEvidence])
    #expect(try self.card(self.rules(), .entry("1", "J1", "省级", evidence: false)).bonus == 1)
  }

  @Test("count 0 withdraws an entry, a veto too")
  func withdrawn() throws {
    let rules = rules(perEvent: .highest).with { $0.vetoes = [Veto(code: "V1", title: "", effect: .zero(of: "A"))] }
    let card = try card(
      rules, .entry("1", "J1", "国家级", event: "x", count: 0), .entry("2", "J1", "市级", event: "x"), .veto("V1", count: 0))
    #expect(card.bonus == "0.5" && card.vetoes.isEmpty && card.base == 50)
    #expect(card.entries.map(\.outcome) == [.withdrawn, .counted, .withdrawn])
  }

  @Test("what the rules do not know counts nothing")
  func unknown() throws {
    let card = try card(rules(), .entry("1", "J1", "镇级"), .entry("2", "J9", "省级"), .veto("V9", entry: "3"))
    #expect(card.bonus == 0 && card.exactTotal == 50)
    #expect(card.entries.map(\.outcome) == [.unknown, .unknown, .unknown])
  }
}
