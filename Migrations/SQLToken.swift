/// A word, a text in quotation marks, or a sign of SQL.
struct SQLToken {
  var text: String
  /// Whether spaces or a line break stand before it.
  var isSpaced: Bool

  /// `alias` and `column` of `alias.column`.
  var parts: (alias: String, column: String)? {
    guard let dot = text.utf8.firstIndex(of: UInt8(ascii: ".")), !text.utf8.starts(with: "'".utf8) else { return nil }
    return (String(text[..<dot]), String(text[text.utf8.index(after: dot)...]))
  }

  /// Whether it may be the name of a column or a table.
  var isName: Bool { text.utf8.allSatisfy { SQLToken.isOfWord($0) && $0 != UInt8(ascii: ".") } }

  /// A code that has no comments.
  static func all(of code: [UInt8]) -> [SQLToken] {
    var tokens: [SQLToken] = []
    code.withUnsafeBufferPointer { code in
      var place = 0
      var isSpaced = false
      while place < code.count {
        let start = place
        let first = code[place]
        place += 1
        if first == UInt8(ascii: " ") || first == UInt8(ascii: "\n") || first == UInt8(ascii: ";") {
          isSpaced = true
          continue
        }
        if first == UInt8(ascii: "'") {
          while place < code.count, code[place] != first { place += 1 }
          place += 1
        } else if isOfWord(first) {
          while place < code.count, isOfWord(code[place]) { place += 1 }
        }
        let text = String(decoding: code[start..<min(place, code.count)], as: UTF8.self)
        tokens.append(SQLToken(text: text, isSpaced: isSpaced))
        isSpaced = false
      }
    }
    return tokens
  }

  /// The code again, each line break a space.
  static func text(_ tokens: some Sequence<SQLToken>) -> String {
    var text = ""
    for token in tokens {
      if token.isSpaced, let last = text.utf8.last, last != UInt8(ascii: "(") { text += " " }
      text += token.text
    }
    return text
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: byte >= 0x80
    }
  }
}
