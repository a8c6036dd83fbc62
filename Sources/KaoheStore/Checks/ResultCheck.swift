import GRDB
import KaoheSchema
import KaoheScoring

/// Compares the stored results of an assessment with what its records give when all of them are evaluated anew.
///
/// The engine writes its results once more, into tables of the same names that this connection alone sees and that take
/// the place of the stored ones (SQLite looks among temporary tables first). So there is one way in which results are made
/// and stored, and a column or a table that is added is compared, too.
struct ResultCheck {
  private let database: Database
  private let assessment: String

  /// How many rows of a table are named.
  private static let limit = 5
  /// Columns that say when, and not what.
  private static let uncompared: Set = ["computed_at"]

  /// - Parameter database: in a transaction that is rolled back in the end.
  init(_ database: Database, _ assessment: String) {
    self.database = database
    self.assessment = assessment
  }

  /// The tables that hold results: those of which the data dictionary says that the rules of scoring make them.
  static let tables: Set<String> = Set(
    DictionaryEntry.all.filter { $0.column.isEmpty && $0.source.hasPrefix("rules.md") }.map(\.object))

  func faults() throws -> [DatabaseFault] {
    let tables = try Row.fetchAll(
      database, sql: "SELECT name, sql FROM main.sqlite_schema WHERE type = 'table' ORDER BY name"
    ).map { (name: $0[0] as String, sql: $0[1] as String? ?? "") }
    let results = tables.filter { Self.tables.contains($0.name) }
    for table in results + tables.filter({ $0.name == "stale" }) {
      try database.execute(sql: "CREATE TEMP" + table.sql.dropFirst("CREATE".count))
    }
    try Recomputation(database, assessment: assessment).store()
    return try results.compactMap { try difference(in: ResultTable($0.name, database, without: Self.uncompared)) }
  }

  private func difference(in table: ResultTable) throws -> DatabaseFault? {
    let rows = try table.differences(database, of: assessment)
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM (\(rows))", arguments: [assessment]) ?? 0
    if count == 0 { return nil }
    let first = try Row.fetchAll(
      database, sql: "SELECT * FROM (\(rows)) ORDER BY 1, 2, 3 LIMIT \(Self.limit)", arguments: [assessment])
    let texts = try first.map { try table.text(of: $0, database) }
    let more = count > Self.limit ? " …" : ""
    return DatabaseFault(
      .result,
      Bilingual(
        "\(table.name) 有 \(count) 行与重算不符：\(texts.map(\.chinese).joined(separator: "；"))\(more)",
        en:
          "\(count) row\(count == 1 ? "" : "s") of \(table.name) differ\(count == 1 ? "s" : "") from a recomputation: "
          + texts.map(\.english).joined(separator: "; ") + more),
      assessment: assessment, place: table.name)
  }
}

/// A table of results, stored (`main`) and computed anew (`temp`).
private struct ResultTable {
  let name: String
  private let key: [String]
  private let columns: [String]
  private let namesAssessment: Bool

  init(_ name: String, _ database: Database, without uncompared: Set<String>) throws {
    self.name = name
    let rows = try Row.fetchAll(database, sql: "SELECT name, pk FROM pragma_table_info(?, 'main')", arguments: [name])
    namesAssessment = rows.contains { $0[0] as String == "assessment" }
    key = rows.filter { $0[1] as Int > 0 }.sorted { ($0[1] as Int) < ($1[1] as Int) }
      .map { $0[0] }
    columns = rows.filter { $0[1] as Int == 0 && !uncompared.contains($0[0]) }.map { $0[0] }
  }

  /// The key of each row that differs, as one text; the district; whether the row is stored, and whether it is computed.
  func differences(_ database: Database, of assessment: String) throws -> String {
    let same = key.map { "m.\($0) = t.\($0)" }.joined(separator: " AND ")
    let differs = columns.map { "m.\($0) IS NOT t.\($0)" }.joined(separator: " OR ")
    // A score of a visit names the visit only; those of visits that are no more belong to nobody.
    let isOurs =
      namesAssessment
      ? "m.assessment = ?1" : "m.visit IN (SELECT code FROM main.visit WHERE assessment = ?1)"
    return """
      SELECT \(fields(of: "m")), 1 AS is_stored, t.\(key[0]) IS NOT NULL AS is_computed
      FROM main.\(name) AS m LEFT JOIN temp.\(name) AS t ON \(same)
      WHERE \(isOurs) AND (t.\(key[0]) IS NULL OR \(differs.isEmpty ? "0" : differs))
      UNION ALL
      SELECT \(fields(of: "t")), 0, 1
      FROM temp.\(name) AS t
      WHERE NOT EXISTS (SELECT 1 FROM main.\(name) AS m WHERE \(same))
      """
  }

  private func fields(of row: String) -> String { key.map { "\(row).\($0) AS \($0)" }.joined(separator: ", ") }

  /// `320281 A1.1：score_exact 19/4，应为 5`.
  func text(of row: Row, _ database: Database) throws -> Bilingual {
    let keys = StatementArguments(key.map { row[$0] as DatabaseValue })
    let place = key.filter { $0 != "assessment" }.map { row[$0] as String? ?? "" }.filter { !$0.isEmpty }
      .joined(separator: " ")
    let head = place.isEmpty ? name : place
    guard row["is_stored"] as Bool else { return Bilingual("\(head) 没有存下", en: "\(head) is not stored") }
    guard row["is_computed"] as Bool else { return Bilingual("\(head) 不该有", en: "\(head) should not be there") }
    let isIt = key.map { "\($0) = ?" }.joined(separator: " AND ")
    let stored = try Row.fetchOne(database, sql: "SELECT * FROM main.\(name) WHERE \(isIt)", arguments: keys)
    let computed = try Row.fetchOne(database, sql: "SELECT * FROM temp.\(name) WHERE \(isIt)", arguments: keys)
    guard let stored, let computed,
      let column = columns.first(where: { stored[$0] as DatabaseValue != computed[$0] as DatabaseValue })
    else { return Bilingual(head, en: head) }
    return try text(head, column, stored[column], computed[column], database)
  }

  private func text(
    _ head: String, _ column: String, _ stored: DatabaseValue, _ computed: DatabaseValue, _ database: Database
  ) throws -> Bilingual {
    // Several scores in one column (a JSON object): the ones that differ.
    let members = try Row.fetchAll(
      database,
      sql: """
        SELECT key, max(iif(side = 0, value, NULL)), max(iif(side = 1, value, NULL)) FROM (
          SELECT key, value, 0 AS side FROM json_each(iif(json_valid(?1) AND substr(?1, 1, 1) = '{', ?1, '{}'))
          UNION ALL
          SELECT key, value, 1 FROM json_each(iif(json_valid(?2) AND substr(?2, 1, 1) = '{', ?2, '{}')))
        GROUP BY key HAVING max(iif(side = 0, value, NULL)) IS NOT max(iif(side = 1, value, NULL)) LIMIT 3
        """, arguments: [stored, computed])
    let parts =
      members.isEmpty
      ? [(column, Self.plain(stored), Self.plain(computed))]
      : members.map { ($0[0] as String, Self.plain($0[1]), Self.plain($0[2])) }
    return Bilingual(
      head + " " + parts.map { "\($0) \($1)，应为 \($2)" }.joined(separator: "，"),
      en: head + " " + parts.map { "\($0) \($1), should be \($2)" }.joined(separator: ", "))
  }

  private static func plain(_ value: DatabaseValue) -> String {
    value.isNull ? "NULL" : String.fromDatabaseValue(value) ?? "\(value)"
  }
}
