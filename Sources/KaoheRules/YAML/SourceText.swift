/// The text of a file, checked to be UTF-8 without control characters, and its byte order mark taken off.
struct SourceText {
  let bytes: ArraySlice<UInt8>

  init(_ file: [UInt8], log: ProblemLog) throws(Reported) {
    bytes = file.starts(with: [0xEF, 0xBB, 0xBF]) ? file.dropFirst(3) : file[...]
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw log.report(
        .notUTF8, at: place(of: bytes.startIndex + error.byteOffsets.lowerBound),
        "文件不是 UTF-8 编码", en: "the file is not UTF-8",
        hint: .init("请另存为 UTF-8", en: "save it as UTF-8"))
    }
    if let (offset, scalar) = firstControlCharacter {
      throw log.report(
        .controlCharacter, at: place(of: offset),
        "文件里有不能用的控制字符 \(scalar.name)", en: "the file holds the control character \(scalar.name), which it may not",
        hint: .init("请删去它", en: "remove it"))
    }
  }

  /// Line and column of a byte.
  func place(of offset: Int) -> Place {
    var line = 1
    var start = bytes.startIndex
    for index in bytes.startIndex..<offset {
      let isBreak =
        bytes[index] == UInt8(ascii: "\n")
        || (bytes[index] == UInt8(ascii: "\r")
          && (index + 1 == bytes.endIndex || bytes[index + 1] != UInt8(ascii: "\n")))
      if isBreak {
        line += 1
        start = index + 1
      }
    }
    let column = String(decoding: bytes[start..<offset], as: UTF8.self).unicodeScalars.count + 1
    return Place(line: line, column: column)
  }

  /// The first character that YAML does not allow: NUL and other controls, a byte order mark inside the text.
  private var firstControlCharacter: (offset: Int, scalar: Unicode.Scalar)? {
    // Only these bytes begin such a character: everything else is passed over quickly.
    for (offset, byte) in zip(bytes.indices, bytes) where byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF {
      guard let scalar = String(decoding: bytes[offset...].prefix(3), as: UTF8.self).unicodeScalars.first else {
        continue
      }
      if scalar.isControl { return (offset, scalar) }
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether YAML has no place for it, not even escaped in a rule file.
  var isControl: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// `U+0000`.
  var name: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
