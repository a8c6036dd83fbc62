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
  ///
  /// - Parameter original: a file that holds the same, so that nobody may read this one who may not read that.
  init(of file: String, like original: String? = nil) throws {
    wanted = file
    path = file + ".part"
    descriptor = try Self.lock(path, for: file)
    ftruncate(descriptor, 0)
    removeLogs()
    var status = stat()
    if let original, stat(original, &status) == 0 { fchmod(descriptor, status.st_mode & 0o666) }
  }

  deinit { close(descriptor) }

  /// A descriptor that holds the lock of the file that has this name.
  private static func lock(_ path: String, for file: String) throws -> Int32 {
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw StoreError.cannotWrite(file, errno) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        throw StoreError.beingMade(file)
      }
      // Another process may have finished between the two, and this be the file that it made.
      var (locked, named) = (stat(), stat())
      if fstat(descriptor, &locked) == 0, stat(path, &named) == 0, locked.st_ino == named.st_ino { return descriptor }
      close(descriptor)
    }
  }

  /// Gives it the wanted name, once all of it is on the disk.
  func keep() throws {
    guard fsync(descriptor) == 0 else { throw StoreError.cannotWrite(wanted, errno) }
    guard !FileManager.default.fileExists(atPath: wanted) else { throw Self.isThere(wanted) }
    guard rename(path, wanted) == 0 else { throw StoreError.cannotWrite(wanted, errno) }
    Self.syncFolder(of: wanted)
  }

  /// Brings the names of a folder's files to the disk.
  static func syncFolder(of file: String) {
    let folder = open(URL(filePath: file).deletingLastPathComponent().path(percentEncoded: false), O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
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
