import GRDB
import KaoheQuestions
import KaoheSchema
import KaoheScoring

extension Store {
  /// The tables and views of this very file, also those that somebody added, with what its dictionary says of them:
  /// what analysts read comes first.
  public func schemaObjects() throws -> [SchemaObject] {
    try read { database in
      var meanings: [String: [String: Row]] = [:]
      for row in try dictionaryRows(database) {
        meanings[row["object"], default: [:]][row["column_name"]] = row
      }
      let objects = try Row.fetchAll(
        database,
        sql: """
          SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT GLOB 'sqlite_*' ORDER BY rowid
          """)
      return try objects.map { try SchemaObject($0, meanings[$0["name"]] ?? [:], database) }
        .enumerated().sorted { ($0.element.group, $0.offset) < ($1.element.group, $1.offset) }.map(\.element)
    }
  }

  private func dictionaryRows(_ database: Database) throws -> [Row] {
    // Somebody else's table of that name may hold anything.
    let columns = Documentation.tables[0].columns.split(separator: " ")
      .map { "coalesce(CAST(\($0) AS TEXT), '') AS \($0)" }
    do {
      return try Row.fetchAll(database, sql: "SELECT \(columns.joined(separator: ", ")) FROM data_dictionary")
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      throw StoreError(
        "no-dictionary",
        Bilingual(
          "\(path) 里的数据字典（data_dictionary）缺失或被改过",
          en: "the table data_dictionary of \(path) is missing or was changed"),
        hint: Bilingual("运行 `kaohe init` 重建它", en: "run `kaohe init`, which makes it again"))
    }
  }
}

/// What a database says of itself: the tables of migration 0015.
enum Documentation {
  private static let dictionary = DictionaryEntry.all
    .map { [$0.object, $0.column, $0.chinese, $0.english, $0.unit, $0.source] }
    .sorted { $0.lexicographicallyPrecedes($1) }

  private static let questions = SavedQuestion.all.map { [$0.name, $0.title.chinese, $0.title.english, $0.sql] }
    .sorted { $0.lexicographicallyPrecedes($1) }

  static let tables = [
    (name: "data_dictionary", columns: "object column_name meaning_zh meaning_en unit source", rows: dictionary),
    (name: "saved_question", columns: "name title_zh title_en sql", rows: questions),
  ]

  static func isCurrent(_ database: Database) throws -> Bool {
    try tables.allSatisfy { table in
      let columns = table.columns.split(separator: " ").joined(separator: ", ")
      let rows = try Row.fetchAll(database, sql: "SELECT \(columns) FROM \(table.name)")
        .map { row in (0..<row.count).map { row[$0] as String } }
      return rows.sorted { $0.lexicographicallyPrecedes($1) } == table.rows
    }
  }

  static func write(_ database: Database) throws {
    for table in tables {
      try database.execute(sql: "DELETE FROM \(table.name)")
      let batch = BatchInsert(database, into: table.name, columns: table.columns)
      for row in table.rows { try batch.add(row.map { .text($0) }) }
      try batch.flush()
    }
  }
}
