import KaoheScoring
import Testing

@testable import KaoheStore

/// An observation is never overwritten: a later one supersedes it, and the history keeps both.
@Suite struct SupersessionTests {
  private static let live =
    "SELECT indicator, item, value FROM current_observation WHERE visit = 'V4' ORDER BY indicator, item"

  @Test func aChangedValueSupersedes() throws {
    let store = try Store.withBase()
    let old = try store.rows("SELECT id FROM observation WHERE visit = 'V4' AND indicator = 'A4'")
    let summary = try store.importing(.base.with(.replace("scores.csv", "V4,A4,,n/a,,没有这项工作,", "V4,A4,,3/4,,,EV1")))
    #expect(summary.changes.map(\.table) == ["observation", "observation_evidence", "supersession"])
    #expect(summary.changes.map(\.change.inserted) == [1, 1, 1])
    #expect(summary.recomputed == ["2022"])
    #expect(try store.rows(Self.live) == ["A2 |  | none", "A4 |  | 3/4"])
    #expect(
      try store.rows("SELECT value FROM observation WHERE visit = 'V4' AND indicator = 'A4' ORDER BY id") == [
        "n/a", "3/4",
      ])
    #expect(try store.rows("SELECT superseded FROM supersession") == old)
    #expect(try store.rows("SELECT recorded_by FROM supersession") == ["测试员"])
    #expect(try store.rows("SELECT evidence FROM observation_evidence WHERE visit = 'V4'") == ["EV1"])
    let audit = try store.rows(
      "SELECT table_name, record FROM audit_log WHERE action = 'insert' ORDER BY id DESC LIMIT 3")
    #expect(audit == ["supersession | 1 rows", "observation_evidence | 1 rows", "observation | 1 rows"])
  }

  @Test func anotherReasonOrEvidenceSupersedesToo() throws {
    let store = try Store.withBase()
    try store.importing(.base.with(.replace("scores.csv", "没有这项工作", "上级没有布置")))
    try store.importing(.base.with(.replace("scores.csv", "没有这项工作,", "上级没有布置,EV1")))
    #expect(try store.rows("SELECT count(*) FROM supersession") == ["2"])
    #expect(
      try store.rows("SELECT reason FROM current_observation WHERE visit = 'V4' AND indicator = 'A4'") == ["上级没有布置"])
  }

  @Test func withoutTheColumnReasonAndEvidenceStay() throws {
    let store = try Store.withBase()
    let summary = try store.importing(
      // A value that needs a reason has the one that is known.
      Records().with(.file("scores.csv", "visit,indicator,item,value\nV1,A3,A3-1,yes\nV4,A4,,n/a\n")))
    #expect(summary.changes.isEmpty)
  }

  /// Who has to recuse himself must still be able to take back what he scored before.
  @Test func aDashWithdrawsAlsoWhatARecusedInspectorScored() throws {
    let store = try Store.withBase()
    try store.importing(.base.with(.add("scores.csv", "V4,A10,,3,S3,,")))
    try store.importing(Records().with(.file("inspectors.csv", "code,name,organisation,district\nS3,丙,市总工会,d2\n")))
    let withdrawal = Records().with(.file("scores.csv", "visit,indicator,value,scorer\nV4,A10,-,S3\n"))
    #expect(try store.importing(withdrawal).changes.map(\.table) == ["observation", "supersession"])
    #expect(try store.rows(Self.live) == ["A2 |  | none", "A4 |  | n/a"])
  }

  @Test func aDashWithdraws() throws {
    let store = try Store.withBase()
    let withdrawn = Records.base.with(.replace("scores.csv", "V4,A2,,none,,,", "V4,A2,,-,,,"))
    try store.importing(withdrawn)
    #expect(try store.rows(Self.live) == ["A4 |  | n/a"])
    #expect(
      try store.rows("SELECT value FROM observation WHERE visit = 'V4' AND indicator = 'A2' ORDER BY id") == [
        "none", "-",
      ])
    let known = try store.contents()
    #expect(try store.importing(withdrawn).changes.isEmpty)
    expectSame(try store.contents(), known)
    try store.importing(.base)
    #expect(try store.rows(Self.live) == ["A2 |  | none", "A4 |  | n/a"])
    #expect(try store.rows("SELECT count(*) FROM supersession") == ["2"])
  }

  @Test func aDashForWhatWasNeverRecordedStoresNothing() throws {
    let store = try Store.withBase()
    let known = try store.contents()
    let summary = try store.importing(.base.with(.add("scores.csv", "V6,A4,,-,,,"), .add("scores.csv", "V1,A2,,-,,,")))
    #expect(summary.changes.isEmpty)
    expectSame(try store.contents(), known)
  }

  @Test func rowsThatAreNotMentionedStay() throws {
    let store = try Store.withBase()
    try store.importing(Records().with(.file("scores.csv", "visit,indicator,item,value\nV4,A3,A3-1,是\n")))
    #expect(try store.rows(Self.live) == ["A2 |  | none", "A3 | A3-1 | 是", "A4 |  | n/a"])
  }

  @Test func aDraftIsConfirmed() throws {
    let store = try Store.withBase()
    let before = try store.ranking(of: "2022", session: Store.tester)
    #expect(before.rows.first { $0.code == "d2" }?.missing.contains("A2") == true)
    let confirmed = Records.base.with(
      .replace("visits.csv", "V4,2022,G1,district:d2,2022-06-04,,draft", "V4,2022,G1,district:d2,2022-06-04,,confirmed")
    )
    let summary = try store.importing(confirmed)
    #expect(summary.changes.map(\.table) == ["visit", "visit_step"])
    #expect(summary.changes.map(\.change.updated) == [1, 0])
    #expect(
      try store.rows("SELECT visit, action, recorded_by, json_array_length(covers) FROM visit_step") == [
        "V4 | confirm | 测试员 | 2"
      ])
    #expect(summary.recomputed == ["2022"])
    let after = try store.ranking(of: "2022", session: Store.tester)
    #expect(after.rows.first { $0.code == "d2" }?.missing.contains("A2") == false)
    #expect(
      try store.rows(
        "SELECT actor, record, old ->> 'status', new ->> 'status' FROM audit_log WHERE table_name = 'visit' AND action = 'update'"
      )
      .last == "测试员 | V4 | draft | confirmed")
    #expect(try store.importing(confirmed).changes.isEmpty)
    #expect(
      try store.refusal(of: .base)?.messages.last?.hasPrefix("visits.csv:5: status: the visit V4 is confirmed;") == true
    )
  }

  @Test func scoresAndStatusOfOneFolder() throws {
    let store = try Store.withBase()
    try store.importing(
      .base.with(
        .replace("visits.csv", "district:d1,2022-06-06,,draft", "district:d1,2022-06-06,,submitted"),
        .add("scores.csv", "V6,A2,A2-1,3,,,"), .add("scores.csv", "V6,A4,,1,,,")))
    #expect(try store.rows("SELECT status FROM visit WHERE code = 'V6'") == ["submitted"])
    #expect(
      try store.rows("SELECT score_exact FROM inspection_score WHERE visit = 'V6' ORDER BY indicator") == ["3", "5"])
  }

  @Test func submittedMayBeConfirmedAndDraftsCancelled() throws {
    let store = try Store.withBase()
    let summary = try store.importing(
      .base.with(
        .replace("visits.csv", "2022-06-02,,submitted", "2022-06-02,,confirmed"),
        .replace("visits.csv", "2022-06-06,,draft", "2022-06-06,,cancelled")))
    #expect(summary.changes.map(\.change.updated) == [2, 0])
    #expect(
      try store.rows("SELECT status FROM visit WHERE code IN ('V2', 'V6') ORDER BY code") == ["confirmed", "cancelled"])
  }
}
