import GRDB
import KaoheScoring

/// How the structure of a database differs from the one that this program makes.
enum SchemaDifference {
  /// The first object that is missing, added or another one; nil where there is none.
  ///
  /// A trigger of somebody else's would have run on everything that was recorded in that copy; a view in a table's
  /// place would show what nobody recorded.
  static func first(_ copy: Store) throws -> Bilingual? {
    let (made, found) = (try pristine.get(), try objects(of: copy))
    for name in Set(made.keys).union(found.keys).sorted() where made[name] != found[name] {
      if found[name] == nil { return Bilingual("缺少 \(name)", en: "\(name) is missing") }
      if made[name] == nil { return Bilingual("多出 \(name)", en: "\(name) was added") }
      return Bilingual("\(name) 不同", en: "\(name) is another one")
    }
    return nil
  }

  private static let pristine = Result { try objects(of: Store.prepare(":memory:").store) }

  /// SQL by kind and name. What SQLite makes itself (indexes of keys, statistics) is left out.
  private static func objects(of store: Store) throws -> [String: String] {
    let rows = try store.read { database in
      try Row.fetchAll(
        database, sql: "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'"
      )
    }
    return Dictionary(rows.map { ($0[0] as String, $0[1] as String) }) { first, _ in first }
  }
}
