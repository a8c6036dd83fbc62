import GRDB
import KaoheScoring

extension Export {
  /// Views that only the program has a use for.
  static let technicalViews: Set = ["writer", "identity_now"]

  /// Every derived table and every view, as the schema has them, and the data dictionary that explains their columns.
  mutating func writeResults() throws {
    try folder.makeFolder("results")
    for table in try derivedTables() { try writeTable(table, to: "results") }
    for view in try names("type = 'view'") where !Self.technicalViews.contains(view) {
      let columns = try String.fetchAll(
        database, sql: "SELECT name FROM pragma_table_xinfo(?) ORDER BY cid", arguments: [view])
      // A view has no key; its columns stand in the order in which people sort.
      try writeRelation(view, columns, order: columns, to: "results")
    }
    for table in try names("name = 'data_dictionary' AND type = 'table'") { try writeTable(table, to: "results") }
  }

  /// They refer to nothing and speak of an assessment or a visit by its code.
  private func derivedTables() throws -> [String] {
    try names(
      """
      type = 'table' AND name <> 'stale' AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(s.name))
        AND EXISTS (
          SELECT 1 FROM pragma_table_xinfo(s.name) AS c WHERE c.name IN ('assessment', 'visit'))
      """)
  }

  private func names(_ condition: String) throws -> [String] {
    try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema AS s WHERE \(condition) ORDER BY name")
  }
}
