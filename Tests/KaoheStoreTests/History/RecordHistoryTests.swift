import GRDB
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// The states of records: from the log, and from what is there.
@Suite struct RecordHistoryTests {
  private func states(
    _ store: Store, _ table: String, _ record: String, _ columns: String = "content ->> '$.name', changed_by, ended_by"
  ) throws -> [String] {
    try store.rows(
      """
      SELECT \(columns) FROM record_history WHERE table_name = '\(table)' AND record = '\(record)'
      ORDER BY valid_from, valid_until IS NULL
      """)
  }

  /// What is there now is shown as the log would write it, also when a table gets a column.
  @Test(arguments: CopiedTable.records)
  func contentIsThatOfTheLog(table: CopiedTable) throws {
    let database = try SchemaDatabase()
    let sql = try database.queue.read { try TableSQL(table, $0) }
    let now = try database.rows("SELECT \(sql.record(of: "m")), \(sql.content(of: "m")) FROM \(table.name) AS m")
    let shown = try database.rows(
      "SELECT record, content FROM record_history WHERE table_name = '\(table.name)' AND valid_until IS NULL")
    #expect(shown.sorted() == now.sorted())
    #expect(!now.isEmpty)
  }

  /// Also the key of what is no more is read from its content as the log writes it.
  @Test(arguments: CopiedTable.records)
  func keysAreThoseOfTheLog(table: CopiedTable) throws {
    let database = try SchemaDatabase()
    try database.queue.writeWithoutTransaction { connection in
      try connection.execute(sql: "PRAGMA foreign_keys = OFF")
      let last = table.key.last ?? ""
      let column = last == "year" ? "year = year + 1" : "\(last) = \(last) || 'x'"
      try connection.execute(sql: "UPDATE \(table.name) SET \(column)")
    }
    let sql = try database.queue.read { try TableSQL(table, $0) }
    let keys = "SELECT record FROM record_history WHERE table_name = '\(table.name)' AND"
    let now = try database.rows("SELECT \(sql.record(of: "m")) FROM \(table.name) AS m ORDER BY 1")
    #expect(try database.rows("\(keys) valid_until IS NULL ORDER BY 1") == now)
    // As many records had a state under their old keys, as they were logged when they came.
    let ended = try database.rows("\(keys) ended_by = 'external' AND valid_from <> ''")
    #expect(Set(ended).subtracting(now).count == now.count)
    #expect(
      try Set(ended).subtracting(now).sorted()
        == database.rows(
          """
          SELECT DISTINCT record FROM audit_log WHERE table_name = '\(table.name)' AND action = 'insert'
            AND record NOT IN (\(keys) valid_until IS NULL) ORDER BY 1
          """))
  }

  @Test func anImportNamesWhatItBrought() throws {
    let store = try Store.inMemory()
    try store.importing(.base)
    let entries = "SELECT new FROM audit_log WHERE action = 'insert' AND table_name ="
    #expect(try store.rows("\(entries) 'pilot_enterprise'") == [#"{"records":["E1","E2"]}"#])
    #expect(try store.rows("\(entries) 'participant'") == [#"{"records":["2022 / d1","2022 / d2"]}"#])
    #expect(try store.rows("\(entries) 'metric'") == [#"{"records":["district:d1 / 2022 / employees"]}"#])
    #expect(try store.rows("\(entries) 'publicity_repost'") == [#"{"records":["U1 / 省报","U1 / 市报"]}"#])
    // A million of these would be too many.
    #expect(try store.rows("\(entries) 'observation'") == [""])
    // Every record of the folder is known from the import on.
    #expect(
      try store.rows("SELECT DISTINCT valid_from <> '', changed_by, command FROM record_history") == [
        "1 | 测试员 | import"
      ])
    #expect(try store.rows("SELECT * FROM record_version") == [])
  }

  /// The list of an import is not taken for a version of a record that bears such a key.
  @Test func aRecordNamedLikeACount() throws {
    let store = try Store.withBase()
    try store.recording("INSERT INTO inspector (code, name, organisation) VALUES ('1 rows', '怪', '单位')")
    try store.recording("UPDATE inspector SET name = '怪人' WHERE code = '1 rows'")
    try store.importing(Records.base.with(.add("inspectors.csv", "S9,新人,市总工会,,")))
    #expect(
      try store.rows("SELECT DISTINCT content ->> '$.name' FROM record_version WHERE record = '1 rows'") == ["怪", "怪人"])
    #expect(try states(store, "inspector", "1 rows") == ["怪 | 测试员 | 测试员", "怪人 | 测试员 | "])
    #expect(try states(store, "inspector", "S9", "content ->> '$.name', valid_from") == ["新人 | "])
  }

  @Test func whatAnOldImportBroughtIsThereFromTheBeginning() throws {
    let store = try Store.inMemory()
    var session = Store.tester
    session.isBulk = true
    try store.write(session) { try $0.execute(sql: "INSERT INTO district VALUES ('d1', '甲区', '区')") }
    try store.executeAsOther("UPDATE district SET name = '乙区'")
    #expect(
      try states(store, "district", "d1", "content ->> '$.name', valid_from = '', changed_by, command, ended_by") == [
        "甲区 | 1 |  |  | external", "乙区 | 0 | external |  | ",
      ])
  }

  @Test func absentAndBack() throws {
    let store = try Store.withBase()
    try store.importing(.base.with(.replace("parks.csv", "示例站", "")))
    let absent = ObservationClock.momentBetween()
    try store.importing(.base)
    try store.executeAsOther("UPDATE guidance_station SET name = '新站'")
    #expect(
      try states(store, "guidance_station", "P1") == [
        "示例站 | 测试员 | 测试员", "示例站 | 测试员 | external", "新站 | external | ",
      ])
    #expect(
      try store.rows(
        """
        SELECT record FROM record_history WHERE table_name = 'guidance_station'
          AND valid_from <= '\(absent)' AND (valid_until IS NULL OR valid_until > '\(absent)')
        """) == [])
  }

  @Test func aCorrectedCodeEndsOneRecordAndBeginsAnother() throws {
    let store = try Store.withBase()
    try store.recording("UPDATE district SET code = 'd10' WHERE code = 'd1'", actor: "乙")
    #expect(try states(store, "district", "d1") == ["示例甲区 | 测试员 | 乙"])
    #expect(try states(store, "district", "d10") == ["示例甲区 | 乙 | "])
    // What refers to it goes along.
    #expect(try states(store, "participant", "2022 / d1", "ended_by") == ["乙"])
    #expect(try states(store, "metric", "district:d10 / 2022 / employees", "changed_by") == ["乙"])
    #expect(
      try states(store, "pilot_enterprise", "E1", "content ->> '$.district', ended_by") == ["d1 | 乙", "d10 | "])
  }

  @Test func aMergeNamesWhatItBrought() throws {
    let office = try Store.withBase().cloned()
    let copy = try office.checkedOut("G1")
    try copy.recording(
      "INSERT INTO pilot_enterprise (code, name, district, level) VALUES ('N1', '一厂', 'd1', '市级'), ('N2', '二厂', 'd1', '市级')"
    )
    try copy.recording("UPDATE pilot_enterprise SET name = '改名厂' WHERE code = 'N2'")
    try copy.recording("UPDATE pilot_enterprise SET stage = 'exemplar' WHERE code = 'E2'")
    let before = ObservationClock.momentBetween()
    try office.merging(copy)
    for (code, name) in [("N1", "一厂"), ("N2", "改名厂")] {
      #expect(
        try states(office, "pilot_enterprise", code, "content ->> '$.name', valid_from > '\(before)', changed_by") == [
          "\(name) | 1 | 测试员"
        ])
    }
    #expect(
      try states(office, "pilot_enterprise", "E2", "content ->> '$.stage', valid_from > '\(before)'") == [
        " | 0", "exemplar | 1",
      ])
    #expect(
      try office.rows(
        "SELECT new FROM audit_log WHERE table_name = 'pilot_enterprise' AND new LIKE '%records%' ORDER BY id DESC LIMIT 1"
      )
        == [#"{"records":["N1","N2"]}"#])
  }
}
