import Glibc
import KaoheScoring
import KaoheStore

/// Where the SQL of a query comes from: the command line, standard input, a file or a pipe.
struct QuerySource {
  /// `-` is standard input.
  var argument: String?
  var file: String?

  func read() throws(StoreError) -> String {
    if let argument, argument != "-" { return argument }
    // Other encodings are refused rather than guessed: a name in them would be found nowhere.
    guard let text = String(validating: try bytes(), as: UTF8.self) else {
      throw StoreError(
        "not-utf8", Bilingual("\(name) 不是 UTF-8 编码", en: "\(name) is not UTF-8"),
        hint: Bilingual("另存为 UTF-8", en: "save it as UTF-8"))
    }
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// How messages call it.
  private var name: String { file ?? "-" }

  /// SQLite takes less; what has no end is to be seen here.
  private static let mostBytes = 4_000_000

  private func bytes() throws(StoreError) -> [UInt8] {
    let descriptor = file.map { Glibc.open($0, O_RDONLY | O_CLOEXEC) } ?? STDIN_FILENO
    if descriptor < 0 { throw unreadable(errno) }
    defer { if file != nil { close(descriptor) } }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw unreadable(errno) }
      if count == 0 { return bytes }
      bytes += piece[..<count]
      if bytes.count > Self.mostBytes {
        throw StoreError(
          "too-long", Bilingual("\(name) 太长，不是一条 SQL", en: "\(name) is too long for a statement"),
          hint: Bilingual("检查路径", en: "check the path"))
      }
    }
  }

  private func unreadable(_ error: Int32) -> StoreError {
    let reason = String(cString: strerror(error))
    return StoreError(
      "cannot-read", Bilingual("读不了 \(name)（\(reason)）", en: "can't read \(name) (\(reason))"),
      hint: file == nil
        ? Bilingual("从文件或管道给出 SQL：- < 文件", en: "give the SQL by a file or a pipe: - < FILE")
        : Bilingual("检查路径和权限", en: "check the path and its permissions"))
  }
}
