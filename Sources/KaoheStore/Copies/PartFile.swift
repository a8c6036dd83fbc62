import Foundation
import GRDB
import KaoheScoring

/// A file under another name until it is complete, so that a file of the wanted name is whole.
final class PartFile {
  let path: String
  private let wanted: String
  /// Holds the lock that tells a file that is being made from one that an interrupted process left.
  private let descriptor: Int32

  /// Takes over what an interrupted process left; refuses where another one is at work.
  init(of file: String) throws {
    wanted = file
    path = file + ".part"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw StoreError(
        "cannot-write",
        Bilingual(
          "不能写 \(file)：\(String(cString: strerror(errno)))",
          en: "can't write \(file): \(String(cString: strerror(errno)))"),
        hint: Bilingual("检查文件夹和权限", en: "check the folder and its permissions"))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw StoreError(
        "being-made", Bilingual("另一个 kaohe 正在写 \(file)", en: "another kaohe is making \(file)"),
        hint: Bilingual("等它结束，或换一个文件名", en: "wait until it has finished, or name another file"))
    }
    ftruncate(descriptor, 0)
    removeLogs()
  }

  deinit { close(descriptor) }

  /// Gives it the wanted name.
  func keep() throws {
    guard !FileManager.default.fileExists(atPath: wanted) else { throw Self.isThere(wanted) }
    guard rename(path, wanted) == 0 else {
      throw StoreError(
        "cannot-write",
        Bilingual(
          "不能写 \(wanted)：\(String(cString: strerror(errno)))",
          en: "can't write \(wanted): \(String(cString: strerror(errno)))"),
        hint: Bilingual("检查文件夹和权限", en: "check the folder and its permissions"))
    }
  }

  func discard() {
    removeLogs()
    unlink(path)
  }

  private func removeLogs() {
    for end in ["-wal", "-shm", "-journal"] { unlink(path + end) }
  }

  static func isThere(_ file: String) -> StoreError {
    StoreError(
      "file-exists", Bilingual("\(file) 已经存在", en: "\(file) is there already"),
      hint: Bilingual("换一个文件名，副本不会被覆盖", en: "name another file: a copy is never overwritten"))
  }
}
