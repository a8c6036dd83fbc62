import KaoheScoring
import Testing

@testable import KaoheStore

/// A visit from draft to confirmed and back: who, when, and what counts.
@Suite struct VisitLifeTests {
  private static func session(_ actor: String, _ command: String = "visit submit") -> Session {
    Session(actor: actor, command: command)
  }

  private static let steps = "SELECT visit, action, reason, override, recorded_by FROM visit_step ORDER BY id"
  private static let statuses = """
    SELECT actor, command, record, old ->> 'status', new ->> 'status' FROM audit_log
    WHERE table_name = 'visit' AND action = 'update' ORDER BY id
    """

  private func total(_ district: String, _ store: Store) throws -> String? {
    try store.rows("SELECT total_exact FROM district_result WHERE district = '\(district)'").first
  }

  @Test func fromDraftToConfirmedAndBack() throws {
    let store = try Store.withBase()
    _ = try VisitRecording(store, visit: "V4", session: Self.session("S1", "score"))
      .record(Answer(indicator: "A8", value: "3/4"))
    let before = try total("d2", store)
    let submitted = try store.take(.submit, ["V4"], session: Self.session("S1"))
    #expect(submitted.map(\.head.status) == [.submitted])
    #expect(submitted.first?.unobserved.map(\.code) == ["A1", "A3", "A5", "A6", "A7", "A9", "A10"])
    let counted = try total("d2", store)
    #expect(counted != before)
    #expect(try store.rows("SELECT * FROM stale") == [])
    _ = try store.take(.confirm, ["V4"], session: Self.session("办公室", "visit confirm"))
    #expect(try total("d2", store) == counted)
    _ = try store.take(.sendBack, ["V4"], reason: "漏了一项", session: Self.session("办公室", "visit return"))
    #expect(try total("d2", store) == before)
    #expect(try store.visits(VisitFilter(status: .draft, district: "示例乙市")).map(\.note) == ["漏了一项", ""])
    _ = try store.take(.cancel, ["V4"], reason: "重走", session: Self.session("张三", "visit cancel"))
    #expect(
      try store.rows(Self.steps) == [
        "V4 | submit |  |  | S1", "V4 | confirm |  |  | 办公室", "V4 | return | 漏了一项 |  | 办公室",
        "V4 | cancel | 重走 |  | 张三",
      ])
    #expect(
      try store.rows(Self.statuses) == [
        "S1 | visit submit | V4 | draft | submitted", "办公室 | visit confirm | V4 | submitted | confirmed",
        "办公室 | visit return | V4 | confirmed | draft", "张三 | visit cancel | V4 | draft | cancelled",
      ])
  }

  @Test func stepsAreInTheOrderOfTheirIdentities() throws {
    let store = try Store.withBase()
    _ = try store.take(.sendBack, ["V1", "V2"], reason: "重核", session: Self.session("办公室"))
    let last = try store.rows("SELECT last FROM observation_clock")
    #expect(try store.rows("SELECT max(id) FROM visit_step") == last)
    #expect(try store.rows("SELECT count(DISTINCT id) FROM visit_step") == ["2"])
  }

  /// Who leads is written as a code or a name, and so is who acts.
  @Test(arguments: [
    ("'S1'", "S1"), ("'S1'", "张三"), ("'张三'", "S1"), ("'张三'", "张三"), ("'赵六'", "赵六"), ("NULL", "S3"), ("NULL", "张三"),
  ])
  func leaders(leader: String, actor: String) throws {
    let store = try Store.withBase()
    try store.executeAsOther("UPDATE inspection_group SET leader = \(leader)")
    #expect(try store.take(.submit, ["V4"], session: Self.session(actor)).map(\.head.status) == [.submitted])
  }

  @Test func ofTwoWithTheLeadersNameTheOneOfTheGroupLeads() throws {
    let store = try Store.withBase()
    try store.executeAsOther("UPDATE inspector SET name = '张三' WHERE code = 'S2'")
    #expect(throws: ChangeRefused.self) { try store.take(.submit, ["V4"], session: Self.session("S2")) }
    _ = try store.take(.submit, ["V4"], session: Self.session("S1"))
  }

  @Test func aGroupOfNobody() throws {
    let store = try Store.withBase()
    try store.executeAsOther(
      "UPDATE inspection_group SET leader = NULL; UPDATE inspector SET inspection_group = NULL")
    _ = try store.take(.submit, ["V4"], session: Self.session("谁"))
    #expect(try store.rows(Self.steps) == ["V4 | submit |  |  | 谁"])
  }

  @Test func overriddenStepsShowUntilTheVisitIsReturned() throws {
    let store = try Store.withBase()
    try store.executeAsOther(
      ChangeRefusal.row("V6", "A2", "none") + "UPDATE inspection_group SET leader = 'S3'")
    _ = try store.take(.submit, ["V6"], override: "人手不足", session: Self.session("王五"))
    func overrides() throws -> [DistrictExplanation.StepOverride] {
      try store.explanation(of: "d1", in: "2022", session: Store.tester).visits["V6"]?.overrides ?? []
    }
    #expect(try overrides() == [.init(action: "submit", by: "王五", reason: "人手不足")])
    #expect(try store.rows(Self.steps) == ["V6 | submit |  | 人手不足 | 王五"])
    // A reason where nobody should stand aside is not kept.
    _ = try store.take(.sendBack, ["V6"], reason: "重核", override: "多余", session: Self.session("办公室"))
    #expect(try overrides() == [])
    #expect(try store.rows(Self.steps).last == "V6 | return | 重核 |  | 办公室")
  }

  @Test func list() throws {
    let store = try Store.withBase()
    try store.executeAsOther(
      ChangeRefusal.row("V4", "A8", "3/4") + ChangeRefusal.row("V4", "A8", "2/4", id: 8)
        + ChangeRefusal.row("V4", "A3", "yes", item: "A3-1"))
    let visits = try store.visits()
    #expect(visits.map(\.head.visit) == ["V1", "V2", "V3", "V4", "V5", "V6"])
    let fourth = try #require(visits.first { $0.head.visit == "V4" })
    #expect([fourth.recorded, fourth.leaves, fourth.gaps, fourth.conflicts] == [4, 10, 1, 1])
    #expect(try store.visits(VisitFilter(status: .confirmed, group: "G1")).map(\.head.visit) == ["V1"])
    #expect(try store.visits(VisitFilter(district: "d1")).count == 4)
  }

  /// An observation whose scorer should have stood aside is no obstacle once somebody said why.
  @Test func overriddenScorers() throws {
    let store = try Store.withBase()
    let recording = try VisitRecording(store, visit: "V6", session: Self.session("张三", "score"))
    _ = try recording.record(Answer(indicator: "A6", scorer: "S3", value: "4", override: "只有他懂"))
    _ = try store.take(.submit, ["V6"], session: Self.session("张三"))
    let explanation = try store.explanation(of: "d1", in: "2022", session: Store.tester)
    let rows = explanation.appraisal.leaves[5].subjects[0].visits.flatMap(\.rows)
    #expect(
      rows.compactMap(\.provenance).map(\.overrides) == [[], [], [.init(inspector: "S3", reason: "只有他懂")]])
    // A known visit that is imported once more is looked at as a whole.
    _ = try store.take(.sendBack, ["V6"], reason: "重核", session: Self.session("办公室"))
    let records = Records.base.with(.replace("visits.csv", "2022-06-06,,draft", "2022-06-07,听汇报,submitted"))
    try store.importing(records)
    #expect(try store.rows("SELECT status, date FROM visit WHERE code = 'V6'") == ["submitted | 2022-06-07"])
  }
}
