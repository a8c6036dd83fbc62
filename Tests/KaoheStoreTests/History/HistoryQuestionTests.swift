import Testing

@testable import KaoheStore

/// The saved questions that look back.
@Suite struct HistoryQuestionTests {
  @Test func observationsAsOf() throws {
    let store = try Store.withBase()
    let before = ObservationClock.momentBetween()
    try store.observe(ScoreCell("V4", "A4"), "3/4", by: "甲")
    func value(_ parameters: [String: String]) throws -> [String] {
      try store.ask("as-of", parameters, showing: "visit leaf value ended_by").filter { $0.hasPrefix("V4 | A4 | ") }
    }
    #expect(try value([:]) == ["V4 | A4 | 3/4 | NULL"])
    #expect(try value(["at": before, "assessment": "2022"]) == ["V4 | A4 | n/a | 甲"])
    #expect(try store.ask("as-of").count == 14)
    for moment in ["2020-01-01", "2020-01-01 08:00"] { #expect(try store.ask("as-of", ["at": moment]).isEmpty) }
    #expect(try store.ask("as-of", ["assessment": "2021"]).isEmpty)
  }

  @Test func rosterAsOf() throws {
    let store = try Store.withBase()
    let before = ObservationClock.momentBetween()
    try store.recording("UPDATE pilot_enterprise SET stage = 'exemplar' WHERE code = 'E1'", actor: "乙")
    func enterprise(_ parameters: [String: String]) throws -> [String] {
      try store.ask("roster-as-of", parameters, showing: "record name district district_name stage changed_by")
        .filter { $0.hasPrefix("E1 | ") }
    }
    #expect(try enterprise([:]) == ["E1 | 示例一厂 | d1 | 示例甲区 | exemplar | 乙"])
    #expect(try enterprise(["at": before]) == ["E1 | 示例一厂 | d1 | 示例甲区 | pilot | 测试员"])
    #expect(try store.ask("roster-as-of", ["at": "2020-01-01"]).isEmpty)
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
    let rows = try store.ask(
      "changed-since", ["since": since], showing: "who change table_name record field old new reason")
    #expect(
      rows == [
        "甲 | superseded | observation | V4 / A4 |  | n/a | 3/4 | 补报",
        "甲 | recorded | observation | V4 / A9 |  | NULL | 7 | ",
        "甲 | withdrawn | observation | V4 / A2 |  | none | - | ",
        "乙 | changed | pilot_enterprise | E1 | batch | NULL | 一 | ",
        "乙 | changed | pilot_enterprise | E1 | stage | pilot | exemplar | ",
        "乙 | deleted | metric | district:d1 / 2022 / employees |  | 1041 | NULL | ",
        "external | changed | observation | V4 / A9 | value | 7 | 9 | ",
        "产改办 | return | visit | V2 |  | NULL | NULL | 补材料",
      ])
    #expect(
      try store.ask("changed-since", ["since": since, "assessment": "2021"], showing: "assessment table_name")
        == ["NULL | pilot_enterprise", "NULL | pilot_enterprise", "NULL | metric"])
    #expect(try store.ask("changed-since", ["since": ObservationClock.momentBetween()]).isEmpty)
  }

  /// What belongs to an observation changes results as well: evidence that it has to have, a decision, an override.
  @Test func linksThatOthersChanged() throws {
    let store = try Store.withDemo()
    let since = ObservationClock.momentBetween()
    let cell = "visit = 'V22-N-320281' AND indicator = 'A1.2' AND item = 'A1.2-1'"
    let key = "visit, indicator, item, scorer, id"
    for sql in [
      "DELETE FROM observation_evidence WHERE \(cell)",
      "INSERT INTO observation_evidence SELECT \(key), 'TZ22-320281-03' FROM observation WHERE \(cell)",
      "INSERT INTO recusal_override SELECT \(key), 'P01', '无人可替' FROM observation WHERE \(cell)",
      "UPDATE recusal_override SET reason = '另有任务'",
      """
      INSERT INTO objection (code, visit, indicator, raised_by, text, opened_at, opened_by, status)
      VALUES ('O1', 'V22-N-320281', 'A1.2', '江阴市', '有异议', '2022-12-01T00:00:00.000Z', '产改办', 'open')
      """,
      "INSERT INTO objection_correction SELECT \(key), 'O1' FROM observation WHERE \(cell)",
      "DELETE FROM objection_correction",
    ] {
      _ = ObservationClock.momentBetween()
      try store.executeAsOther(sql)
    }
    let columns = "assessment who change table_name record field old new reason"
    let rows = try store.ask("changed-since", ["since": since], showing: columns)
      .filter { !$0.contains(" | objection | ") }
    let record = "V22-N-320281 / A1.2 / A1.2-1"
    #expect(
      rows == [
        "2022 | external | deleted | observation_evidence | \(record) |  | TZ22-320281-02 | NULL | ",
        "2022 | external | added | observation_evidence | \(record) |  | NULL | TZ22-320281-03 | ",
        "2022 | external | added | recusal_override | \(record) |  | NULL | P01 | 无人可替",
        "2022 | external | changed | recusal_override | \(record) | reason | 无人可替 | 另有任务 | ",
        "2022 | external | added | objection_correction | \(record) |  | NULL | O1 | ",
        "2022 | external | deleted | objection_correction | \(record) |  | O1 | NULL | ",
      ])
  }

  /// The demo as it stands: what is recorded for the year, and the roster with the participants.
  @Test func theDemoAsOfNow() throws {
    let store = try Store.withDemo()
    let observations = try store.ask("as-of", showing: "district_name visit leaf item value reason")
    #expect(observations.contains("惠山区 | V22-N-320206 | A3.1 | A3.1-1 | 1 | 一份师徒合同缺签字页"))
    let live = try store.rows("SELECT count(*) FROM current_observation WHERE assessment = '2022'")
    #expect(["\(observations.count)"] == live)
    let roster = try store.ask("roster-as-of", showing: "assessment table_name record name district district_name")
    #expect(roster.contains("2022 | participant | 2022 / 320206 | NULL | 320206 | 惠山区"))
    #expect(roster.contains("NULL | pilot_enterprise | E24 | 无锡新新高科技电器有限公司 | 320206 | 惠山区"))
  }
}
