import Foundation
import KaoheScoring

/// Where a backup goes: a file that must not be there yet.
struct BackupTarget {
  let file: String

  /// - Parameters:
  ///   - path: a new file; or a folder, in which the backup is named by the database and the time.
  ///   - source: the database.
  /// - Throws: `StoreError` where nothing may be written there.
  init(_ path: String, of source: String, at moment: Date = Date()) throws(StoreError) {
    var status = stat()
    if path.isEmpty || path == "-" { throw Self.notAName(path) }
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      file = Self.datedFile(in: path, of: source, moment)
      return
    }
    if path.hasSuffix("/") {
      throw StoreError(
        "no-folder", Bilingual("没有文件夹 \(path)", en: "there is no folder \(path)"),
        hint: Bilingual("先建好它，或写明文件名", en: "make it first, or name a file"))
    }
    // SQLite would take such a file for its own: for what a crash left of a database of that name.
    if ["-wal", "-shm", "-journal"].contains(where: path.hasSuffix) { throw Self.notAName(path) }
    if let one = FileIdentity(path), one == FileIdentity(source) {
      throw StoreError(
        "same-file", Bilingual("\(path) 就是数据库本身", en: "\(path) is the database itself"),
        hint: Bilingual("换一个文件名", en: "name another file"))
    }
    // A link that leads nowhere is there, too.
    if lstat(path, &status) == 0 { throw Self.isThere(path) }
    file = path
  }

  static func isThere(_ file: String) -> StoreError {
    StoreError(
      "file-exists", Bilingual("\(file) 已存在，备份不覆盖文件", en: "\(file) exists; a backup replaces no file"),
      hint: Bilingual(
        "换一个文件名，或只写文件夹，由 kaohe 按时间命名", en: "name another, or a folder: kaohe then names the file by the time"))
  }

  private static func notAName(_ path: String) -> StoreError {
    StoreError(
      "not-a-name", Bilingual("不能用“\(path)”作备份的文件名", en: "a backup can't be named “\(path)”"),
      hint: Bilingual("写一个文件名，如 backup.db，或一个文件夹", en: "name a file, e.g. backup.db, or a folder"))
  }

  /// `kaohe-20221126-160000.db`, by the clock here.
  private static func datedFile(in folder: String, of source: String, _ moment: Date) -> String {
    let name = EvidenceFile.name(of: source)
    let base = name.hasSuffix(".db") ? String(name.dropLast(3)) : name
    return unused((folder.hasSuffix("/") ? folder : folder + "/") + base + "-" + stamp(moment))
  }

  /// `20221126-160000`, by the clock here.
  static func stamp(_ moment: Date) -> String {
    var seconds = time_t(moment.timeIntervalSince1970)
    var parts = tm()
    localtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 32)
    strftime(&text, text.count, "%Y%m%d-%H%M%S", &parts)
    return text.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  /// The name with `.db`, and with a number before that where files of the name are there.
  ///
  /// - Parameter base: without its end.
  static func unused(_ base: String) -> String {
    var status = stat()
    var file = base + ".db"
    var number = 2
    while lstat(file, &status) == 0 {
      file = "\(base).\(number).db"
      number += 1
    }
    return file
  }
}
