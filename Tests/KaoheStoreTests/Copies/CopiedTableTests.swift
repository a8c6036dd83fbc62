import GRDB
import Testing

@testable import KaoheStore

/// The list of tables that copies carry is complete, and says what the schema says.
@Suite struct CopiedTableTests {
  /// Tables that are not merged as they are: rules (by their source), what a copy keeps for itself, and what is computed.
  private static let others = [
    "adjustment_level", "adjustment_result", "adjustment_rule", "assessment_result", "audit_log", "data_dictionary",
    "database_identity", "district_appraisal", "district_result", "grade", "indicator", "indicator_answer",
    "indicator_item",
    "indicator_level", "item_score", "leaf_result", "merge_log", "observation_clock", "phase",
    "phase_result", "record_succession", "record_version", "rule_document", "rule_set", "saved_question",
    "scored_subject", "scored_visit", "section_result", "session", "stale",
  ]

  @Test func everyTableIsThereOrKnownNotToBe() throws {
    let names = try Store.inMemory().rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    #expect(names == (CopiedTable.all.map(\.name) + Self.others).sorted())
  }

  /// Keys and contents are compared with those of the audit log, which versions are made of.
  @Test(arguments: CopiedTable.all)
  func theAuditLogWritesTheSame(table: CopiedTable) throws {
    let database = try SchemaDatabase()
    let sql = try database.queue.read { try TableSQL(table, $0) }
    let rows = try database.rows("SELECT count(*) FROM \(table.name)")
    #expect(rows != ["0"], "the sample has no row of \(table.name)")
    // A deletion is logged for every table; foreign keys are off, so that any row can go.
    try database.queue.writeWithoutTransaction { connection in
      try connection.execute(sql: "PRAGMA foreign_keys = OFF")
      let expected = try String.fetchAll(
        connection,
        sql: "SELECT \(sql.record(of: "m")) || ' = ' || \(sql.content(of: "m")) FROM \(table.name) AS m ORDER BY 1")
      let last = try Int.fetchOne(connection, sql: "SELECT max(id) FROM audit_log") ?? 0
      for trigger in try String.fetchAll(
        connection, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'check_*'")
      { try connection.execute(sql: "DROP TRIGGER \(trigger)") }
      try connection.execute(sql: "DELETE FROM \(table.name)")
      let logged = try String.fetchAll(
        connection,
        sql: "SELECT record || ' = ' || old FROM audit_log WHERE id > ? AND table_name = ? ORDER BY 1",
        arguments: [last, table.name])
      #expect(logged == expected)
    }
  }
}
