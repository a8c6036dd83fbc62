import Foundation
import GRDB
import KaoheScoring

extension Store {
  /// What it would change to put a backup in the place of a database. Nothing is written.
  ///
  /// - Parameter isForced: whether another office's records may take the place of these.
  /// - Throws: `StoreError` where it can't be restored.
  public static func restorePlan(of path: String, from file: String, isForced: Bool = false) throws -> RestorePlan {
    let backup = try IncomingBackup(file, for: path)
    let replaced = try ReplacedDatabase(path)
    if let present = replaced.identity { try backup.check(replacing: present, isForced: isForced) }
    var plan = backup.plan(replaced)
    if let store = replaced.store, replaced.holdings != nil {
      let isSameOffice = replaced.isSameOffice(as: backup)
      try store.attaching(readingAddresses(of: plain(file)), as: RestoreComparison.schema, named: file) {
        try store.read { database in
          let comparison = RestoreComparison(database)
          plan.changes = try comparison.changes()
          plan.keptCopies = isSameOffice ? try comparison.newCopies() : []
        }
      }
    }
    return plan
  }

  /// Puts a backup in the place of a database, all of it or nothing, also where others have it open. What was there is
  /// backed up beside it first. Identities and numbers of field copies that it gave are not given again.
  ///
  /// - Throws: `StoreError`; the database is as it was.
  public static func restore(
    _ path: String, from file: String, isForced: Bool = false, session: Session
  ) throws -> RestoreSummary {
    let backup = try IncomingBackup(file, for: path)
    for _ in 0..<tries {
      let replaced = try ReplacedDatabase(path)
      if let present = replaced.identity { try backup.check(replacing: present, isForced: isForced) }
      if let summary = try replaced.restore(from: backup, session: session) { return summary }
    }
    throw StoreError(
      "locked", Bilingual("数据库 \(path) 一直有人在写", en: "others go on writing \(path)"),
      hint: Bilingual("等他们写完再恢复", en: "restore when they have finished"))
  }

  /// How often a restore begins anew since somebody wrote meanwhile.
  private static let tries = 5
}

extension IncomingBackup {
  func plan(_ replaced: ReplacedDatabase) -> RestorePlan {
    RestorePlan(
      path: replaced.path, file: file, backup: holdings, sha256: sha256, present: replaced.state,
      isOtherOffice: !replaced.isSameOffice(as: self), changes: [],
      keptCopies: [], migration: isOlder ? Store.newestSchema : nil, change: change, dangling: dangling)
  }

  private var isOlder: Bool { holdings.schema < Store.newestSchema }
}

extension ReplacedDatabase {
  func isSameOffice(as backup: IncomingBackup) -> Bool { identity.map { $0.office == backup.holdings.office } ?? true }

  /// - Returns: nil where somebody wrote meanwhile; nothing was done then.
  func restore(from backup: IncomingBackup, session: Session) throws -> RestoreSummary? {
    guard let store else { return try restoreIntoNewFile(from: backup, session) }
    if store.isReadOnly { throw StoreError(DatabaseError(resultCode: .SQLITE_READONLY), path: path) }
    let mode = try useLog(store)
    let part = try PartFile(of: path, like: path)
    defer { part.discard() }
    var kept: (file: String, sha256: String)?
    var identities: KeptIdentities?
    do {
      let isDone = try lockingOut { release in
        let version = try self.version(store)
        identities = isSameOffice(as: backup) ? KeptIdentities.read(store) : nil
        kept = try keep()
        try RestoredDatabase(backup: backup, replaced: self, kept: kept, identities: identities)
          .make(at: part.path, session: session)
        return try Replacement(store: store).run(with: part.path, after: release) { try self.version(store) == version }
      }
      if !isDone {
        if let kept { unlink(kept.file) }
        return nil
      }
    } catch {
      if let kept { unlink(kept.file) }
      throw error
    }
    // A field copy is carried as one file; where others have it open, it becomes one later.
    let wanted = backup.holdings.replica == 0 ? mode : "delete"
    try? store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = \(wanted)") }
    return summary(backup, kept?.file, identities)
  }

  /// Only with a log beside it can others read a database, and what was written be looked at, while it is locked.
  ///
  /// - Returns: the mode in which it was, or should be.
  private func useLog(_ store: Store) throws -> String {
    try store.translatingAny {
      try store.queue.writeWithoutTransaction { database in
        let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? ""
        let now = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") ?? ""
        if now != "wal" { throw DatabaseError(resultCode: .SQLITE_BUSY) }
        if case .missing = state { return now }
        return mode
      }
    }
  }

  /// Lets nobody write while what takes the place is made: it would be in the kept copy only, or everything would begin
  /// anew. Between this lock and that of the replacement there is a moment, so it is looked once more.
  ///
  /// - Parameter body: is handed what gives up the lock.
  private func lockingOut<Value>(_ body: (_ release: () throws -> Void) throws -> Value) throws -> Value {
    let lock = try Store.connect(Store.plain(path))
    defer { try? lock.queue.close() }
    return try lock.translatingAny {
      try lock.queue.writeWithoutTransaction { database in
        do {
          try database.execute(sql: "BEGIN IMMEDIATE")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
          // Too damaged to be locked.
          return try body({})
        }
        defer { if database.isInsideTransaction { try? database.execute(sql: "ROLLBACK") } }
        return try body { try database.execute(sql: "ROLLBACK") }
      }
    }
  }

  /// Where SQLite has nothing to write into.
  private func restoreIntoNewFile(from backup: IncomingBackup, _ session: Session) throws -> RestoreSummary {
    let kept = try keep()
    let part = try PartFile(of: path, like: kept == nil ? backup.file : path)
    defer { part.discard() }
    try RestoredDatabase(backup: backup, replaced: self, kept: kept, identities: nil)
      .make(at: part.path, session: session)
    try moveAside(to: kept?.file)
    do {
      try part.keep()
    } catch {
      moveBack(from: kept?.file)
      throw error
    }
    if backup.holdings.replica == 0 { _ = try useLog(Store.connect(Store.plain(path))) }
    return summary(backup, kept?.file, nil)
  }

  private func summary(_ backup: IncomingBackup, _ kept: String?, _ identities: KeptIdentities?) -> RestoreSummary {
    var plan = backup.plan(self)
    plan.keptCopies = identities?.copies.map { $0.row["replica"] } ?? []
    return RestoreSummary(plan: plan, kept: kept)
  }
}
