import CLibZip
import Glibc
import KaoheScoring

/// The zip archive that a workbook is. Opened only if its directory promises nothing harmful.
final class Archive {
  /// A part: its place, and the size that the directory promises.
  struct Entry {
    let index: UInt64
    let name: String
    let size: UInt64
  }

  let handle: OpaquePointer
  /// By folded name: parts of a workbook are the same where only the case of letters differs.
  private(set) var entries: [String: Entry] = [:]

  init(path: String, limits: WorkbookLimits) throws(WorkbookProblem) {
    handle = try Archive.open(path, limits)
    try readDirectory(limits)
  }

  deinit { zip_discard(handle) }

  /// - Parameter part: a name as the workbook gives it. It is looked up here and is never a path of a file.
  subscript(part: String) -> Entry? { entries[Archive.folded(part)] }

  /// - Throws: `missing-part` where there is none of this name.
  func stream(_ part: String) throws(WorkbookProblem) -> ArchiveStream {
    guard let entry = self[part] else { throw .missingPart(part) }
    return try ArchiveStream(entry, of: self)
  }

  private static func folded(_ name: String) -> String {
    // Some programs of Windows write backslashes.
    String(
      decoding: name.utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }, as: UTF8.self
    ).lowercased()
  }

  /// The file is opened once and looked at through that: it cannot become another one in between.
  private static func open(_ path: String, _ limits: WorkbookLimits) throws(WorkbookProblem)
    -> OpaquePointer
  {
    // A pipe would wait for its other end otherwise.
    let file = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    if file < 0 {
      let reason = errno
      throw reason == ENOENT ? .noSuchFile : .unreadable(systemReason(reason))
    }
    do {
      try checkFile(file, limits)
    } catch {
      close(file)
      throw error
    }
    var reason: Int32 = 0
    guard let handle = zip_fdopen(file, 0, &reason) else {
      close(file)
      throw .notAWorkbook
    }
    return handle
  }

  private static func checkFile(_ file: Int32, _ limits: WorkbookLimits) throws(WorkbookProblem) {
    var status = stat()
    if fstat(file, &status) != 0 { throw .unreadable(systemReason(errno)) }
    if status.st_mode & S_IFMT != S_IFREG {
      throw .unreadable(Bilingual("这不是一个文件", en: "this is not a file"))
    }
    var start = [UInt8](repeating: 0, count: 4)
    let count = pread(file, &start, start.count, 0)
    if count < 0 { throw .unreadable(systemReason(errno)) }
    if start == [0xD0, 0xCF, 0x11, 0xE0] { throw .oldOrEncrypted }
    if start != [0x50, 0x4B, 0x03, 0x04] { throw .notAWorkbook }
    if status.st_size > limits.fileBytes {
      throw .tooLarge(
        Bilingual(
          "文件超过 \(limits.fileBytes >> 20) MB", en: "the file is over \(limits.fileBytes >> 20) MB"))
    }
  }

  private func readDirectory(_ limits: WorkbookLimits) throws(WorkbookProblem) {
    let count = zip_get_num_entries(handle, 0)
    if count > limits.entries {
      throw .tooLarge(
        Bilingual(
          "压缩包里有 \(count) 个部件，最多 \(limits.entries) 个",
          en: "the archive has \(count) parts; at most \(limits.entries) are read"))
    }
    var total: UInt64 = 0
    for index in 0..<UInt64(max(0, count)) {
      var status = zip_stat_t()
      guard zip_stat_index(handle, index, 0, &status) == 0,
        let name = status.name.map({ String(cString: $0) })
      else {
        throw .damaged(Bilingual("目录无法读取", en: "its directory can't be read"))
      }
      try Archive.check(status, name.excerpt, limits)
      total += status.size
      if total > limits.totalBytes {
        throw .tooLarge(
          Bilingual(
            "解压后超过 \(limits.totalBytes >> 20) MB",
            en: "it would inflate to over \(limits.totalBytes >> 20) MB"))
      }
      let entry = Entry(index: index, name: name, size: status.size)
      // Programs would differ in which of the two they read.
      if entries.updateValue(entry, forKey: Archive.folded(name)) != nil {
        throw .damaged(
          Bilingual("部件“\(name.excerpt)”出现了两次", en: "the part “\(name.excerpt)” stands twice"))
      }
    }
  }

  private static func check(_ entry: zip_stat_t, _ name: String, _ limits: WorkbookLimits)
    throws(WorkbookProblem)
  {
    if entry.encryption_method != ZIP_EM_NONE { throw .encrypted }
    // Workbooks use no other; libzip knows some that take memory before the first byte.
    if entry.comp_method != ZIP_CM_STORE, entry.comp_method != ZIP_CM_DEFLATE {
      throw .damaged(
        Bilingual(
          "部件“\(name)”的压缩方法不是工作簿用的", en: "the part “\(name)” is compressed as no workbook is"))
    }
    if entry.size > limits.entryBytes {
      throw .tooLarge(
        Bilingual(
          "部件“\(name)”解压后超过 \(limits.entryBytes >> 20) MB",
          en: "the part “\(name)” would inflate to over \(limits.entryBytes >> 20) MB"))
    }
    if entry.size > limits.ratioAppliesOver, entry.size / limits.ratio >= max(1, entry.comp_size) {
      throw .tooLarge(
        Bilingual(
          "部件“\(name)”解压后是压缩时的 \(limits.ratio) 倍以上",
          en: "the part “\(name)” would inflate to over \(limits.ratio) times its size"))
    }
  }
}

/// What the system says about a failure. It has no Chinese for it.
func systemReason(_ number: Int32) -> Bilingual {
  let text = String(cString: strerror(number))
  return Bilingual(text, en: text)
}
