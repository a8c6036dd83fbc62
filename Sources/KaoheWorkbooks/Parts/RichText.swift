/// Gathers the text of a string item: one text, or runs that are formatted differently.
///
/// The reading aid of Japanese and Chinese (`rPh`) stands beside the text and is not part of it.
struct RichText {
  private(set) var text = ""
  private var isInText = false
  private var isInPhonetic = false
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func take(_ event: PartReader.Event, of part: PartReader) throws(WorkbookProblem) {
    switch event {
    case .start("rPh"): isInPhonetic = true
    case .end("rPh"): isInPhonetic = false
    case .start("t"): isInText = !isInPhonetic
    case .end("t"): isInText = false
    case .text where isInText:
      text += part.text
      if text.utf8.count > limit { throw .cellTooLarge }
    default: break
    }
  }

  /// Begins the next item.
  mutating func clear() { self = RichText(limit: limit) }
}

extension String {
  /// Characters that XML cannot hold are saved as `_x000D_`, and such a text itself as `_x005F_x000D_`.
  var decodingCharacterEscapes: String {
    guard utf8.contains(UInt8(ascii: "_")) else { return self }
    var result = ""
    var rest = self[...]
    while let start = rest.firstIndex(of: "_") {
      result += rest[..<start]
      rest = rest[start...]
      if let scalar = rest.characterEscape {
        result.unicodeScalars.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }
}

extension Substring {
  /// The character that an escape at the start stands for.
  var characterEscape: Unicode.Scalar? {
    let escape = utf8.prefix(7)
    guard escape.count == 7, escape.starts(with: "_x".utf8), escape.last == UInt8(ascii: "_") else {
      return nil
    }
    let digits = escape.dropFirst(2).dropLast()
    guard digits.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    return Unicode.Scalar(value)
  }
}
