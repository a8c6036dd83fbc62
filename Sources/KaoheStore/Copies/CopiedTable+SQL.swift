import GRDB

/// A table with its columns, as SQL needs it.
struct TableSQL {
  let table: CopiedTable
  /// The columns that are stored, in their order: what a version's content has.
  let columns: [String]

  init(_ table: CopiedTable, _ database: Database) throws {
    self.table = table
    columns = try String.fetchAll(
      database, sql: "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0", arguments: [table.name])
  }

  var name: String { table.name }

  /// All columns, e.g. for `INSERT INTO … (here)`.
  var list: String { columns.joined(separator: ", ") }

  func list(of row: String) -> String { columns.map { "\(row).\($0)" }.joined(separator: ", ") }

  /// The key of a row as `audit_log.record` writes it.
  func record(of row: String) -> String { table.key.map { "\(row).\($0)" }.joined(separator: " || ' / ' || ") }

  /// A row as the audit log writes it, to the byte.
  func content(of row: String) -> String {
    "json_object(" + columns.map { "'\($0)', \(row).\($0)" }.joined(separator: ", ") + ")"
  }

  /// Whether two rows have the same key.
  func sameKey(_ one: String, _ other: String) -> String {
    table.key.map { "\(one).\($0) = \(other).\($0)" }.joined(separator: " AND ")
  }

  /// Whether two rows of the same key differ; nil where there is nothing but the key.
  func differs(_ one: String, _ other: String) -> String? {
    // A generated key column stands for stored ones, so every stored column is compared.
    let rest = columns.filter { !table.key.contains($0) }
    if rest.isEmpty { return nil }
    return "(" + rest.map { "\(one).\($0)" }.joined(separator: ", ") + ") IS NOT ("
      + rest.map { "\(other).\($0)" }.joined(separator: ", ") + ")"
  }

  /// Records of this table that have versions in a database.
  func versioned(in schema: String) -> String {
    "(SELECT record FROM \(schema).record_version WHERE table_name = '\(name)')"
  }

  /// The version that each record shows: of those that hold, the newest; of a link, one in which it is there; of a visit,
  /// the one of the most binding status.
  func shown(in schema: String) -> String {
    // A visit shows how far it has come at most, so that nothing reopens it unseen.
    let status = """
      CASE h.content ->> '$.status' WHEN 'confirmed' THEN 0 WHEN 'submitted' THEN 1 WHEN 'cancelled' THEN 2 ELSE 3 END,
      """
    let presence = table.kind == .link ? "h.content = ''," : table.name == "visit" ? status : ""
    return """
      (SELECT record, content FROM (
        SELECT h.record, h.content, row_number() OVER (
          PARTITION BY h.record ORDER BY \(presence) h.id DESC, h.content DESC) AS place
        FROM \(schema).record_head AS h WHERE h.table_name = '\(name)')
      WHERE place = 1)
      """
  }
}
