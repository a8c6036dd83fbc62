import Foundation
import GRDB
import KaoheScoring

/// The database that a restore replaces, as far as it can be read.
struct ReplacedDatabase {
  let path: String
  /// nil where there is no file, or SQLite can't open it.
  let store: Store?
  let state: RestorePlan.Present

  /// - Throws: `StoreError` where something else than a database of this program's would be overwritten, or it can't be
  ///   looked at.
  init(_ path: String) throws {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else {
      (store, state) = (nil, .missing)
      return
    }
    do {
      let store = try Store.connect(Store.plain(path))
      if case .empty = try store.schema() {
        (self.store, state) = (store, .missing)
        return
      }
      self.store = store
      state = Self.state(of: store)
    } catch {
      guard ["not-a-database", "corrupt"].contains(error.code) else { throw error }
      // What SQLite can't take for a database, it can't write into either.
      (store, state) = (
        nil, .damaged(error.code == "corrupt" ? "database disk image is malformed" : "file is not a database")
      )
    }
  }

  private static func state(of store: Store) -> RestorePlan.Present {
    do {
      return try store.read { database in
        if let damage = try CopyCheck.damage(database) { return .damaged(damage) }
        return .whole(try DatabaseHoldings(database))
      }
    } catch {
      return .damaged(error.problem.english)
    }
  }

  var holdings: DatabaseHoldings? {
    if case .whole(let holdings) = state { return holdings }
    return nil
  }

  /// Whose records these are, and which copy this is; nil where that can't be read.
  var identity: (office: String, replica: Int)? {
    if case .missing = state { return nil }
    return try? store?.identity()
  }

  /// Counts the commits of others, as this connection sees them.
  func version(_ store: Store) throws -> Int {
    try store.translatingAny {
      try store.queue.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    }
  }

  /// Copies what is there to a new file beside it; nil where there is nothing. What is damaged is copied page by page, as
  /// it is; what can't be opened is to be moved there.
  func keep() throws -> (file: String, sha256: String)? {
    let file = Self.unusedName(beside: path)
    guard let store else {
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      return (file, try EvidenceFile(path).sha256)
    }
    switch state {
    case .missing: return nil
    case .whole:
      let kept = try store.backUp(to: file)
      return (kept.file, kept.sha256)
    case .damaged:
      let part = try PartFile(of: file, like: path)
      do {
        try store.read { try SnapshotCopy.copy($0, to: part.path, named: file, of: path) }
        let sha256 = try EvidenceFile(part.path).sha256
        try part.keep()
        return (file, sha256)
      } catch {
        part.discard()
        throw error
      }
    }
  }

  /// Moves aside what can't be opened, with what lies beside it: a log that belongs to no database would be read as that of
  /// the next one of its name.
  func moveAside(to file: String?) throws {
    if let file, rename(path, file) != 0 {
      let reason = String(cString: strerror(errno))
      throw StoreError(
        "cannot-write", Bilingual("不能移开 \(path)：\(reason)", en: "can't move \(path) aside: \(reason)"),
        hint: Bilingual("检查文件夹的权限", en: "check the permissions of the folder"))
    }
    let file = file ?? Self.unusedName(beside: path)
    for end in ["-wal", "-shm", "-journal"] { rename(path + end, file + end) }
  }

  /// Undoes that.
  func moveBack(from file: String?) {
    guard let file else { return }
    for end in ["", "-wal", "-shm", "-journal"] { rename(file + end, path + end) }
  }

  /// `kaohe.before-restore-20221126-160000.db`.
  private static func unusedName(beside path: String) -> String {
    let base = path.hasSuffix(".db") ? String(path.dropLast(3)) : path
    return BackupTarget.unused("\(base).before-restore-\(BackupTarget.stamp(Date()))")
  }
}
