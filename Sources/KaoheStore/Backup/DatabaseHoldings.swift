import GRDB
import KaoheSchema

/// What a database holds, in a few figures by which people tell one copy of it from another.
public struct DatabaseHoldings: Sendable, Hashable {
  /// Version of the schema.
  public var schema: Int
  /// Whose records these are; empty where that is not known.
  public var office: String
  /// The number of the copy; 0: the office's own.
  public var replica: Int
  /// Rows of every table, by its name.
  public var rows: [String: Int]
  /// When the newest observation was recorded (UTC); nil where there is none.
  public var newestObservation: String?
  /// When the newest entry of the audit log was written (UTC).
  public var newestEntry: String?

  public var assessments: Int { rows["assessment"] ?? 0 }
  public var visits: Int { rows["visit"] ?? 0 }
  public var observations: Int { rows["observation"] ?? 0 }

  /// The newest moment that anything in it bears (UTC); nil where nothing was recorded.
  public var newest: String? { [newestObservation, newestEntry].compactMap { $0 }.max() }
}

extension DatabaseHoldings {
  /// Reads every table once.
  ///
  /// - Parameter schema: the name under which the database is attached.
  init(_ database: Database, in name: String = "main") throws {
    schema = try Int.fetchOne(database, sql: "PRAGMA \(name).user_version") ?? 0
    rows = [:]
    for table in try Self.tables(database, in: name) {
      rows[table] = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(name).\(table.quotedDatabaseIdentifier)")
    }
    (office, replica) = ("", 0)
    if rows["database_identity"] != nil {
      let values = try Row.fetchAll(database, sql: "SELECT key, value FROM \(name).database_identity")
      let valueOf = Dictionary(values.map { ($0[0] as String, $0[1] as String) }) { first, _ in first }
      office = valueOf["office"] ?? ""
      replica = valueOf["replica"].flatMap { Int($0) } ?? 0
    }
    if rows["observation"] != nil {
      newestObservation = try String.fetchOne(database, sql: "SELECT max(recorded_at) FROM \(name).observation")
    }
    if rows["audit_log"] != nil {
      newestEntry = try String.fetchOne(
        database, sql: "SELECT at FROM \(name).audit_log ORDER BY id DESC LIMIT 1")
    }
  }

  /// Names of the tables, SQLite's own left out.
  static func tables(_ database: Database, in name: String = "main") throws -> [String] {
    try String.fetchAll(
      database,
      sql: "SELECT name FROM \(name).sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name")
  }
}
