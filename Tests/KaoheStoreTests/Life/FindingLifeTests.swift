import KaoheScoring
import Testing

@testable import KaoheStore

/// A problem from open to verified, and what is listed of it.
@Suite struct FindingLifeTests {
  private static let session = Session(actor: "S2", command: "finding")

  @Test func codesAreUniqueOverCopies() throws {
    let store = try Store.withBase()
    let finding = NewFinding(visit: "V1", kind: .problem, text: "漏记")
    #expect(try store.add(finding, session: Self.session) == "V1-W1")
    #expect(try store.add(finding, session: Self.session) == "V1-W2")
    try store.executeAsOther(ChangeRefusal.isCopy)
    #expect(try store.add(finding, session: Self.session) == "V1-W3.1")
    #expect(try store.add(finding, session: Self.session) == "V1-W3.2")
    try store.executeAsOther("UPDATE database_identity SET value = '0' WHERE key = 'replica'")
    #expect(try store.add(finding, session: Self.session) == "V1-W3")
    var named = finding
    named.code = "问题一"
    #expect(try store.add(named, session: Self.session) == "问题一")
  }

  @Test func whatIsStored() throws {
    let store = try Store.withBase()
    _ = try store.add(
      NewFinding(
        visit: "V4", kind: .problem, text: "e\u{301}", indicator: "A", requirement: "补", due: "2022-07-01",
        responsible: "总工会", evidence: ["EV1"]), session: Self.session)
    _ = try store.add(NewFinding(visit: "V4", kind: .highlight, text: "宣讲"), session: Self.session)
    let known = try store.findings(FindingFilter(district: "示例乙市"), today: "2022-07-11")
    #expect(known.map(\.code) == ["V4-W1", "V4-W2"])
    #expect(known[0].text.unicodeScalars.count == 1)
    #expect(known[0].responsible == "总工会")
    #expect(known[0].evidence == ["EV1"])
    #expect(known.map(\.daysOverdue) == [10, nil])
    #expect(known.map(\.status) == [.open, .verified])
    #expect(known.map(\.closed) == [nil, "2022-06-04"])
  }

  @Test func overdue() throws {
    let store = try Store.withBase()
    func overdue(_ today: String) throws -> [String] {
      try store.findings(FindingFilter(isOverdue: true), today: today).map { "\($0.code) \($0.daysOverdue ?? 0)" }
    }
    // W1 is due on 2022-09-30.
    #expect(try overdue("2022-09-30") == [])
    #expect(try overdue("2022-10-01") == ["W1 1"])
    #expect(try overdue("2023-03-01") == ["W1 152"])
    try store.take(FindingStep(.rectify, date: "2022-10-02", evidence: ["EV1"]), ["W1"], session: Self.session)
    #expect(try overdue("2023-03-01") == [])
  }

  @Test func fromOpenToVerifiedAndBack() throws {
    let store = try Store.withBase()
    func state() throws -> [String] { try store.rows("SELECT status, closed FROM finding WHERE code = 'W1'") }
    try store.take(
      FindingStep(.rectify, date: "2022-09-01", note: "补开两次", evidence: ["EV1"]), ["W1"], session: Self.session)
    #expect(try state() == ["rectified | "])
    try store.take(FindingStep(.verify, date: "2022-09-05"), ["W1"], session: Self.session)
    #expect(try state() == ["verified | 2022-09-05"])
    try store.take(FindingStep(.reopen, date: "2022-09-06", note: "记录不全"), ["W1", "W1"], session: Self.session)
    #expect(try state() == ["open | "])
    #expect(
      try store.rows("SELECT action, date, reason, recorded_by FROM finding_step ORDER BY id") == [
        "rectify | 2022-09-01 | 补开两次 | S2", "verify | 2022-09-05 |  | S2", "reopen | 2022-09-06 | 记录不全 | S2",
      ])
    #expect(
      try store.rows(
        """
        SELECT actor, command, old ->> 'status', new ->> 'status' FROM audit_log
        WHERE table_name = 'finding' AND action = 'update' ORDER BY id
        """) == [
          "S2 | finding | open | rectified", "S2 | finding | rectified | verified", "S2 | finding | verified | open",
        ])
  }

  /// The step is today's where no day is given.
  @Test func today() throws {
    let store = try Store.withBase()
    try store.take(FindingStep(.rectify, evidence: ["EV1"]), ["W1"], session: Self.session)
    #expect(try store.rows("SELECT date = date('now', 'localtime') FROM finding_step") == ["1"])
  }

  @Test func responsibleIsImported() throws {
    let store = try Store.withBase()
    let records = Records.base.with(
      .file(
        "findings.csv",
        "code,visit,kind,text,status,responsible\nW1,V1,problem,少两次会议,open,甲区总工会\n"))
    try store.importing(records)
    #expect(try store.rows("SELECT responsible, requirement FROM finding") == ["甲区总工会 | 补开"])
  }
}
