import GRDB

/// A record that was changed on two sides: versions that hold, and differ.
struct RecordConflict {
  /// A version that holds.
  struct Head {
    /// 0 for what the record held before its first change.
    var version: Int64
    var content: String
    /// The row by column; nil: deleted.
    var columns: [Conflict.Column]?
    var reason: String
    var recordedAt: String
    var recordedBy: String
    /// What a decision names it by: the version; of several first versions, `0a`, `0b` ….
    var id: String
  }

  let table: CopiedTable
  let record: String
  /// Oldest first; the last is shown.
  let heads: [Head]

  var name: String { table.name + "/" + record.replacing(" / ", with: "/") }

  /// The columns of a version in which the versions differ.
  func changedColumns(of head: Head) -> [Conflict.Column] {
    let rows = heads.compactMap(\.columns)
    return (head.columns ?? []).enumerated().filter { position, column in
      rows.contains { $0.indices.contains(position) && $0[position] != column } || rows.count < 2
    }.map(\.element)
  }
}

/// Finds records with versions that hold and differ.
struct RecordConflictReader {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func all() throws -> [RecordConflict] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT table_name, record FROM record_head
        GROUP BY table_name, record HAVING count(DISTINCT content) > 1 ORDER BY table_name, record
        """
    ).compactMap { row in
      guard let table = CopiedTable.named(row[0]), table.kind == .record else { return nil }
      return RecordConflict(table: table, record: row[1], heads: try heads(table, row[1]))
    }
  }

  private func heads(_ table: CopiedTable, _ record: String) throws -> [RecordConflict.Head] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT v.id, v.content, v.reason, v.recorded_at, v.recorded_by
        FROM record_head AS h JOIN record_version AS v USING (table_name, record, id, content)
        WHERE h.table_name = ? AND h.record = ? ORDER BY v.id, v.content
        """,
      arguments: [table.name, record])
    let firsts = rows.filter { ($0[0] as Int64) == 0 }.count
    return try rows.enumerated().map { position, row in
      let version: Int64 = row[0]
      let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(position % 26)))
      return RecordConflict.Head(
        version: version, content: row[1], columns: try columns(of: row[1]), reason: row[2], recordedAt: row[3],
        recordedBy: row[4], id: version == 0 && firsts > 1 ? "0\(letter)" : "\(version)")
    }
  }

  private func columns(of content: String) throws -> [Conflict.Column]? {
    if content.isEmpty { return nil }
    return try Row.fetchAll(database, sql: "SELECT key, value FROM json_each(?)", arguments: [content]).map { row in
      Conflict.Column(
        name: row[0], value: String.fromDatabaseValue(row[1]) ?? Int64.fromDatabaseValue(row[1]).map { "\($0)" })
    }
  }
}
