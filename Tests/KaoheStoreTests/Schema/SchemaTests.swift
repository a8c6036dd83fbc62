import GRDB
import Testing

@testable import KaoheStore

/// What the schema itself keeps true, whatever program writes.
@Suite struct SchemaTests {
  /// Rows that are computed, and rows that say who is at work: neither is audited.
  private static let derived = [
    "scored_visit", "scored_subject", "district_appraisal", "item_score", "leaf_result", "section_result",
    "phase_result",
    "adjustment_result", "district_result", "assessment_result", "stale", "audit_log", "session", "observation_clock",
    // Append-only, each with its own who and when.
    "merge_log", "record_version", "record_succession",
    // Documentation, made from the program's own texts.
    "data_dictionary", "saved_question",
  ]

  private static let rules = [
    "rule_set", "rule_document", "phase", "indicator", "indicator_item", "indicator_level", "indicator_answer",
    "adjustment_rule", "adjustment_level", "grade",
  ]

  private static let tablesQuery = """
    SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name
    """

  @Test func theSampleReachesEveryTable() throws {
    let database = try SchemaDatabase()
    try database.execute("INSERT INTO stale VALUES ('2022', 'd3')")
    for table in try database.rows(Self.tablesQuery) where table != "session" {
      #expect(try database.rows("SELECT count(*) > 0 FROM \(table)") == ["1"], "\(table)")
    }
    for view in try database.rows("SELECT name FROM sqlite_schema WHERE type = 'view'") {
      #expect(try !database.rows("SELECT * FROM \(view)").isEmpty, "\(view)")
    }
    #expect(try database.rows("PRAGMA foreign_key_check") == [])
    #expect(try database.rows("PRAGMA integrity_check") == ["ok"])
  }

  @Test func everyTableIsStrict() throws {
    let database = try SchemaDatabase()
    #expect(
      try database.rows(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'"
      )
        == [])
  }

  @Test func viewsShowWhatHolds() throws {
    let database = try SchemaDatabase()
    #expect(
      try database.rows("SELECT visit, district, value FROM current_observation ORDER BY id")
        == ["VD | d1 | 2", "VE | d1 | 优", "VP | d2 | 40"])
    #expect(
      try database.rows("SELECT rank, code, total, base, stale, status FROM district_ranking WHERE assessment = '2022'")
        == [
          "1 | d1 | 92.35 | 88.35 | 0 | provisional", " | d2 |  |  | 1 | provisional", " | d3 |  |  | 1 | provisional",
        ])
    #expect(try database.rows("SELECT * FROM writer") == ["external | "])
  }

  @Test func everyChangeOfAFactIsAudited() throws {
    let database = try SchemaDatabase()
    let triggers = Set(try database.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
    for table in try database.rows(Self.tablesQuery) where !(Self.derived + Self.rules).contains(table) {
      for action in ["insert", "update", "delete"] where table != "database_identity" || action != "insert" {
        #expect(triggers.contains("audit_\(table)_\(action)"))
      }
    }
  }

  /// A trigger that forgot a column would log too little, or nothing.
  @Test func auditTriggersKnowEveryColumn() throws {
    let database = try SchemaDatabase()
    for table in try database.rows(Self.tablesQuery) where !(Self.derived + Self.rules).contains(table) {
      let columns = try database.rows("SELECT name FROM pragma_table_xinfo('\(table)') WHERE hidden = 0")
      let sql = try #require(
        try database.rows("SELECT sql FROM sqlite_schema WHERE name = 'audit_\(table)_update'").first)
      let condition = sql.prefix(upTo: try #require(sql.firstRange(of: "BEGIN")).lowerBound)
      for column in columns {
        #expect(condition.contains("OLD.\(column)") && condition.contains("NEW.\(column)"), "\(table).\(column)")
      }
      guard table != "database_identity" else { continue }
      let logged = try database.rows(
        """
        SELECT (SELECT group_concat(key, ',') FROM json_each(new)) FROM audit_log
        WHERE table_name = '\(table)' AND action = 'insert' LIMIT 1
        """)
      #expect(logged == [columns.joined(separator: ",")])
    }
  }

  @Test(arguments: rules)
  func rulesNeverChange(table: String) throws {
    let database = try SchemaDatabase()
    let column = try #require(
      try database.rows("SELECT name FROM pragma_table_info('\(table)') LIMIT 1 OFFSET 1").first)
    for sql in ["UPDATE \(table) SET \(column) = \(column)", "DELETE FROM \(table)"] {
      let error = #expect(throws: DatabaseError.self) { try database.execute(sql) }
      #expect(error?.message == "\(table): rules never change: import what has changed as a rule set with another code")
    }
  }

  @Test func theAuditLogNeverChanges() throws {
    let database = try SchemaDatabase()
    let refusals = [
      ("UPDATE audit_log SET actor = 'x'", "changed"), ("DELETE FROM audit_log", "deleted"),
      (
        "INSERT OR REPLACE INTO audit_log (id, actor, table_name, record, action) VALUES (1, 'a', 'b', 'c', 'insert')",
        "replaced"
      ),
    ]
    for (sql, word) in refusals {
      let error = #expect(throws: DatabaseError.self) { try database.execute(sql) }
      #expect(error?.message == "audit_log: entries are never \(word)")
    }
  }

  @Test func theDemoIsSound() throws {
    let store = try Store.withDemo()
    #expect(try store.rows("PRAGMA foreign_key_check") == [])
    #expect(try store.rows("PRAGMA integrity_check") == ["ok"])
    #expect(try store.rows("SELECT * FROM session") == [])
    #expect(try store.rows("SELECT * FROM stale") == [])
    // The triggers that the import put aside are all there again.
    let triggers = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"
    #expect(try store.rows(triggers) == Store.inMemory().rows(triggers))
  }
}
