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
    let (wanted, mode) = try Self.checked(folder)
    let path = wanted + ".part"
    let marker = path + "/" + Self.mark
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR { throw Self.inTheWay(path) }
    if let names = try? FileManager.default.contentsOfDirectory(atPath: path), !names.isEmpty {
      guard names.contains(Self.mark) else { throw Self.inTheWay(path) }
    } else if mkdir(path, mode ?? 0o777) != 0, errno != EEXIST {
      throw mode == nil ? StoreError.cannotWrite(wanted, errno) : Self.cannotReplace(wanted, errno)
    }
    // Whoever made a folder for personal records may have closed it to others.
    if let mode, chmod(path, mode) != 0 { throw Self.cannotReplace(wanted, errno) }
    let descriptor = open(marker, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw StoreError.cannotWrite(wanted, errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw StoreError.beingMade(folder)
    }
    (self.wanted, self.path, self.descriptor) = (wanted, path, descriptor)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] where name != Self.mark {
      try? FileManager.default.removeItem(atPath: path + "/" + name)
    }
  }

  deinit { close(descriptor) }

  func makeFolder(_ name: String) throws {
    guard mkdir(path + "/" + name, 0o777) == 0 else { throw StoreError.cannotWrite(wanted, errno) }
  }

  /// Gives it the wanted name.
  func keep() throws {
    // An empty folder of that name is replaced in the same step; one that is not empty any more is refused.
    guard rename(path, wanted) == 0 else {
      let reason = errno
      if reason == ENOTEMPTY || reason == EEXIST { throw Self.notEmpty(wanted) }
      var status = stat()
      throw lstat(wanted, &status) == 0 ? Self.cannotReplace(wanted, reason) : StoreError.cannotWrite(wanted, reason)
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

  /// - Returns: its path, without a `/` at its end; and its permissions, with which its owner can write, where it is there.
  private static func checked(_ folder: String) throws -> (path: String, mode: mode_t?) {
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
      return (path, nil)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw StoreError(
        "not-a-folder", Bilingual("\(folder) 不是文件夹", en: "\(folder) is no folder"),
        hint: Bilingual("换一个名字；文件夹由 export 建立", en: "choose another name; export makes the folder"))
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw StoreError.cannotWrite(path, errno)
    }
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
    var parentStatus = stat()
    // The root of another disk, e.g. a memory stick, stays where it is.
    if stat(parent(of: whole), &parentStatus) == 0, parentStatus.st_dev != status.st_dev || whole == "/" {
      throw cannotReplace(whole, EBUSY)
    }
    return (whole, status.st_mode & 0o7777 | 0o700)
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

  /// An empty folder of the wanted name that no other can take the place of.
  static func cannotReplace(_ folder: String, _ reason: Int32) -> StoreError {
    guard [EBUSY, EACCES, EPERM, EXDEV, EROFS].contains(reason) else { return StoreError.cannotWrite(folder, reason) }
    let text = String(cString: strerror(reason))
    let new = (folder == "/" ? "" : folder) + "/kaohe-export"
    return StoreError(
      "cannot-replace",
      Bilingual(
        "空文件夹 \(folder) 不能整个换掉：\(text)", en: "the empty folder \(folder) can't be replaced as a whole: \(text)"),
      hint: Bilingual("写到它里面的新文件夹：\(new)", en: "name a new folder inside it: \(new)"))
  }
}
