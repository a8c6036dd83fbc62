import KaoheScoring
import Testing

@testable import KaoheStore

/// Answers that are refused, with every word that is said; nothing of them is stored.
@Suite struct RecordingRefusalTests {
  struct Refused: Sendable, CustomTestStringConvertible {
    var mistake: String
    var visit = "V6"
    var actor = "S1"
    var answer: Answer
    /// Lines of Chinese, then of English.
    var messages: String
    var testDescription: String { mistake }
  }

  static let all = [
    Refused(
      mistake: "an unknown leaf", visit: "V3", answer: Answer(indicator: "Z9", value: "1"),
      messages: """
        细则 small 没有代码为“Z9”的考核要点；本次可填 C1
        there is no leaf “Z9” in the rule set small; at this visit there are C1
        """),
    Refused(
      mistake: "a leaf of another scope", answer: Answer(indicator: "C1", value: "1"),
      messages: """
        C1 考核特色产业园区，督查 V6 的对象是 district:d1
        C1 is observed at industrial parks; the visit V6 is to district:d1
        """),
    Refused(
      mistake: "a leaf that does not apply", answer: Answer(indicator: "A10", value: "1"),
      messages: """
        A10 不适用于区
        A10 does not apply to 区
        """),
    Refused(
      mistake: "a value of the wrong form, evidence that is not there",
      answer: Answer(indicator: "A5", value: "好", evidence: ["EV9"]),
      messages: """
        “好”：应填档次 优、良、差
        没有编号为“EV9”的台账；先登记：kaohe evidence add
        “好”: write a level: 优, 良, 差
        there is no evidence “EV9”; register it first: kaohe evidence add
        """),
    Refused(
      mistake: "a deduction without a reason", answer: Answer(indicator: "A1", item: "A1-1", value: "1"),
      messages: """
        扣分要写明理由
        a deduction needs a reason
        """),
    Refused(
      mistake: "n/a without a reason", answer: Answer(indicator: "A4", value: "不适用"),
      messages: """
        “不适用”要写明理由
        “n/a” needs a reason
        """),
    Refused(
      mistake: "a scorer where none is taken", answer: Answer(indicator: "A4", scorer: "S1", value: "1/2"),
      messages: """
        只有评分和档次写评分人
        only judged points and levels name a scorer
        """),
    Refused(
      mistake: "an unknown scorer", answer: Answer(indicator: "A6", scorer: "S9", value: "1"),
      messages: """
        没有代码为“S9”的督查员
        there is no inspector “S9”
        """),
    Refused(
      mistake: "a scorer of the very district", answer: Answer(indicator: "A6", scorer: "S3", value: "1"),
      messages: """
        督查员 S3 属于示例甲区，应回避本地区的评分；换人记录；确需如此时用 --override 写明理由
        the inspector S3 belongs to 示例甲区 (d1) and may not score there; let another record it; where it must be, give the reason with --override
        """),
    Refused(
      mistake: "a recorder of the very district, by name", actor: "王五", answer: Answer(indicator: "A4", value: "1/2"),
      messages: """
        督查员 S3 属于示例甲区，应回避本地区的评分；换人记录；确需如此时用 --override 写明理由
        the inspector S3 belongs to 示例甲区 (d1) and may not score there; let another record it; where it must be, give the reason with --override
        """),
    Refused(
      mistake: "a withdrawal by one of the very district", actor: " ｓ3 ",
      answer: Answer(indicator: "A4", value: "-", override: " \u{3000}"),
      messages: """
        这里没有记录，不能撤回
        督查员 S3 属于示例甲区，应回避本地区的评分；换人记录；确需如此时用 --override 写明理由
        nothing was recorded here that could be withdrawn
        the inspector S3 belongs to 示例甲区 (d1) and may not score there; let another record it; where it must be, give the reason with --override
        """),
    Refused(
      mistake: "a withdrawal of nothing", answer: Answer(indicator: "A4", value: "-"),
      messages: """
        这里没有记录，不能撤回
        nothing was recorded here that could be withdrawn
        """),
    Refused(
      mistake: "a confirmed visit", visit: "V1", answer: Answer(indicator: "A4", value: "1/2"),
      messages: """
        督查 V1 已确认，不能再改记录；先退回：kaohe visit return V1 --reason 理由
        the visit V1 is confirmed; its scores can't be changed; return it first: kaohe visit return V1 --reason WHY
        """),
    Refused(
      mistake: "an objection that there is not", visit: "V1",
      answer: Answer(indicator: "A4", value: "1/2", objection: "O1"),
      messages: """
        对督查 V1 的 A4 没有成立的申诉 O1；用 `kaohe objection list` 查看
        there is no upheld objection O1 to A4 of the visit V1; see `kaohe objection list`
        """),
  ]

  @Test(arguments: all)
  func refusal(_ refused: Refused) throws {
    let store = try Store.withBase()
    let recording = try VisitRecording(
      store, visit: refused.visit, session: Session(actor: refused.actor, command: "record"))
    let error = #expect(throws: ChangeRefused.self) { _ = try recording.record(refused.answer) }
    #expect(
      [error?.text(in: .chinese), error?.text(in: .english)].compactMap { $0 }.joined(separator: "\n")
        == refused.messages)
    expectSame(try store.contents(), try Store.baseContents.get())
  }

  @Test func aScorerAfterAnUnnamedOne() throws {
    let store = try Store.withBase()
    let recording = try VisitRecording(store, visit: "V6", session: Session(actor: "S1", command: "record"))
    _ = try recording.record(Answer(indicator: "A6", value: "4"))
    let error = #expect(throws: ChangeRefused.self) {
      _ = try recording.record(Answer(indicator: "A6", scorer: "S2", value: "3"))
    }
    #expect(error?.text(in: .chinese) == "有多名评分人时，每行都要写明评分人；先撤回没有写评分人的那一行（值填 -）")
    #expect(
      error?.text(in: .english)
        == "where several score, each row names its scorer; withdraw the row that names none first (value -)")
  }

  @Test func anUnknownVisit() throws {
    let store = try Store.withBase()
    let error = #expect(throws: StoreError.self) {
      _ = try VisitRecording(store, visit: "V99", session: Session(actor: "S1", command: "record"))
    }
    #expect(error?.text(in: .chinese) == "没有督查 V99；共有 6 次督查，用 `kaohe visit list` 查看")
    #expect(error?.text(in: .english) == "there is no visit V99; there are 6; see them with `kaohe visit list`")
  }
}
