import GRDB
import KaoheSchema
import KaoheScoring

/// A table, a view, an index or a trigger, as the migrations make it.
struct SchemaPart: Sendable {
  var kind: String
  var name: String
  /// Of a table, what the columns are named.
  var columns: [String] = []
  var sql: String

  /// In the order in which they are made. Read from a database that the migrations made: SQLite knows best what is left
  /// of what they make, change and drop.
  static let all = Result { try Store.prepare(":memory:").store.read { try parts($0) } }

  /// What SQLite makes itself (indexes of keys, statistics) is left out.
  private static func parts(_ database: Database) throws -> [SchemaPart] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT s.type, s.name, s.sql,
          (SELECT group_concat(c.name, char(10)) FROM pragma_table_xinfo(s.name) AS c WHERE s.type = 'table')
        FROM sqlite_schema AS s WHERE s.sql IS NOT NULL AND s.name NOT GLOB 'sqlite_*' ORDER BY s.rowid
        """
    ).map { row in
      let columns = (row[3] as String? ?? "").split(separator: "\n").map(String.init)
      return SchemaPart(kind: row[0], name: row[1], columns: columns, sql: row[2])
    }
  }

  /// Those of `wanted` that are missing or others in a database.
  static func wrong(of wanted: [SchemaPart], _ database: Database) throws -> [SchemaPart] {
    let found = try parts(database)
    let texts = Set(found.map(\.sql))
    return wanted.filter { part in
      if texts.contains(part.sql) { return false }
      guard part.kind == "table", !part.isDocumentation else { return true }
      // Somebody may have added a column.
      return !found.contains { $0.kind == "table" && $0.isNamed(part.name) && part.missingColumn(in: $0) == nil }
    }
  }

  /// Makes it anew.
  ///
  /// - Throws: `StoreError` where records were lost, or would be.
  func remake(_ database: Database, path: String) throws {
    if let found = try SchemaPart.parts(database).first(where: { isInPlaceOfThis($0) }) {
      // A table may hold somebody's facts; only those of the documentation hold none.
      if found.kind == "table", kind != "table" { throw taken(path) }
      if kind == "table", !isDocumentation { throw lost(missingColumn(in: found), path) }
      try database.execute(sql: "DROP \(found.kind) \(name)")
    } else if kind == "table", !isDocumentation, !isDerived {
      throw lost(nil, path)
    }
    try database.execute(sql: sql)
  }

  // MARK: Kinds

  var isDocumentation: Bool { Documentation.tables.contains { $0.name == name } }

  /// Whether results, or what is stale of them, may be another when it was missing.
  var bearsOnResults: Bool { kind == "trigger" || isDerived }

  /// A table that `recompute` fills, or that only a transaction under way has rows in.
  private var isDerived: Bool { kind == "table" && SchemaPart.derived.contains(name) }

  private static let derived = Set(
    DictionaryEntry.all.filter { $0.column.isEmpty && $0.source.hasPrefix("rules.md") }.map(\.object)
  ).union(["stale", "session"])

  private func isNamed(_ other: String) -> Bool { name.lowercased() == other.lowercased() }

  /// Triggers have names of their own.
  private func isInPlaceOfThis(_ other: SchemaPart) -> Bool {
    isNamed(other.name) && (kind == "trigger") == (other.kind == "trigger")
  }

  private func missingColumn(in other: SchemaPart) -> String? { columns.first { !other.columns.contains($0) } }
}

extension SchemaPart {
  private func taken(_ path: String) -> StoreError {
    StoreError(
      "name-taken",
      Bilingual(
        "\(path) 里的 \(name) 应是\(word.chinese)，却是一张表", en: "\(name) in \(path) is a table, and should be \(word.english)"
      ),
      hint: Bilingual("把那张表改名后再运行 `kaohe init`", en: "rename that table, then run `kaohe init` again"))
  }

  private func lost(_ column: String?, _ path: String) -> StoreError {
    let missing =
      column.map { Bilingual("\(name) 表的 \($0) 列", en: "the column \($0) of the table \(name)") }
      ?? Bilingual("\(name) 表", en: "the table \(name)")
    return StoreError(
      "lost-records",
      Bilingual(
        "\(path) 里没有了 \(missing.chinese)，其中的记录也就没有了",
        en: "\(missing.english) is gone from \(path), with what it held"),
      hint: Bilingual(
        "不能重建；用 `kaohe restore` 恢复备份", en: "it can't be made again: go back to a backup with `kaohe restore`"))
  }

  private var word: Bilingual {
    kind == "view" ? Bilingual("视图", en: "a view") : Bilingual("索引", en: "an index")
  }
}
