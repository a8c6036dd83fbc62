import GRDB
import KaoheScoring

/// How the structure of a database differs from the one that this program makes: one object that does.
struct SchemaDifference {
  enum Kind {
    case missing, added, changed
  }

  /// `trigger`, `view` …
  let type: String
  let name: String
  let kind: Kind

  var text: Bilingual {
    switch kind {
    case .missing: Bilingual("缺少 \(type) \(name)", en: "\(type) \(name) is missing")
    case .added: Bilingual("多出 \(type) \(name)", en: "\(type) \(name) was added")
    case .changed: Bilingual("\(type) \(name) 不同", en: "\(type) \(name) is another one")
    }
  }

  /// The first object that is missing, added or another one; nil where there is none.
  ///
  /// A trigger of somebody else's would have run on everything that was recorded in that copy; a view in a table's
  /// place would show what nobody recorded.
  static func first(_ copy: Store) throws -> Bilingual? { try all(copy).first?.text }

  /// By type and name.
  static func all(_ copy: Store) throws -> [SchemaDifference] {
    let (made, found) = (try pristine.get(), try objects(of: copy))
    return Set(made.keys).union(found.keys).sorted().filter { made[$0] != found[$0] }.map { key in
      let parts = key.split(separator: " ", maxSplits: 1).map(String.init)
      return SchemaDifference(
        type: parts[0], name: parts.count > 1 ? parts[1] : "",
        kind: found[key] == nil ? .missing : made[key] == nil ? .added : .changed)
    }
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
