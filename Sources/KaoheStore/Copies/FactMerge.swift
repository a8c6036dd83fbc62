import GRDB
import KaoheScoring

/// Merges append-only tables: a plain union of rows, whose identities are unique over all copies.
struct FactMerge {
  private let database: Database
  private let theirs: String

  init(_ database: Database, from schema: String) {
    self.database = database
    theirs = schema
  }

  /// Takes the rows that we lack. The checks of the schema hold for each.
  ///
  /// - Returns: how many.
  func take(_ table: CopiedTable) throws -> Int {
    let table = try TableSQL(table, database)
    guard try database.lacks(rowsOf: table, in: theirs) else { return 0 }
    try logReturns(to: table)
    try database.execute(
      sql: """
        INSERT INTO main.\(table.name) (\(table.list))
        SELECT \(table.list(of: "o")) FROM \(theirs).\(table.name) AS o
        WHERE NOT EXISTS (SELECT 1 FROM main.\(table.name) AS m WHERE \(table.sameKey("m", "o")))
        """)
    return database.changesCount
  }

  /// Logs rows that another program deleted here and that now come back: `observation_history` knows the gap from the log.
  private func logReturns(to table: TableSQL) throws {
    let deleted = "(SELECT record FROM main.audit_log WHERE table_name = '\(table.name)' AND action = 'delete')"
    guard try Bool.fetchOne(database, sql: "SELECT EXISTS \(deleted)") == true else { return }
    try database.execute(
      sql: """
        INSERT INTO main.audit_log (actor, command, table_name, record, action, new)
        SELECT w.actor, w.command, '\(table.name)', \(table.record(of: "o")), 'insert', \(table.content(of: "o"))
        FROM \(theirs).\(table.name) AS o, main.writer AS w
        WHERE \(table.record(of: "o")) IN \(deleted)
          AND NOT EXISTS (SELECT 1 FROM main.\(table.name) AS m WHERE \(table.sameKey("m", "o")))
        """)
  }

  /// Facts that both sides have under one identity and with other contents.
  ///
  /// - Returns: the first ones, as `table key`.
  func contradictions(limit: Int) throws -> [String] {
    var found: [String] = []
    for fact in CopiedTable.facts + [CopiedTable.versions] where found.count < limit {
      let table = try TableSQL(fact, database)
      guard let differs = table.differs("m", "o") else { continue }
      found += try String.fetchAll(
        database,
        sql: """
          SELECT '\(table.name) ' || \(table.record(of: "o"))
          FROM \(theirs).\(table.name) AS o JOIN main.\(table.name) AS m ON \(table.sameKey("m", "o"))
          WHERE \(differs) ORDER BY 1 LIMIT \(limit - found.count)
          """)
    }
    // First versions have no identity of their own; every other one does.
    found += try String.fetchAll(
      database,
      sql: """
        SELECT 'record_version ' || o.table_name || ' / ' || o.record || ' / ' || o.id
        FROM \(theirs).record_version AS o
        JOIN main.record_version AS m ON m.table_name = o.table_name AND m.record = o.record AND m.id = o.id
        WHERE o.id <> 0 AND m.content <> o.content ORDER BY 1 LIMIT \(limit)
        """)
    return Array(found.prefix(limit))
  }

  /// Assessments of the visits that their rows of a table speak of, and of which we lack some.
  func touchedAssessments(_ table: CopiedTable) throws -> [String] {
    let table = try TableSQL(table, database)
    return try String.fetchAll(
      database,
      sql: """
        SELECT DISTINCT v.assessment
        FROM main.visit AS v
        WHERE v.code IN (
          SELECT o.visit FROM \(theirs).\(table.name) AS o
          WHERE NOT EXISTS (SELECT 1 FROM main.\(table.name) AS m WHERE \(table.sameKey("m", "o"))))
        """)
  }
}

extension Database {
  /// Whether another database has rows of a table whose keys we lack. To prepare an `INSERT` with all its triggers takes
  /// longer than to find that there is nothing to insert.
  func lacks(rowsOf table: TableSQL, in schema: String) throws -> Bool {
    try Bool.fetchOne(
      self,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM \(schema).\(table.name) AS o
          WHERE NOT EXISTS (SELECT 1 FROM main.\(table.name) AS m WHERE \(table.sameKey("m", "o"))))
        """) ?? false
  }
}
