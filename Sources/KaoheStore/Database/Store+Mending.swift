import GRDB
import KaoheScoring

extension Store {
  /// Makes again what holds no facts, where it is missing or not that of this program: the views, the data dictionary
  /// and the saved questions.
  func mend() throws -> Preparation {
    if isReadOnly { return .upToDate }
    let wanted = try RemadeObject.all.get()
    if try read({ try RemadeObject.wrong(of: wanted, $0).isEmpty && Documentation.isCurrent($0) }) { return .upToDate }
    return try translatingAny {
      try queue.inTransactionReturning { database in
        // Another process may have done it in the meantime.
        let wrong = try RemadeObject.wrong(of: wanted, database)
        for object in wrong { try object.remake(database, path: path) }
        let isCurrent = try Documentation.isCurrent(database)
        if !isCurrent { try Documentation.write(database) }
        let views = wrong.filter { $0.kind == "view" }.map(\.name)
        if !views.isEmpty { return .mended(views: views) }
        return wrong.isEmpty && isCurrent ? .upToDate : .documented
      }
    }
  }
}

/// A view, or a table of the documentation, as the migrations make it.
private struct RemadeObject: Sendable {
  var kind: String
  var name: String
  var sql: String

  /// In the order in which they are made. Read from a database that the migrations made: SQLite knows best what is left
  /// of what they make, change and drop.
  static let all = Result {
    try Store.prepare(":memory:").store.read { database in
      try objects(database).filter { $0.kind == "view" || Documentation.tables.map(\.name).contains($0.name) }
    }
  }

  private static func objects(_ database: Database) throws -> [RemadeObject] {
    try Row.fetchAll(
      database,
      sql: "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY rowid"
    ).map { RemadeObject(kind: $0[0], name: $0[1], sql: $0[2]) }
  }

  /// Those that are missing or others in a database.
  static func wrong(of wanted: [RemadeObject], _ database: Database) throws -> [RemadeObject] {
    let found = Set(try objects(database).map(\.sql))
    return wanted.filter { !found.contains($0.sql) }
  }

  func remake(_ database: Database, path: String) throws {
    let found = try RemadeObject.objects(database).first { $0.name.lowercased() == name }
    if let found {
      // A table may hold somebody's facts; only those of the documentation hold none.
      if found.kind == "table", kind == "view" {
        throw StoreError(
          "name-taken",
          Bilingual("\(path) 里的 \(name) 应是视图，却是一张表", en: "\(name) in \(path) is a table, and should be a view"),
          hint: Bilingual("把那张表改名后再运行 `kaohe init`", en: "rename that table, then run `kaohe init` again"))
      }
      try database.execute(sql: "DROP \(found.kind) \(name)")
    }
    try database.execute(sql: sql)
  }
}
