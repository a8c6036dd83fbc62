import Foundation
import GRDB
import KaoheSchema
import KaoheScoring

/// A file from which a database is to be restored: found to be sound, and one of Kaohe's.
struct IncomingBackup {
  /// As the user wrote it.
  let file: String
  let store: Store
  let holdings: DatabaseHoldings
  /// Of the file, in hexadecimal.
  let sha256: String
  /// How its structure differs from the one that the program makes; nil where it does not, or is an older one.
  let change: Bilingual?
  /// Rows that refer to what is not there, by table.
  let dangling: [(table: String, count: Int)]

  /// - Parameter path: the database that is to be restored.
  /// - Throws: `StoreError` for what is no backup, or a damaged one.
  init(_ file: String, for path: String) throws {
    guard FileManager.default.fileExists(atPath: file) else {
      throw StoreError(
        "no-backup", Bilingual("没有文件 \(file)", en: "there is no file \(file)"),
        hint: Bilingual("检查路径", en: "check the path"))
    }
    if let one = FileIdentity(file), one == FileIdentity(path) {
      throw StoreError(
        "same-file", Bilingual("\(file) 就是当前数据库", en: "\(file) is this very database"),
        hint: Bilingual("写备份文件，当前数据库用 --db 指明", en: "name a backup; --db names this database"))
    }
    self.file = file
    // Before SQLite opens it: to close a file gives up the locks that this process has on it.
    sha256 = try EvidenceFile(file).sha256
    do {
      let store = try Store.connect(Store.plain(file))
      let state = try store.schema()
      if case .empty = state { throw Self.notKaohe(file) }
      let (holdings, dangling) = try store.read { database in
        if let damage = try CopyCheck.damage(database) { throw Self.damaged(file, damage) }
        return (try DatabaseHoldings(database), try CopyCheck.dangling(database))
      }
      (self.store, self.holdings, self.dangling) = (store, holdings, dangling)
      if case .current = state { change = try SchemaDifference.first(store) } else { change = nil }
    } catch let error as StoreError {
      throw Self.refusal(of: file, error)
    }
  }

  private static func refusal(of file: String, _ error: StoreError) -> StoreError {
    switch error.code {
    case "is-a-folder", "not-a-database", "foreign-database": notKaohe(file)
    case "corrupt": damaged(file, "database disk image is malformed")
    case "newer-schema":
      StoreError(
        "newer-backup",
        Bilingual(
          "\(file) 是较新的 kaohe 写的，本程序只认识到第 \(Migration.newestVersion) 版结构",
          en: "\(file) was written by a newer kaohe; this one knows schema \(Migration.newestVersion) at most"),
        hint: Bilingual("改用较新的 kaohe", en: "use a newer kaohe"))
    default: error
    }
  }

  private static func notKaohe(_ file: String) -> StoreError {
    StoreError(
      "not-a-backup", Bilingual("\(file) 不是 Kaohe 的数据库", en: "\(file) is no database of Kaohe"),
      hint: Bilingual("写 `kaohe backup` 写出的文件", en: "name a file that `kaohe backup` wrote"))
  }

  private static func damaged(_ file: String, _ found: String) -> StoreError {
    StoreError(
      "damaged-backup", Bilingual("备份 \(file) 已损坏（\(found)）", en: "the backup \(file) is damaged (\(found))"),
      hint: Bilingual("改用另一份备份", en: "use another one"))
  }

  /// Refuses what belongs elsewhere.
  ///
  /// - Parameter isForced: whether another office's records may take the place of these.
  func check(replacing present: (office: String, replica: Int), isForced: Bool) throws {
    if present.office != holdings.office, !isForced {
      throw StoreError(
        "other-office", Bilingual("\(file) 是另一个单位的数据库", en: "\(file) belongs to another office"),
        hint: Bilingual("确要用它取代当前数据库，加 --force", en: "if it is to take the place of this one all the same, add --force")
      )
    }
    if present.replica != holdings.replica {
      throw StoreError(
        "other-copy",
        Bilingual(
          "\(file) 是\(Self.name(holdings.replica).chinese)的备份，当前数据库是\(Self.name(present.replica).chinese)",
          en:
            "\(file) is a backup of \(Self.name(holdings.replica).english), and this is \(Self.name(present.replica).english)"
        ),
        hint: Bilingual("副本的记录用 `kaohe merge` 并入", en: "what a copy recorded comes in with `kaohe merge`"))
    }
  }

  private static func name(_ replica: Int) -> Bilingual {
    replica == 0
      ? Bilingual("办公室数据库", en: "the office's database")
      : Bilingual("第 \(replica) 号外勤副本", en: "field copy \(replica)")
  }
}
