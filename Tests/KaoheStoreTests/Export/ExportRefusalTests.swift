import Foundation
import KaoheReports
import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// Values that another program wrote, and that no import would take: an export lists all of them and writes nothing.
@Suite struct ExportRefusalTests {
  /// The codes, and the messages in English.
  private func reasons(_ store: Store) throws -> [String] {
    try withTemporaryFolder { folder in
      do {
        _ = try store.export(to: folder.file("out"), session: Store.tester, line: CSVWriter.line)
        return []
      } catch let refused as ChangeRefused {
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        // Identities differ from run to run.
        return refused.reasons.map { "\($0.code): \($0.problem.english.replacing(#/\d{10,}/#, with: "ID"))" }
      }
    }
  }

  @Test func valuesThatTheEngineCannotRead() throws {
    let store = try Store.withBase()
    try store.executeAsOther(
      ChangeRefusal.row("V4", "A8", "45 of 60") + ChangeRefusal.row("V4", "A9", "n/a", id: 8)
        + ChangeRefusal.row("V6", "A6", "9", id: 9)
        + "UPDATE metric SET value = '１０４１'")
    #expect(
      try reasons(store) == [
        "unreadable-value: observation V4 / A8 value: “45 of 60”: not a number: write 0.85, 85% or 45/60; "
          + "write a number such as 45/60, 85%, 0.85 or 1041; items go in the item column: A8-1",
        "unreadable-value: observation V4 / A9 reason: “n/a” needs a reason",
        "unreadable-value: observation V6 / A6 value: 9 points are out of range: this leaf takes 0 to 5",
        "unreadable-value: metric district:d1 / 2022 / employees value: “１０４１”: full-width characters; "
          + "write ASCII digits and signs",
      ])
  }

  @Test func textsThatNoFileHolds() throws {
    let store = try Store.withBase()
    try store.executeAsOther(
      """
      UPDATE finding SET text = 'a' || char(0) || 'b';
      UPDATE publicity SET title = CAST(x'B5DA' AS TEXT);
      UPDATE evidence SET title = printf('%.*c', 1048576, 'x');
      UPDATE district SET name = name || char(65533) WHERE code = 'd1';
      """)
    #expect(
      try reasons(store) == [
        "unreadable-value: evidence EV1 title: is over 1 MB",
        "unreadable-value: finding W1 text: holds a NUL character (U+0000)",
        "unreadable-value: publicity U1 title: is not UTF-8",
      ])
  }

  @Test func momentsThatAreNone() throws {
    let store = try Store.withBase()
    try store.executeAsOther(
      """
      INSERT INTO visit_step (visit, id, action, recorded_at, recorded_by)
      VALUES ('V4', 1, 'submit', '2022-99-99T08:00:00.000Z', '张三');
      INSERT INTO objection (code, visit, indicator, raised_by, text, opened_at, opened_by, status, decision, decided_at,
        decided_by)
      VALUES ('O1', 'V1', 'A4', '甲区', '漏计', '2022-07-02T08:00:00.000Z', 'S2', 'rejected', '已核对',
        '2022-07-01T08:00:00.000Z', '办公室');
      """)
    #expect(
      try reasons(store) == [
        "unreadable-value: visit_step V4 / submit / 2022-99-99T08:00:00.000Z / 张三 recorded_at: "
          + "“2022-99-99T08:00:00.000Z” is no moment in the past",
        "unreadable-value: objection O1 decided_at: “2022-07-01T08:00:00.000Z” is before “2022-07-02T08:00:00.000Z”",
      ])
  }

  @Test func referencesToWhatIsNotThere() throws {
    let store = try Store.withBase()
    try store.executeWithoutForeignKeys(
      """
      UPDATE pilot_enterprise SET park = 'P9' WHERE code = 'E1';
      DELETE FROM evidence WHERE code = 'EV1';
      """)
    #expect(
      try reasons(store) == [
        "dangling-reference: adjustment_evidence T1 / EV1: evidence refers to evidence EV1, which is not there",
        "dangling-reference: finding_evidence W1 / EV1: evidence refers to evidence EV1, which is not there",
        "dangling-reference: observation_evidence V1 / A1 / A1-1 /  / ID / EV1: evidence refers to evidence EV1, "
          + "which is not there",
        "dangling-reference: observation_evidence V1 / A3 / A3-1 /  / ID / EV1: evidence refers to evidence EV1, "
          + "which is not there",
        "dangling-reference: pilot_enterprise E1: park refers to industrial_park P9, which is not there",
      ])
  }

  @Test func stepsOfNoProblem() throws {
    let store = try Store.lived()
    try store.executeAsOther("UPDATE finding SET kind = 'highlight' WHERE code = 'W1'")
    #expect(
      try reasons(store) == [
        "not-a-problem: finding W1 is a highlight, and has steps of being put right (finding_step)"
      ])
  }

  /// A list that nobody reads to its end is cut.
  @Test func manyOfThem() throws {
    let store = try Store.withBase()
    try store.executeAsOther(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250)
      INSERT INTO metric (district, year, metric, value) SELECT 'd1', 2022, 'm' || i, '多' FROM n
      """)
    let found = try reasons(store)
    #expect(found.count == 101)
    #expect(found.last == "more: and 150 more in metric")
  }
}

extension Store {
  fileprivate func executeWithoutForeignKeys(_ sql: String) throws {
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: sql)
      try database.execute(sql: "PRAGMA foreign_keys = ON")
    }
  }
}
