import Testing

@testable import KaoheCommands

/// What a person types at a leaf.
@Suite struct AnswerLineTests {
  private typealias Assignment = AnswerLine.Assignment

  @Test(
    arguments: [
      ("", .next), ("  ", .next), (":n", .next), (":b", .previous), ("：返回", .previous), (":q", .quit), (":退出", .quit),
      ("?", .help), ("？", .help), (":h", .help), (":l", .list), (":u", .undo), (":撤销", .undo), (":o", .firstOpen),
      (":g A2.1", .go("A2.1")), (":A2.1", .go("A2.1")), (":g", .unknownWord("g")),
      (":A1.1 n/a", .at("A1.1", AnswerLine("n/a"))),
      ("：ｕ", .undo),
      ("/会议", .search("会议")), ("、会议", .search("会议")),
    ] as [(String, AnswerLine)])
  func words(typed: String, line: AnswerLine) {
    #expect(AnswerLine(typed) == line)
  }

  @Test(
    arguments: [
      ("45/60", [(nil, "45/60")], "", []),
      ("良 0.85", [(nil, "良 0.85")], "", []),
      ("-", [(nil, "-")], "", []),
      ("2；缺两次会议", [(nil, "2")], "缺两次会议", []),
      ("2;a; b @EV1 ＠EV2", [(nil, "2")], "a; b", ["EV1", "EV2"]),
      ("45/60；@EV1", [(nil, "45/60")], "", ["EV1"]),
      ("A1-1=2；缺 @ 两次", [("A1-1", "2")], "缺 @ 两次", []),
      ("1＝是 2 = 否，3=是", [("1", "是"), ("2", "否"), ("3", "是")], "", []),
      ("P01=良 0.85 P02=优", [("P01", "良 0.85"), ("P02", "优")], "", []),
      ("n/a；没有这项工作", [(nil, "n/a")], "没有这项工作", []),
    ] as [(String, [(String?, String)], String, [String])])
  func values(typed: String, assignments: [(String?, String)], reason: String, evidence: [String]) {
    #expect(
      AnswerLine(typed)
        == .values(
          assignments.map { AnswerLine.Assignment(key: $0.0, value: $0.1) }, reason: reason, evidence: evidence))
  }

  @Test func fullWidthIsTheSame() {
    #expect("８５％".halfWidth == "85%")
    #expect("４５／６０　Ａ".halfWidth == "45/60 A")
    #expect("优".halfWidth == "优")
  }
}
