import GRDB
import KaoheScoring

/// Traces of changes that went past the audit log: its triggers see what other programs write, but not what somebody
/// writes who takes them out first.
///
/// It finds what was done carelessly. Who also writes the versions and the numbers anew is not found.
struct HistoryCheck {
  private let database: Database

  /// How many records are named.
  private static let limit = 5

  init(_ database: Database) { self.database = database }

  func faults() throws -> [DatabaseFault] {
    try missingEntries() + leftSession() + CopiedTable.records.compactMap(changedRecords)
  }

  /// Entries are numbered one by one, and none is ever removed.
  private func missingEntries() throws -> [DatabaseFault] {
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT coalesce(max(id), 0) - count(*), coalesce(min(id), 1) FROM audit_log"),
      row[0] as Int > 0
    else { return [] }
    let missing: Int = row[0]
    let first = try Int.fetchOne(
      database,
      sql: """
        SELECT id + 1 FROM audit_log AS a
        WHERE NOT EXISTS (SELECT 1 FROM audit_log AS b WHERE b.id = a.id + 1) ORDER BY id LIMIT 1
        """)
    let place = row[1] as Int > 1 ? 1 : first ?? 1
    return [
      DatabaseFault(
        .history,
        Bilingual(
          "审计日志缺 \(missing) 条，从第 \(place) 条起",
          en:
            "\(missing) entr\(missing == 1 ? "y" : "ies") of the audit log \(missing == 1 ? "is" : "are") missing, from \(place) on"
        ),
        place: "audit_log")
    ]
  }

  /// The row of who writes never outlives a transaction; else every change of another program would bear that name.
  private func leftSession() throws -> [DatabaseFault] {
    guard let actor = try String.fetchOne(database, sql: "SELECT actor FROM session") else { return [] }
    return [
      DatabaseFault(
        .history,
        Bilingual(
          "表 session 里有一行（\(actor)），别的程序的改动都会记在这个名下",
          en: "the table session has a row (\(actor)): what other programs change is logged in that name"),
        place: "session")
    ]
  }

  /// Records whose row is not what their versions say.
  private func changedRecords(_ table: CopiedTable) throws -> DatabaseFault? {
    let sql = try TableSQL(table, database)
    let source = """
      FROM \(sql.shown(in: "main")) AS w
      LEFT JOIN (
        SELECT \(sql.record(of: "m")) AS record, \(sql.content(of: "m")) AS content FROM main.\(table.name) AS m
      ) AS r ON r.record = w.record
      WHERE w.content <> coalesce(r.content, '')
      """
    let count = try Int.fetchOne(database, sql: "SELECT count(*) \(source)") ?? 0
    if count == 0 { return nil }
    let names = try String.fetchAll(database, sql: "SELECT w.record \(source) ORDER BY 1 LIMIT \(Self.limit)")
      .joined(separator: ", ")
    return DatabaseFault(
      .history,
      Bilingual(
        "\(table.name) 有 \(count) 条与其修改历史不符：\(names)\(count > Self.limit ? " …" : "")",
        en:
          "\(count) record\(count == 1 ? "" : "s") of \(table.name) \(count == 1 ? "is" : "are") not what the history says: "
          + names + (count > Self.limit ? " …" : "")),
      place: table.name)
  }
}
