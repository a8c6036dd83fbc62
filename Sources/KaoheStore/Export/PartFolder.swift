import Foundation
import KaoheScoring

/// A folder under another name until it is complete, so that a folder of the wanted name is whole.
final class PartFolder {
  /// Without a `/` at its end.
  let wanted: String
  let path: String
  /// Holds the lock that tells a folder that is being filled from one that an interrupted process left.
  private let descriptor: Int32

  /// Tells what an interrupted export left, which may be removed, from a folder of somebody else.
  private static let mark = ".kaohe-export"

  /// Takes over what an interrupted process left; refuses where another one is at work.
  ///
  /// - Parameter folder: must not be there, or be empty.
  init(of folder: String) throws {
    let wanted = try Self.checked(folder)
    let path = wanted + ".part"
    let marker = path + "/" + Self.mark
    if let names = try? FileManager.default.contentsOfDirectory(atPath: path), !names.isEmpty {
      guard names.contains(Self.mark) else { throw Self.inTheWay(path) }
    } else if mkdir(path, 0o777) != 0, errno != EEXIST {
      throw Self.cannotWrite(wanted, errno)
    }
    let descriptor = open(marker, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.cannotWrite(wanted, errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw StoreError(
        "being-made", Bilingual("另一个 kaohe 正在写 \(folder)", en: "another kaohe is making \(folder)"),
        hint: Bilingual("等它结束，或换一个文件夹", en: "wait until it has finished, or name another folder"))
    }
    (self.wanted, self.path, self.descriptor) = (wanted, path, descriptor)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] where name != Self.mark {
      try? FileManager.default.removeItem(atPath: path + "/" + name)
    }
  }

  deinit { close(descriptor) }

  func makeFolder(_ name: String) throws {
    guard mkdir(path + "/" + name, 0o777) == 0 else { throw Self.cannotWrite(wanted, errno) }
  }

  /// Gives it the wanted name.
  func keep() throws {
    // An empty folder of that name is replaced in the same step; one that is not empty any more is refused.
    guard rename(path, wanted) == 0 else {
      throw errno == ENOTEMPTY || errno == EEXIST ? Self.notEmpty(wanted) : Self.cannotWrite(wanted, errno)
    }
    unlink(wanted + "/" + Self.mark)
    let parent = open(Self.parent(of: wanted), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if parent >= 0 {
      fsync(parent)
      close(parent)
    }
  }

  func discard() { try? FileManager.default.removeItem(atPath: path) }

  // MARK: The wanted folder

  /// - Returns: its path, without a `/` at its end.
  private static func checked(_ folder: String) throws -> String {
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    var status = stat()
    guard lstat(path, &status) == 0 else {
      var parentStatus = stat()
      let parent = parent(of: path)
      if path.isEmpty || stat(parent, &parentStatus) != 0 {
        throw StoreError(
          "no-folder", Bilingual("没有文件夹 \(parent)", en: "there is no folder \(parent)"),
          hint: Bilingual("先建立它，或换一个地方", en: "make it first, or name another place"))
      }
      return path
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw StoreError(
        "not-a-folder", Bilingual("\(folder) 不是文件夹", en: "\(folder) is no folder"),
        hint: Bilingual("换一个名字；文件夹由 export 建立", en: "choose another name; export makes the folder"))
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { throw cannotWrite(path, errno) }
    if !names.isEmpty { throw notEmpty(path) }
    let real = URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path(percentEncoded: false)
    var whole = real
    while whole.count > 1, whole.hasSuffix("/") { whole.removeLast() }
    let working = URL(filePath: FileManager.default.currentDirectoryPath).resolvingSymlinksInPath()
      .standardizedFileURL.path(percentEncoded: false)
    guard working != whole, !working.hasPrefix(whole + "/"), working != whole + "/" else {
      throw StoreError(
        "working-folder", Bilingual("\(folder) 是当前文件夹", en: "\(folder) is the working folder"),
        hint: Bilingual("写明一个新文件夹", en: "name a new folder in it"))
    }
    return whole
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func notEmpty(_ folder: String) -> StoreError {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    let list = names.prefix(5)
    let more = names.count > list.count
    return StoreError(
      "folder-not-empty",
      Bilingual(
        "文件夹 \(folder) 不是空的（\(list.joined(separator: "、"))\(more ? "……" : "")），不覆盖",
        en:
          "the folder \(folder) is not empty (\(list.joined(separator: ", "))\(more ? " …" : "")); nothing is overwritten"
      ),
      hint: Bilingual("换一个新的或空的文件夹", en: "name a new folder or an empty one"))
  }

  private static func inTheWay(_ path: String) -> StoreError {
    StoreError(
      "file-exists", Bilingual("\(path) 已经存在，导出先写在那里", en: "\(path) is there, where an export is written first"),
      hint: Bilingual("把它移开，或换一个文件夹", en: "move it away, or name another folder"))
  }

  static func cannotWrite(_ folder: String, _ reason: Int32) -> StoreError {
    let text = String(cString: strerror(reason))
    if reason == ENOSPC || reason == EDQUOT {
      return StoreError(
        "disk-full", Bilingual("磁盘已满，没有写成 \(folder)", en: "the disk is full; \(folder) was not made"),
        hint: Bilingual("腾出空间后重试", en: "make room, then try again"))
    }
    return StoreError(
      "cannot-write", Bilingual("写不了 \(folder)：\(text)", en: "can't write \(folder): \(text)"),
      hint: Bilingual("检查路径和权限", en: "check the path and its permissions"))
  }
}
