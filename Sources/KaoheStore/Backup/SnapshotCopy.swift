import GRDB
import GRDBSQLite
import KaoheScoring

/// A copy of everything that a database held at one moment, in a file of its own.
///
/// The pages are copied in one step and inside one read transaction (SQLite's online backup), so that those who write
/// meanwhile neither wait nor make it start again. `VACUUM INTO` writes all rows anew, which takes twice as long.
struct SnapshotCopy {
  /// What the database held at that moment.
  let holdings: DatabaseHoldings

  /// - Parameters:
  ///   - path: an empty file, which is not safe on the disk yet when this returns.
  ///   - file: how errors name it.
  init(of source: Store, at path: String, named file: String) throws {
    holdings = try source.translatingAny {
      try source.queue.read { database in
        // The first look fixes what the transaction sees, for the figures and for the copy.
        let holdings = try DatabaseHoldings(database)
        try Self.copy(database, to: path, named: file, of: source.path)
        return holdings
      }
    }
  }

  /// Copies the pages as they are, whatever they hold.
  static func copy(_ database: Database, to path: String, named file: String, of source: String) throws {
    do {
      let copy = try DatabaseQueue(path: Store.plain(path))
      defer { try? copy.close() }
      try copy.writeWithoutTransaction { target in
        // Until it has its name, nobody needs to save half of it.
        try target.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        try database.backup(to: target)
        // One file is all there is to carry: a log beside it would be left behind.
        try target.execute(sql: "PRAGMA journal_mode = DELETE")
      }
    } catch let error as DatabaseError {
      throw Self.failure(error, file, source)
    }
  }

  /// Whose failure it is: SQLite tells what went wrong, not where.
  private static func failure(_ error: DatabaseError, _ file: String, _ source: String) -> StoreError {
    switch error.resultCode {
    case .SQLITE_FULL: return StoreError.diskFull(file)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_BUSY, .SQLITE_LOCKED: return StoreError(error, path: source)
    case .SQLITE_IOERR:
      let isReading = [.SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ].contains(error.extendedResultCode)
      return StoreError(error, path: isReading ? source : file)
    default: return StoreError(error, path: file)
    }
  }
}

/// Whether a copy is whole, as read from its file.
struct CopyCheck {
  /// Tables with rows that refer to what is not there, and how many such rows each has. The copy is as good as what was
  /// copied: these came from there.
  let dangling: [(table: String, count: Int)]

  /// - Throws: `StoreError` where the copy is damaged, or does not hold what it should.
  init(_ path: String, holds expected: DatabaseHoldings, of source: String) throws {
    do {
      let address = Store.immutableAddress(of: path)
      var configuration = Configuration()
      configuration.readonly = true
      let copy = try DatabaseQueue(path: address, configuration: configuration)
      defer { try? copy.close() }
      dangling = try copy.read { database in
        if let damage = try Self.damage(database) { throw Self.damaged(source, damage) }
        guard try DatabaseHoldings(database) == expected else { throw Self.differs(path) }
        return try Self.dangling(database)
      }
    } catch let error as DatabaseError {
      throw Self.damaged(source, error.message ?? "\(error.resultCode)")
    }
  }

  /// What is wrong with a file, as SQLite says it of the first place that it finds; nil where nothing is.
  static func damage(_ database: Database) throws -> String? {
    guard let found = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)"), found != "ok" else { return nil }
    // The first line only names the database.
    return found.split(separator: "\n").last.map(String.init) ?? found
  }

  /// Rows that refer to what is not there, by table.
  static func dangling(_ database: Database) throws -> [(table: String, count: Int)] {
    try Row.fetchAll(
      database, sql: #"SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY "table" ORDER BY "table""#
    ).map { ($0[0], $0[1]) }
  }

  private static func damaged(_ source: String, _ found: String) -> StoreError {
    StoreError(
      "damaged", Bilingual("\(source) 已损坏（\(found)），没有作备份", en: "\(source) is damaged (\(found)); no backup was made"),
      hint: Bilingual(
        "用 `kaohe check` 看详情，用 `kaohe restore` 恢复上一个备份；要留下现状就复制文件本身",
        en:
          "see `kaohe check`, go back to the last backup with `kaohe restore`; to keep what is left, copy the file itself"
      ))
  }

  private static func differs(_ path: String) -> StoreError {
    StoreError(
      "bad-copy", Bilingual("写出的备份与数据库不一致", en: "what was written is not what the database holds"),
      hint: Bilingual("检查磁盘，或写到别处", en: "check the disk, or write it elsewhere"))
  }
}

extension Store {
  /// How to open a file that nobody writes, without a lock and without anything beside it.
  static func immutableAddress(of path: String) -> String { readingAddresses(of: plain(path)).last ?? path }
}
