import GRDB
import GRDBSQLite

/// Rows that refer to something that is not there.
struct MissingReferences {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// To be called in a transaction whose foreign keys are deferred, before it ends. Costs nothing where all is well.
  ///
  /// - Returns: the first ones: the row, e.g. `finding F1`, and what it refers to, e.g. `visit V9`.
  func first(limit: Int) throws -> [(row: String, parent: String)] {
    var (open, highest): (Int32, Int32) = (0, 0)
    sqlite3_db_status(database.sqliteConnection, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &highest, 0)
    if open == 0 { return [] }
    let found = try all(limit: limit)
    // Nothing else has foreign keys that a merge could break; if something had, it would still not be stored.
    if found.isEmpty { throw DatabaseError(resultCode: .SQLITE_CONSTRAINT, message: "FOREIGN KEY constraint failed") }
    return found
  }

  /// Looks through every table of facts, whatever the transaction knows.
  func all(limit: Int) throws -> [(row: String, parent: String)] {
    var found: [(row: String, parent: String)] = []
    for table in CopiedTable.all where found.count < limit {
      for reference in try references(of: table) where found.count < limit {
        found += try rows(of: table, without: reference, limit: limit - found.count)
      }
    }
    return found
  }

  private struct Reference {
    var parent: String
    /// Pairs of columns.
    var columns: [(from: String, to: String)]
  }

  private func references(of table: CopiedTable) throws -> [Reference] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?) ORDER BY id, seq",
      arguments: [table.name])
    var references: [Int: Reference] = [:]
    for row in rows {
      let parent: String = row[1]
      // Without a column, the primary key is meant.
      let key = try String.fetchOne(
        database, sql: "SELECT name FROM pragma_table_info(?) WHERE pk = 1", arguments: [parent])
      let (from, to): (String, String) = (row[2], row[3] as String? ?? key ?? "rowid")
      references[row[0], default: Reference(parent: parent, columns: [])].columns.append((from, to))
    }
    return references.sorted { $0.key < $1.key }.map(\.value)
  }

  private func rows(of table: CopiedTable, without reference: Reference, limit: Int) throws -> [(
    row: String, parent: String
  )] {
    let sql = try TableSQL(table, database)
    let isSet = reference.columns.map { "m.\($0.from) IS NOT NULL" }.joined(separator: " AND ")
    let isSame = reference.columns.map { "p.\($0.to) = m.\($0.from)" }.joined(separator: " AND ")
    let parent = reference.columns.map { "m.\($0.from)" }.joined(separator: " || ' / ' || ")
    return try Row.fetchAll(
      database,
      sql: """
        SELECT \(sql.record(of: "m")), \(parent) FROM main.\(table.name) AS m
        WHERE \(isSet) AND NOT EXISTS (SELECT 1 FROM main.\(reference.parent) AS p WHERE \(isSame))
        ORDER BY 1 LIMIT \(limit)
        """
    ).map { ("\(table.name) \($0[0] as String)", "\(reference.parent) \($0[1] as String)") }
  }
}
