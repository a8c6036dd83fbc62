import GRDB
import KaoheQuestions
import Testing

@testable import KaoheStore

/// The saved questions that look back.
@Suite struct HistoryQuestionTests {
  private func ask(_ name: String, _ store: Store, _ parameters: [String: String] = [:]) throws -> [[String: String]] {
    let question = try SavedQuestion.named(name)
    let values = Dictionary(uniqueKeysWithValues: question.parameters.map { ($0.name, parameters[$0.name]) })
    return try store.read { database in
      try Row.fetchAll(database, sql: question.sql, arguments: StatementArguments(values)).map { row in
        Dictionary(uniqueKeysWithValues: row.map { ($0, String.fromDatabaseValue($1) ?? "\($1)") })
      }
    }
  }

  private func line(_ row: [String: String], _ columns: String) -> String {
    columns.split(separator: " ").map { row[String($0)] ?? "?" }.joined(separator: " | ")
  }

  @Test func observationsAsOf() throws {
    let store = try Store.withBase()
    let before = ObservationClock.momentBetween()
    try store.observe(ScoreCell("V4", "A4"), "3/4", by: "甲")
    func value(_ parameters: [String: String]) throws -> [String] {
      try ask("as-of", store, parameters).filter { $0["visit"] == "V4" && $0["indicator"] == "A4" }
        .map { line($0, "value ended_by") }
    }
    #expect(try value([:]) == ["3/4 | NULL"])
    #expect(try value(["at": before, "assessment": "2022"]) == ["n/a | 甲"])
    #expect(try ask("as-of", store).count == 14)
    for moment in ["2020-01-01", "2020-01-01 08:00", "昨天"] { #expect(try ask("as-of", store, ["at": moment]).isEmpty) }
    #expect(try ask("as-of", store, ["assessment": "2021"]).isEmpty)
  }

  @Test func rosterAsOf() throws {
    let store = try Store.withBase()
    let before = ObservationClock.momentBetween()
    try store.recording("UPDATE pilot_enterprise SET stage = 'exemplar' WHERE code = 'E1'", actor: "乙")
    func enterprise(_ parameters: [String: String]) throws -> [String] {
      try ask("roster-as-of", store, parameters).filter { $0["record"] == "E1" }.map {
        line($0, "name stage changed_by")
      }
    }
    #expect(try enterprise([:]) == ["示例一厂 | exemplar | 乙"])
    #expect(try enterprise(["at": before]) == ["示例一厂 | pilot | 测试员"])
    #expect(try ask("roster-as-of", store, ["at": "2020-01-01"]).isEmpty)
  }

  @Test func whatChangedSince() throws {
    let store = try Store.withBase().cloned()
    let since = ObservationClock.momentBetween()
    try store.observe(ScoreCell("V4", "A4"), "3/4", reason: "补报", by: "甲")
    _ = ObservationClock.momentBetween()
    try store.observe(ScoreCell("V4", "A9"), "7", by: "甲")
    _ = ObservationClock.momentBetween()
    try store.observe(ScoreCell("V4", "A2"), "-", by: "甲")
    _ = ObservationClock.momentBetween()
    try store.recording("UPDATE pilot_enterprise SET stage = 'exemplar', batch = '一' WHERE code = 'E1'", actor: "乙")
    try store.recording("DELETE FROM metric", actor: "乙")
    try store.executeAsOther("UPDATE observation SET value = '9' WHERE indicator = 'A9'")
    _ = try store.take(.sendBack, ["V2"], reason: "补材料", session: Session(actor: "产改办", command: "visit return"))
    let id = try store.rows("SELECT id FROM observation WHERE indicator = 'A9'")[0]
    let rows = try ask("changed-since", store, ["since": since])
      .map { line($0, "who change table_name record field old new reason") }
    #expect(
      rows == [
        "甲 | superseded | observation | V4 / A4 |  | n/a | 3/4 | 补报",
        "甲 | recorded | observation | V4 / A9 |  | NULL | 7 | ",
        "甲 | withdrawn | observation | V4 / A2 |  | none | - | ",
        "乙 | changed | pilot_enterprise | E1 | batch | NULL | 一 | ",
        "乙 | changed | pilot_enterprise | E1 | stage | pilot | exemplar | ",
        "乙 | deleted | metric | district:d1 / 2022 / employees |  | 1041 | NULL | ",
        "external | changed | observation | V4 / A9 /  /  / \(id) | value | 7 | 9 | ",
        "产改办 | return | visit | V2 |  | NULL | NULL | 补材料",
      ])
    #expect(
      try ask("changed-since", store, ["since": since, "assessment": "2021"]).allSatisfy {
        $0["table_name"] != "observation"
      })
    #expect(try ask("changed-since", store, ["since": ObservationClock.momentBetween()]).isEmpty)
  }
}
