import Foundation
import GRDB
import GRDBSQLite
import KaoheSchema
import KaoheScoring

/// A database of Kaohe: one file that holds a city's rules, records and results.
///
/// All reading and writing goes through here. A write is one transaction, with a session row from which the audit
/// triggers take the actor.
public final class Store {
  public let path: String
  let queue: DatabaseQueue
  public let isReadOnly: Bool

  private init(path: String, queue: DatabaseQueue, isReadOnly: Bool) {
    self.path = path
    self.queue = queue
    self.isReadOnly = isReadOnly
  }

  /// Opens a database that is there, and checks that this program knows its schema.
  ///
  /// - Parameter lockWait: how long to wait for another program that writes, in seconds; as long as usual at most.
  public static func open(_ path: String, lockWait: Double? = nil) throws(StoreError) -> Store {
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreError(
        "no-database", Bilingual("没有数据库 \(path)", en: "there is no database \(path)"),
        hint: Bilingual(
          "用 `kaohe init` 新建，用 `kaohe demo` 看演示，或用 --db 指明文件",
          en: "make one with `kaohe init`, see the demo with `kaohe demo`, or name another with --db"))
    }
    let store = try connect(plain(path), lockWait: lockWait)
    let found = try store.schema()
    switch found {
    case .current: return store
    case .older(let version):
      throw StoreError(
        "old-schema",
        Bilingual(
          "数据库 \(path) 是第 \(version) 版结构，本程序用第 \(Migration.newestVersion) 版",
          en: "the database \(path) has schema \(version), this program writes \(Migration.newestVersion)"),
        hint: Bilingual("运行 `kaohe init` 升级（先自动备份）", en: "run `kaohe init` to migrate it (a backup is made first)"))
    case .empty:
      throw StoreError(
        "empty-database", Bilingual("\(path) 是空文件", en: "\(path) is empty"),
        hint: Bilingual(
          "新建数据库用 `kaohe init`；如果里面有过记录，用 `kaohe restore` 恢复备份",
          en: "make a new database with `kaohe init`; if it held records, go back to a backup with `kaohe restore`"))
    }
  }

  /// Opens without a look at the schema; makes the file where there is none.
  ///
  /// - Parameter name: how errors name it, if otherwise.
  static func connect(_ path: String, named name: String? = nil, lockWait: Double? = nil) throws(StoreError) -> Store {
    let name = name ?? path
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw StoreError(
        "is-a-folder", Bilingual("\(path) 是文件夹，不是数据库", en: "\(path) is a folder, no database"),
        hint: Bilingual("用 --db 指明文件", en: "name a file with --db"))
    }
    do {
      do {
        let queue = try DatabaseQueue(path: path, configuration: configuration(readOnly: false, lockWait))
        let isReadOnly = try queue.read { sqlite3_db_readonly($0.sqliteConnection, "main") == 1 }
        return Store(path: name, queue: queue, isReadOnly: isReadOnly)
      } catch let error as DatabaseError where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) {
        // A read-only file in a read-only folder: no other process can be writing it.
        guard FileManager.default.fileExists(atPath: path) else { throw error }
        if let log = leftOverLog(of: path) { throw leftOver(log, path) }
        let address = URL(filePath: path).absoluteString + "?immutable=1"
        let queue = try DatabaseQueue(path: address, configuration: configuration(readOnly: true, lockWait))
        return Store(path: name, queue: queue, isReadOnly: true)
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: name)
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError("cannot-open", Bilingual("打不开 \(name)：\(error)", en: "can't open \(name): \(error)"))
    }
  }

  /// A path that SQLite takes for a file's, even where it looks like an address.
  static func plain(_ path: String) -> String { path.hasPrefix("file:") ? "./" + path : path }

  /// The log or journal of a process that did not come to its end, which holds a part of the database.
  static func leftOverLog(of path: String) -> String? {
    ["-wal", "-journal"].map { path + $0 }.first { file in
      var status = stat()
      return stat(file, &status) == 0 && status.st_size > 0
    }
  }

  private static func leftOver(_ log: String, _ path: String) -> StoreError {
    StoreError(
      "left-over-log",
      Bilingual(
        "打不开 \(path)：旁边的 \(log) 里有未写完的改动，而这里不能写入",
        en: "can't open \(path): \(log) beside it holds unfinished changes, and nothing can be written here"),
      hint: Bilingual(
        "把两个文件一起复制到可写的文件夹再用，或给出写权限",
        en: "copy both files to a folder that can be written, or permit writing"))
  }

  private static func configuration(readOnly: Bool, _ lockWait: Double?) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .callback(LockWait(seconds: lockWait).isToGoOn)
    configuration.prepareDatabase { database in
      // A commit is on the disk before its answer is acknowledged.
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    return configuration
  }

  /// Reads in one transaction.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try translating { try queue.read(body) }
  }

  /// Writes in one transaction: all of it is stored, or nothing is.
  ///
  /// - Parameters:
  ///   - session: who writes; the audit log names this person.
  ///   - keeping: false to roll everything back in the end, as a dry run does.
  func write<Value>(_ session: Session, keeping: Bool = true, _ body: (Database) throws -> Value) throws -> Value {
    try translatingAny {
      try queue.inTransactionReturning(keeping: keeping) { database in
        try session.begin(database)
        let value = try body(database)
        try database.execute(sql: "DELETE FROM session")
        return value
      }
    }
  }

  /// Says errors of SQLite in our words, and lets others pass.
  func translatingAny<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  private func translating<Value>(_ body: () throws -> Value) throws(StoreError) -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError("database-error", Bilingual("\(error)", en: "\(error)"))
    }
  }
}

extension DatabaseQueue {
  /// An immediate transaction, so that a second writer waits at its beginning rather than failing in the middle.
  func inTransactionReturning<Value>(keeping: Bool = true, _ body: (Database) throws -> Value) throws -> Value {
    try writeWithoutTransaction { database in
      var value: Value?
      try database.inTransaction(.immediate) {
        // A recording may have let them stand aside.
        database.runTriggers(true)
        value = try body(database)
        return keeping ? .commit : .rollback
      }
      guard let value else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
      return value
    }
  }
}

/// Who writes, and with which command.
public struct Session: Sendable {
  public var actor: String
  public var command: String
  /// Whether the writer fills the audit log and the results itself, once per batch.
  var isBulk = false
  /// Whether versions of records are taken over as they are, so that the triggers make none.
  var isMerging = false

  /// - Parameter actor: white space at its ends, and the width of its letters, make nobody else of a person.
  public init(actor: String, command: String) {
    self.actor = actor.trimmed.halfWidth.composed
    self.command = command
  }

  private static let beginning = """
    INSERT INTO session (id, actor, command, at, bulk, merging)
    VALUES (1, ?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ?, ?)
    """

  func begin(_ database: Database) throws {
    try database.execute(sql: Self.beginning, arguments: [actor, command, isBulk, isMerging])
  }

  /// The same with a statement that is kept.
  func begin(_ statements: PreparedStatements) throws {
    let statement = try statements(Self.beginning)
    statement.bind(1, actor)
    statement.bind(2, command)
    statement.bind(3, isBulk ? 1 : 0)
    statement.bind(4, isMerging ? 1 : 0)
    try statement.run()
  }
}
