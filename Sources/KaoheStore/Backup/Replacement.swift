import GRDB
import GRDBSQLite
import KaoheScoring

/// Puts one database in the place of another that others may have open: SQLite writes its pages into the very file, as one
/// transaction, so that whoever reads sees the one or the other, and a crash leaves the one or the other.
///
/// To rename a file over it would leave them at work on a file without a name, and its log beside the new one.
struct Replacement {
  /// The database that is replaced.
  let store: Store

  /// - Parameters:
  ///   - part: the file with what takes its place.
  ///   - release: gives up a lock that is held until the very moment before this one takes its own.
  ///   - isUnchanged: asked once nobody else can write any more.
  /// - Returns: false where it was changed meanwhile; nothing was done then.
  func run(with part: String, after release: () throws -> Void = {}, if isUnchanged: () throws -> Bool) throws -> Bool {
    let target = try Store.connect(Store.plain(store.path))
    defer { try? target.queue.close() }
    let source = try Store.connect(Store.plain(part))
    defer { try? source.queue.close() }
    return try target.translatingAny {
      try source.queue.writeWithoutTransaction { source in
        try target.queue.writeWithoutTransaction { target in
          let isDone = try replace(target, with: source, after: release, if: isUnchanged)
          // What cannot be brought over now, since somebody reads, is brought over later.
          if isDone { try? target.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)") }
          return isDone
        }
      }
    }
  }

  private func replace(
    _ target: Database, with source: Database, after release: () throws -> Void, if isUnchanged: () throws -> Bool
  ) throws -> Bool {
    let connection = target.sqliteConnection
    guard let backup = sqlite3_backup_init(connection, "main", source.sqliteConnection, "main") else {
      throw Self.error(connection, sqlite3_errcode(connection))
    }
    var result = SQLITE_OK
    var isDone = false
    do {
      try release()
      // No page yet, but the lock of a writer, which lasts until the end.
      result = sqlite3_backup_step(backup, 0)
      if result == SQLITE_OK, try isUnchanged() {
        repeat { result = sqlite3_backup_step(backup, -1) } while result == SQLITE_OK
        isDone = result == SQLITE_DONE
      }
    } catch {
      sqlite3_backup_finish(backup)
      throw error
    }
    let end = sqlite3_backup_finish(backup)
    guard result == SQLITE_OK || result == SQLITE_DONE else { throw Self.error(connection, result) }
    guard end == SQLITE_OK else { throw Self.error(connection, end) }
    target.clearSchemaCache()
    return isDone
  }

  private static func error(_ connection: SQLiteConnection?, _ code: Int32) -> DatabaseError {
    DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
  }
}
