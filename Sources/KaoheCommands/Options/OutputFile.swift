import Glibc
import KaoheScoring
import KaoheStore

/// A file that a command writes: a new one, or one that may be replaced.
struct OutputFile {
  let path: String
  let isReplaced: Bool

  /// - Throws: where a file is there that must not be replaced.
  func check() throws(StoreError) {
    var status = stat()
    // Of a link what it is, not where it leads: to put a file in its place is not what is meant.
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw StoreError(
        "is-a-folder", Bilingual("\(path) 是文件夹", en: "\(path) is a folder"),
        hint: Bilingual("写明文件名", en: "name a file in it"))
    }
    if status.st_mode & S_IFMT != S_IFREG {
      throw StoreError(
        "not-a-file", Bilingual("\(path) 不是普通文件", en: "\(path) is no ordinary file"),
        hint: Bilingual("换一个文件名；不写 --out 时打印出来", en: "name another file; without --out it is printed"))
    }
    if !isReplaced {
      throw StoreError(
        "file-exists", Bilingual("\(path) 已存在，不覆盖", en: "\(path) exists and is not replaced"),
        hint: Bilingual("换一个文件名，或用 --force 覆盖", en: "name another file, or replace it with --force"))
    }
  }

  /// Writes all of a text, or nothing: beside its place first, and moved there once it is on the disk.
  func write(_ text: String) throws(StoreError) {
    let part = path + ".part"
    let file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if file < 0 { throw StoreError.cannotWrite(path, errno) }
    var reason = KaoheCommands.write(text, to: file)
    if reason == 0, fsync(file) != 0 { reason = errno }
    close(file)
    if reason == 0, rename(part, path) != 0 { reason = errno }
    if reason != 0 {
      unlink(part)
      throw StoreError.cannotWrite(path, reason)
    }
  }
}
