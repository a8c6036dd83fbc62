import Foundation
import KaoheRules

/// Reads a rule file's bytes: no more of them than it may have, however large the file is.
public enum RuleFileBytes {
  /// - Parameter takesPipes: whether the file may be a pipe, as where a shell hands over what a program writes. In a folder
  ///   none is meant, and to open it would wait for ever for somebody to write to it.
  /// - Returns: nil where it can't be read; of one that is too large so much that `RuleFile` refuses it.
  public static func read(_ path: String, takesPipes: Bool = false) -> [UInt8]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let kinds = takesPipes ? [S_IFREG, S_IFIFO, S_IFCHR] : [S_IFREG]
    guard kinds.contains(status.st_mode & S_IFMT) else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= RuleFile.maximumBytes {
      let count = Foundation.read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return nil }
      if count == 0 { break }
      bytes += piece[..<count]
    }
    return bytes
  }
}
