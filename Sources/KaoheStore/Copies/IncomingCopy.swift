import Foundation
import GRDB
import GRDBSQLite
import KaoheSchema
import KaoheScoring

/// A database that is to be merged: looked at on its own first, then attached to be read.
struct IncomingCopy {
  /// As the user wrote it.
  let file: String
  /// What SQLite opens: the first of these that it can.
  let addresses: [String]
  let office: String
  let replica: Int

  /// The name under which it is attached.
  static let schema = "incoming"

  /// Refuses what is no copy of this office's records, or was changed in its structure.
  ///
  /// To open it to write, where that may be, brings to an end what a process that was killed left there half done.
  static func at(_ file: String, for store: Store) throws -> IncomingCopy {
    guard FileManager.default.fileExists(atPath: file) else {
      throw StoreError(
        "no-copy", Bilingual("没有文件 \(file)", en: "there is no file \(file)"),
        hint: Bilingual("检查路径", en: "check the path"))
    }
    if let one = FileIdentity(file), one == FileIdentity(store.path) {
      throw StoreError(
        "same-file", Bilingual("\(file) 就是当前数据库", en: "\(file) is this very database"),
        hint: Bilingual("写要合并的副本，当前数据库用 --db 指明", en: "name the copy to merge; --db names this database"))
    }
    let copy = try connect(Store.plain(file))
    defer { try? copy.queue.close() }
    return try IncomingCopy(copy, file: file, addresses: Store.readingAddresses(of: Store.plain(file)), for: store)
  }

  /// - Parameter copy: an open connection to it.
  init(_ copy: Store, file: String, addresses: [String], for store: Store) throws {
    self.file = file
    self.addresses = addresses
    do {
      try Self.checkSchema(copy, file)
      try Self.checkSound(copy, file)
      (office, replica) = try copy.identity()
    } catch let error as StoreError {
      throw Self.isDamage(error) ? Self.damaged(file, "SQLITE_CORRUPT") : error
    }
    // Another number was written by another program.
    guard (0...1023).contains(replica) else { throw Self.damaged(file, "replica \(replica)") }
    guard try store.identity().office == office else {
      throw StoreError(
        "other-office", Bilingual("\(file) 是另一个单位的数据库", en: "\(file) belongs to another office"),
        hint: Bilingual(
          "只能合并本单位用 `kaohe field checkout` 签出的副本", en: "only copies that this office checked out can be merged"))
    }
  }

  private static func connect(_ file: String) throws(StoreError) -> Store {
    do {
      return try Store.connect(file)
    } catch {
      if ["not-a-database", "is-a-folder"].contains(error.code) { throw notKaohe(file) }
      if isDamage(error) { throw damaged(file, "SQLITE_CORRUPT") }
      throw error
    }
  }

  /// Whether the file can't be read for what is in it. Of some damage SQLite says no more than that there is an error.
  private static func isDamage(_ error: StoreError) -> Bool { ["corrupt", "database-error"].contains(error.code) }

  private static func notKaohe(_ file: String) -> StoreError {
    StoreError(
      "not-a-copy", Bilingual("\(file) 不是 Kaohe 的数据库", en: "\(file) is no database of Kaohe"),
      hint: Bilingual("写 `kaohe field checkout` 签出的文件", en: "name a file that `kaohe field checkout` made"))
  }

  private static func checkSchema(_ copy: Store, _ file: String) throws {
    let newest = Migration.newestVersion
    do {
      let state = try copy.schema()
      switch state {
      case .empty: throw notKaohe(file)
      case .older(let version):
        throw StoreError(
          "older-copy",
          Bilingual("\(file) 是第 \(version) 版结构，本程序用第 \(newest) 版", en: "\(file) has schema \(version), not \(newest)"),
          hint: Bilingual(
            "先运行 `kaohe --db \(file) init` 升级它", en: "run `kaohe --db \(file) init` to migrate it, then merge"))
      case .current: break
      }
    } catch let error as StoreError {
      switch error.code {
      case "foreign-database", "not-a-database": throw notKaohe(file)
      case "newer-schema":
        throw StoreError(
          "newer-copy",
          Bilingual(
            "\(file) 是较新的 kaohe 写的，本程序只认识到第 \(newest) 版结构",
            en: "\(file) was written by a newer kaohe; this one knows schema \(newest) at most"),
          hint: Bilingual("改用较新的 kaohe", en: "use a newer kaohe"))
      default: throw error
      }
    }
    if let change = try SchemaDifference.first(copy) {
      throw StoreError(
        "changed-schema",
        Bilingual(
          "\(file) 的结构被别的程序改过：\(change.chinese)",
          en: "the structure of \(file) was changed by another program: \(change.english)"),
        hint: Bilingual(
          "找出是谁改的，去掉改动后再合并", en: "find out who changed it, undo that, then merge"))
    }
  }

  private static func checkSound(_ copy: Store, _ file: String) throws {
    // Not the quick check: of an index that lacks a row the merge would not see the row.
    let found = try copy.read { try String.fetchOne($0, sql: "PRAGMA integrity_check(1)") ?? "" }
    if found != "ok" { throw damaged(file, found) }
  }

  private static func damaged(_ file: String, _ found: String) -> StoreError {
    StoreError(
      "damaged-copy", Bilingual("\(file) 已损坏（\(found)）", en: "\(file) is damaged (\(found))"),
      hint: Bilingual("重新拷贝一次；仍不行就用该组的备份", en: "copy it again; else take the group's backup"))
  }
}

extension Store {
  /// Whose records these are, and which copy this is.
  func identity() throws -> (office: String, replica: Int) {
    try read { database in
      let values = try Row.fetchAll(database, sql: "SELECT key, value FROM database_identity")
      let valueOf = Dictionary(values.map { ($0[0] as String, $0[1] as String) }) { first, _ in first }
      return (valueOf["office"] ?? "", valueOf["replica"].flatMap { Int($0) } ?? 0)
    }
  }
}

/// Which file it is, whatever path leads there.
struct FileIdentity: Equatable {
  let device: UInt64
  let number: UInt64

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}
