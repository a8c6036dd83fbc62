import Crypto
import Foundation
import KaoheScoring

/// A file that is evidence, as it lies on the disk. The file itself stays where the office keeps it.
struct EvidenceFile {
  /// The last component of the path, in NFC.
  let name: String
  let size: Int
  /// In hexadecimal.
  let sha256: String

  /// Reads the file once, piece by piece.
  ///
  /// - Parameter followsLinks: whether the path may be a symbolic link to the file.
  /// - Throws: `StoreError` for what is no regular file, or can't be read.
  init(_ path: String, followsLinks: Bool = true) throws(StoreError) {
    try self.init(place: Array(path.utf8CString), shown: path, followsLinks: followsLinks)
  }

  /// - Parameters:
  ///   - place: the path to the byte, with a 0 at its end.
  ///   - path: the same as a text, for messages.
  init(place: [CChar], shown path: String, followsLinks: Bool) throws(StoreError) {
    var status = stat()
    guard (followsLinks ? stat(place, &status) : lstat(place, &status)) == 0 else { throw Self.unreadable(path) }
    // Asked before it is opened: a pipe would wait for a writer.
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw StoreError(
        "not-a-file", Bilingual("\(path) 不是普通文件", en: "\(path) is no regular file"),
        hint: Bilingual("用 --file 指明一个文件", en: "name a file with --file"))
    }
    let descriptor = open(place, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else { throw Self.unreadable(path) }
    defer { close(descriptor) }
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var size = 0
    while true {
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw Self.unreadable(path) }
      if count == 0 { break }
      buffer.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
      size += count
    }
    name = Self.name(of: path)
    self.size = size
    let digits = Array("0123456789abcdef".unicodeScalars)
    var text = String.UnicodeScalarView()
    for byte in hash.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    sha256 = String(text)
  }

  private static func unreadable(_ path: String) -> StoreError {
    if errno == ENOENT || errno == ENOTDIR {
      return StoreError(
        "no-file", Bilingual("没有文件 \(path)", en: "there is no file \(path)"),
        hint: Bilingual("检查路径", en: "check its path"))
    }
    let reason = String(cString: strerror(errno))
    return StoreError(
      "unreadable-file", Bilingual("无法读取 \(path)：\(reason)", en: "can't read \(path): \(reason)"),
      hint: Bilingual("检查权限", en: "check its permissions"))
  }

  /// The last component, whatever stands before it.
  static func name(of path: String) -> String {
    (path.split(separator: "/").last.map(String.init) ?? path).composed
  }

  /// What a file probably is, by the end of its name: 照片, 台账, else 文件.
  static func kind(of name: String) -> String {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if ["jpg", "jpeg", "png", "gif", "heic", "webp", "bmp", "tif", "tiff"].contains(ending) { return "照片" }
    return ["xlsx", "xls", "et", "csv", "ods"].contains(ending) ? "台账" : "文件"
  }
}
