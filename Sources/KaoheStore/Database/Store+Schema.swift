import Foundation
import GRDB
import KaoheSchema
import KaoheScoring

extension Store {
  /// "KAOH": tells a database of Kaohe from any other.
  static let applicationID = 0x4B41_4F48

  enum SchemaState {
    case empty
    case older(Int)
    case current
  }

  /// What `prepare` did.
  public enum Preparation: Sendable, Equatable {
    case created
    case upToDate
    /// The data dictionary and the saved questions were others: those of another version of the program, or changed.
    case documented
    /// These views, indexes, triggers and tables of results were missing or others, and were made again; the
    /// documentation is right, too.
    case mended([String])
    /// From this version; the old database was copied to this path first.
    case migrated(from: Int, backup: String)
  }

  /// Makes an empty database, or brings an old one to the newest schema, in one transaction.
  public static func prepare(_ path: String) throws -> (store: Store, done: Preparation) {
    if path != ":memory:", !FileManager.default.fileExists(atPath: path) {
      try make(plain(path))
      return (try connect(plain(path)), .created)
    }
    let store = try connect(plain(path))
    switch try store.schema() {
    case .current: return (store, try store.mend())
    case .empty:
      try store.useLog()
      try store.migrate()
      return (store, .created)
    case .older(let version):
      let backup = try store.backUpBeside(version: version)
      try store.migrate()
      return (store, .migrated(from: version, backup: backup))
    }
  }

  /// Refuses what is no database of Kaohe, and one that a newer program made.
  func schema() throws(StoreError) -> SchemaState {
    let (application, version, objects) = try read { database in
      (
        try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
        try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      )
    }
    if application == 0, version == 0, objects == 0 { return .empty }
    guard application == Store.applicationID else {
      throw StoreError(
        "foreign-database", Bilingual("\(path) 是别的程序的数据库", en: "\(path) is a database of another program"),
        hint: Bilingual("用 --db 指明 Kaohe 的数据库", en: "name a database of Kaohe with --db"))
    }
    if version > Migration.newestVersion {
      throw StoreError(
        "newer-schema",
        Bilingual(
          "数据库 \(path) 是第 \(version) 版结构，本程序只认识到第 \(Migration.newestVersion) 版",
          en: "the database \(path) has schema \(version), this program knows \(Migration.newestVersion) at most"),
        hint: Bilingual("改用较新的 kaohe", en: "use a newer kaohe"))
    }
    return version == Migration.newestVersion ? .current : .older(version)
  }

  /// The version that this program writes.
  static let newestSchema = Migration.newestVersion

  /// Makes a new database under another name, and gives it its own once it is whole: a process that is killed leaves
  /// no empty file, which could as well be one that lost its records.
  private static func make(_ path: String) throws {
    let part = try PartFile(of: path)
    do {
      let store = try connect(part.path, named: path)
      try store.migrate()
      try store.useLog()
      try store.translatingAny { try store.queue.close() }
      try part.keep()
    } catch {
      part.discard()
      throw error
    }
  }

  /// Lets others read while one writes. A field copy has a rollback journal, and keeps it.
  private func useLog() throws {
    try translatingAny {
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    }
  }

  func migrate() throws {
    try translatingAny {
      try queue.inTransactionReturning { database in
        // Another process may have done it in the meantime.
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        for migration in Migration.all where migration.version > version {
          try database.execute(sql: migration.sql)
        }
        if version == 0 {
          try database.execute(sql: "PRAGMA application_id = \(Store.applicationID)")
          try database.execute(
            sql: """
              INSERT INTO database_identity (key, value) VALUES
                ('office', lower(hex(randomblob(16)))), ('replica', '0'),
                ('created_at', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
              """)
        }
        try Documentation.write(database)
        try database.execute(sql: "PRAGMA user_version = \(Migration.newestVersion)")
      }
    }
  }

  /// A backup beside it, named by the version that it has.
  private func backUpBeside(version: Int) throws -> String {
    let base = path.hasSuffix(".db") ? String(path.dropLast(3)) : path
    return try backUp(to: BackupTarget.unused("\(base).schema-\(version)")).file
  }
}

extension Store {
  /// Opens a database; makes one where there is none, which stays only if `body` wants it and does not fail.
  ///
  /// - Parameter keeping: whether a new database is kept.
  public static func openOrMake<Value>(_ path: String, keeping: Bool, _ body: (Store) throws -> Value) throws -> Value {
    if FileManager.default.fileExists(atPath: path) { return try body(try open(path)) }
    let store = try prepare(path).store
    do {
      let value = try body(store)
      if !keeping { store.discard() }
      return value
    } catch {
      store.discard()
      throw error
    }
  }

  /// Closes the database and removes its files.
  private func discard() {
    try? queue.close()
    for file in [path, path + "-wal", path + "-shm"] { try? FileManager.default.removeItem(atPath: file) }
  }
}
