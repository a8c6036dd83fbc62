import GRDB
import Testing

@testable import KaoheStore

extension Store {
  /// Every row of every table, as SQLite's literals.
  func contents() throws -> [String: [String]] {
    try read { database in
      let tables = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      return try Dictionary(uniqueKeysWithValues: tables.map { ($0, try database.literals(of: $0)) })
    }
  }

  /// The rows of a query: the values of a row with ` | ` between.
  func rows(_ sql: String) throws -> [String] {
    try read { try $0.rows(sql) }
  }

  /// Writes as another program does: without a session.
  func executeAsOther(_ sql: String) throws {
    try queue.write { database in
      database.runTriggers(true)
      try database.execute(sql: sql)
    }
  }
}

extension Database {
  func literals(of table: String) throws -> [String] {
    let columns = try String.fetchAll(self, sql: "SELECT name FROM pragma_table_xinfo(?)", arguments: [table])
    return try String.fetchAll(
      self, sql: "SELECT \(columns.map { "quote(\($0))" }.joined(separator: " || ', ' || ")) FROM \(table)")
  }

  /// The values of a row with ` | ` between; nothing for NULL.
  func rows(_ sql: String) throws -> [String] {
    try Row.fetchAll(self, sql: sql).map { row in
      row.databaseValues.map { value in
        switch value.storage {
        case .null: ""
        case .int64(let integer): String(integer)
        case .double(let number): String(number)
        case .string(let text): text
        case .blob: "blob"
        }
      }
      .joined(separator: " | ")
    }
  }
}

/// Expects that each table holds the same rows.
func expectSame(
  _ contents: [String: [String]], _ expected: [String: [String]], sourceLocation: SourceLocation = #_sourceLocation
) {
  for table in Set(contents.keys).union(expected.keys).sorted() where contents[table] != expected[table] {
    let (found, known) = (contents[table] ?? [], expected[table] ?? [])
    let more = found.filter { !known.contains($0) }.prefix(3)
    let fewer = known.filter { !found.contains($0) }.prefix(3)
    Issue.record("\(table): +\(Array(more)) -\(Array(fewer))", sourceLocation: sourceLocation)
  }
}
