import GRDB
import KaoheScoring

/// Whether the file can be read as it was written, and whether everything is there that its rows refer to.
struct FileCheck {
  private let database: Database

  /// How many places of a damaged file are named, and how many rows that refer to nothing.
  private static let limits = (damage: 100, rows: 20)

  init(_ database: Database) { self.database = database }

  /// What SQLite finds: pages, indexes that lack rows, values that a check of the schema refuses.
  func damage() throws -> [DatabaseFault] {
    var texts: [String] = []
    let found = try String.fetchCursor(database, sql: "PRAGMA integrity_check(\(Self.limits.damage))")
    do {
      while let text = try found.next() { texts.append(text) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      // Where it can't go on, what it found before still holds.
      if texts.isEmpty { throw error }
    }
    let lines = texts.flatMap { $0.split(separator: "\n").map(String.init) }
    // A first line only names the database.
    return lines.filter { $0 != "ok" && !$0.hasPrefix("***") }.map { DatabaseFault(.damage, Bilingual($0, en: $0)) }
  }

  /// One for each pair of tables, with its first rows.
  func danglingReferences() throws -> [DatabaseFault] {
    let pairs = try Row.fetchAll(
      database,
      sql: """
        SELECT "table", parent, count(*) FROM pragma_foreign_key_check
        GROUP BY "table", parent ORDER BY "table", parent
        """)
    if pairs.isEmpty { return [] }
    let examples = try MissingReferences(database).all(limit: Self.limits.rows)
    return pairs.map { row in
      let (table, parent, count) = (row[0] as String, row[1] as String, row[2] as Int)
      let found = examples.filter { $0.row.hasPrefix(table + " ") && $0.parent.hasPrefix(parent + " ") }
      let list = found.prefix(5).map { "\($0.row) → \($0.parent)" }
      let more = count > list.count && !list.isEmpty ? " …" : ""
      return DatabaseFault(
        .reference,
        Bilingual(
          "\(table) 有 \(count) 行引用了不存在的 \(parent)" + (list.isEmpty ? "" : "：" + list.joined(separator: "；") + more),
          en:
            "\(count) row\(count == 1 ? "" : "s") of \(table) refer\(count == 1 ? "s" : "") to \(parent) that is not there"
            + (list.isEmpty ? "" : ": " + list.joined(separator: "; ") + more)),
        place: table)
    }
  }
}
