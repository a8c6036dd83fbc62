import GRDB
import GRDBSQLite
import KaoheScoring

/// Why the database could not be used: what, and what to do. Nothing was changed.
public struct StoreError: Error, Sendable, Hashable {
  /// A stable name of the kind of problem, e.g. `locked`.
  public let code: String
  public let problem: Bilingual
  public let hint: Bilingual?

  public init(_ code: String, _ problem: Bilingual, hint: Bilingual? = nil) {
    self.code = code
    self.problem = problem
    self.hint = hint
  }

  /// `problem; what to do`.
  public func text(in language: Language) -> String {
    guard let hint else { return problem.text(in: language) }
    return problem.text(in: language) + (language == .chinese ? "；" : "; ") + hint.text(in: language)
  }
}

extension StoreError {
  /// Says an error of SQLite in our words.
  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        "locked", Bilingual("数据库 \(path) 正被另一个程序占用", en: "the database \(path) is locked by another program"),
        hint: Bilingual("等它结束，或关闭该程序后重试", en: "wait until it has finished, or close it, then try again"))
    case .SQLITE_READONLY, .SQLITE_PERM:
      self.init(
        "read-only", Bilingual("数据库 \(path) 只读，不能写入", en: "the database \(path) is read-only"),
        hint: Bilingual(
          "检查文件和文件夹的写权限，或复制一份再用", en: "check the permissions of the file and its folder, or work on a copy"))
    case .SQLITE_FULL:
      self.init(
        "disk-full", Bilingual("磁盘已满，\(path) 没有改动", en: "the disk is full; \(path) is unchanged"),
        hint: Bilingual("腾出空间后重试", en: "make room, then try again"))
    case .SQLITE_NOTADB:
      self.init(
        "not-a-database", Bilingual("\(path) 不是数据库文件", en: "\(path) is no database"),
        hint: Bilingual(
          "检查 --db 指的是不是 Kaohe 的数据库；如果是，文件已损坏，用 `kaohe restore` 恢复备份",
          en:
            "check that --db names a database of Kaohe; if it does, it is damaged: go back to a backup with `kaohe restore`"
        ))
    case .SQLITE_CORRUPT:
      self.init(
        "corrupt", Bilingual("数据库 \(path) 已损坏（\(error.text)）", en: "the database \(path) is damaged (\(error.text))"),
        hint: Bilingual(
          "用 `kaohe restore` 恢复最近的备份", en: "go back to the latest backup with `kaohe restore`"))
    case .SQLITE_CANTOPEN:
      self.init(
        "cannot-open", Bilingual("打不开 \(path)", en: "can't open \(path)"),
        hint: Bilingual("检查路径和权限", en: "check the path and its permissions"))
    case .SQLITE_IOERR:
      self.init(
        "io-error", Bilingual("读写 \(path) 出错（\(error.text)）", en: "reading or writing \(path) failed (\(error.text))"),
        hint: Bilingual("检查磁盘和空间后重试", en: "check the disk and its free space, then try again"))
    case .SQLITE_ERROR where error.isOfStructure:
      self.init(
        "broken-structure",
        Bilingual(
          "数据库 \(path) 的结构被改过（\(error.text)）", en: "the structure of \(path) was changed (\(error.text))"),
        hint: Bilingual(
          "运行 `kaohe init` 修复；修不好的，用 `kaohe restore` 恢复备份",
          en: "run `kaohe init`, which mends what it can; else go back to a backup with `kaohe restore`"))
    default:
      self.init(
        "database-error", Bilingual("数据库 \(path) 出错：\(error.text)", en: "the database \(path) failed: \(error.text)"))
    }
  }
}

extension DatabaseError {
  fileprivate var text: String { message ?? "\(resultCode)" }

  /// Whether what our statements name is not there.
  fileprivate var isOfStructure: Bool {
    ["no such table", "no such column", "no such view", "has no column"].contains { text.contains($0) }
  }
}
