extension JSON {
  /// On one line, with a space after each colon and comma.
  public var compact: String { text(indent: nil) }

  /// One member or element a line, so many spaces deeper at each level; no line break at the end.
  public func pretty(indent: Int = 1) -> String { text(indent: indent) }

  // Bytes are put together, of which a long text has millions, faster than strings are.

  private func text(indent: Int?) -> String {
    var text: [UInt8] = []
    write(to: &text, indent: indent, depth: 0)
    return String(decoding: text, as: UTF8.self)
  }

  private func write(to text: inout [UInt8], indent: Int?, depth: Int) {
    switch self {
    case .null: text += "null".utf8
    case .bool(let value): text += (value ? "true" : "false").utf8
    case .integer(let value): text += "\(value)".utf8
    case .string(let value): JSON.write(value, to: &text)
    case .array(let values):
      JSON.write(values, between: ("[", "]"), to: &text, indent, depth) { value, text in
        value.write(to: &text, indent: indent, depth: depth + 1)
      }
    case .object(let members):
      JSON.write(members, between: ("{", "}"), to: &text, indent, depth) { member, text in
        JSON.write(member.key, to: &text)
        text += ": ".utf8
        member.value.write(to: &text, indent: indent, depth: depth + 1)
      }
    }
  }

  private static func write<Part>(
    _ parts: [Part], between brackets: (open: Unicode.Scalar, close: Unicode.Scalar), to text: inout [UInt8],
    _ indent: Int?, _ depth: Int, _ writePart: (Part, inout [UInt8]) -> Void
  ) {
    func breakLine(_ depth: Int) {
      guard let indent else { return }
      text.append(UInt8(ascii: "\n"))
      for _ in 0..<indent * depth { text.append(UInt8(ascii: " ")) }
    }
    text.append(UInt8(ascii: brackets.open))
    var isFirst = true
    for part in parts {
      if !isFirst { text += (indent == nil ? ", " : ",").utf8 }
      isFirst = false
      breakLine(depth + 1)
      writePart(part, &text)
    }
    if !parts.isEmpty { breakLine(depth) }
    text.append(UInt8(ascii: brackets.close))
  }

  /// Escapes what RFC 8259 demands, and beyond it what could steer a terminal or turn the text around in one.
  private static func write(_ value: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    defer { text.append(UInt8(ascii: "\"")) }
    // As a rule there is nothing to escape.
    if !value.unicodeScalars.contains(where: { $0 == "\"" || $0 == "\\" || TerminalText.isUnsafe($0) }) {
      var value = value
      return value.withUTF8 { text += $0 }
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\"".utf8
      case "\\": text += "\\\\".utf8
      case "\n": text += "\\n".utf8
      case "\r": text += "\\r".utf8
      case "\t": text += "\\t".utf8
      case "\u{8}": text += "\\b".utf8
      case "\u{C}": text += "\\f".utf8
      case _ where scalar.value < 0x20 || TerminalText.isUnsafe(scalar): writeEscape(of: scalar, to: &text)
      default: text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }

  private static func writeEscape(of scalar: Unicode.Scalar, to text: inout [UInt8]) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      text += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
    }
  }
}
