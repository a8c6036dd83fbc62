import GRDB

extension Export {
  /// What belongs to the database file itself and no import takes: every observation with those that were superseded, steps
  /// with their identities, versions of records, the audit log. Tables as they are, rows in the order of their keys.
  mutating func writeHistory() throws {
    try folder.makeFolder("history")
    let facts = (CopiedTable.facts + [CopiedTable.versions, CopiedTable.successions]).map(\.name)
    for table in (facts + ["merge_log", "audit_log"]).sorted() {
      try writeTable(table, to: "history")
    }
  }

  /// Writes a table as it is, in the order of its key.
  mutating func writeTable(_ table: String, to subfolder: String) throws {
    let columns = try Row.fetchAll(
      database, sql: "SELECT name, pk FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid", arguments: [table])
    let key = columns.filter { $0[1] > 0 }.sorted { ($0[1] as Int) < $1[1] }.map { $0[0] as String }
    try writeRelation(table, columns.map { $0[0] }, order: key, to: subfolder)
  }

  mutating func writeRelation(_ name: String, _ columns: [String], order: [String], to subfolder: String) throws {
    func list(_ columns: [String]) -> String { columns.map { "\"\($0)\"" }.joined(separator: ", ") }
    try write(
      "\(subfolder)/\(name).csv",
      "SELECT \(list(columns)) FROM \(name)" + (order.isEmpty ? "" : " ORDER BY \(list(order))"), columns,
      isKeptEmpty: true, tellsEmpty: true)
  }
}
