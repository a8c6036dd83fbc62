import Foundation
import KaoheScoring
import KaoheStore

/// Where the SQL of a query comes from: the command line, standard input, a file.
struct QuerySource {
  /// `-` is standard input.
  var argument: String?
  var file: String?

  func read() throws(StoreError) -> String {
    if let argument, argument != "-" { return argument }
    let bytes: Data
    if let file {
      guard let content = FileManager.default.contents(atPath: file) else {
        throw StoreError(
          "cannot-read", Bilingual("读不了 \(file)", en: "can't read \(file)"),
          hint: Bilingual("检查路径和权限", en: "check the path and its permissions"))
      }
      bytes = content
    } else {
      bytes = FileHandle.standardInput.readDataToEndOfFile()
    }
    // Other encodings are refused rather than guessed: a name in them would be found nowhere.
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let name = file ?? "-"
      throw StoreError(
        "not-utf8", Bilingual("\(name) 不是 UTF-8 编码", en: "\(name) is not UTF-8"),
        hint: Bilingual("另存为 UTF-8", en: "save it as UTF-8"))
    }
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }
}
