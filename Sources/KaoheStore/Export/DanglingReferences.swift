import GRDB
import KaoheScoring

/// Records that another program left referring to what is not there.
struct DanglingReferences {
  private let database: Database

  /// How many are listed of each reference.
  private static let limit = 20

  init(_ database: Database) { self.database = database }

  func problems() throws -> [StoreError] {
    let found = try Row.fetchAll(
      database,
      sql: """
        SELECT "table" AS child, parent, fkid, count(*) AS number FROM pragma_foreign_key_check GROUP BY child, fkid
        """)
    return try found.flatMap { row in
      try CopiedTable.named(row["child"]).map { try problems(of: $0, row["parent"], row["fkid"], row["number"]) } ?? []
    }
  }

  private func problems(of table: CopiedTable, _ parent: String, _ reference: Int, _ number: Int) throws -> [StoreError]
  {
    let columns = try Row.fetchAll(
      database, sql: "SELECT \"from\", \"to\" FROM pragma_foreign_key_list(?) WHERE id = ? ORDER BY seq",
      arguments: [table.name, reference])
    // Without a column, the primary key is meant.
    let key =
      try String.fetchOne(database, sql: "SELECT name FROM pragma_table_info(?) WHERE pk = 1", arguments: [parent])
      ?? "rowid"
    let pairs = columns.map { (from: $0[0] as String, to: $0[1] as String? ?? key) }
    let isSet = pairs.map { "m.\($0.from) IS NOT NULL" }.joined(separator: " AND ")
    let isSame = pairs.map { "p.\($0.to) = m.\($0.from)" }.joined(separator: " AND ")
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT \(try TableSQL(table, database).record(of: "m")),
          \(pairs.map { "m.\($0.from)" }.joined(separator: " || ' / ' || "))
        FROM \(table.name) AS m
        WHERE \(isSet) AND NOT EXISTS (SELECT 1 FROM \(parent) AS p WHERE \(isSame))
        ORDER BY 1 LIMIT \(Self.limit)
        """)
    let names = pairs.map(\.from).joined(separator: ", ")
    var problems = rows.map { row in
      let (record, code): (String, String) = (row[0], row[1])
      return StoreError(
        "dangling-reference",
        Bilingual(
          "\(table.name) \(record)：\(names) 指向不存在的 \(parent) \(code.excerpt)",
          en: "\(table.name) \(record): \(names) refers to \(parent) \(code.excerpt), which is not there"),
        hint: Bilingual("先补上它，或改正这条记录", en: "put it back, or correct the record, first"))
    }
    if number > rows.count {
      problems.append(.more(number - rows.count, in: table.name))
    }
    return problems
  }
}

extension StoreError {
  /// What a long list leaves off.
  static func more(_ number: Int, in place: String) -> StoreError {
    StoreError(
      "more", Bilingual("\(place) 中还有 \(number) 条", en: "and \(number) more in \(place)"))
  }
}
