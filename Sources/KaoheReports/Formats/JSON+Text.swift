extension JSON {
  /// On one line, with a space after each colon and comma.
  public var compact: String {
    var text = ""
    write(to: &text, indent: nil, depth: 0)
    return text
  }

  /// One member or element a line, so many spaces deeper at each level; no line break at the end.
  public func pretty(indent: Int = 1) -> String {
    var text = ""
    write(to: &text, indent: indent, depth: 0)
    return text
  }

  private func write(to text: inout String, indent: Int?, depth: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += "\(value)"
    case .string(let value): JSON.write(value, to: &text)
    case .array(let values):
      JSON.write(values, between: ("[", "]"), to: &text, indent, depth) { value, text in
        value.write(to: &text, indent: indent, depth: depth + 1)
      }
    case .object(let members):
      JSON.write(members, between: ("{", "}"), to: &text, indent, depth) { member, text in
        JSON.write(member.key, to: &text)
        text += ": "
        member.value.write(to: &text, indent: indent, depth: depth + 1)
      }
    }
  }

  private static func write<Part>(
    _ parts: [Part], between brackets: (open: String, close: String), to text: inout String, _ indent: Int?,
    _ depth: Int, _ writePart: (Part, inout String) -> Void
  ) {
    text += brackets.open
    var isFirst = true
    let inner = "\n" + String(repeating: " ", count: (indent ?? 0) * (depth + 1))
    for part in parts {
      if !isFirst { text += indent == nil ? ", " : "," }
      isFirst = false
      if indent != nil { text += inner }
      writePart(part, &text)
    }
    if let indent, !parts.isEmpty { text += "\n" + String(repeating: " ", count: indent * depth) }
    text += brackets.close
  }

  /// Escapes what RFC 8259 demands, and beyond it what could steer a terminal or turn the text around in one.
  private static func write(_ value: String, to text: inout String) {
    text += "\""
    // As a rule there is nothing to escape.
    if !value.unicodeScalars.contains(where: { $0 == "\"" || $0 == "\\" || TerminalText.isUnsafe($0) }) {
      text += value
      text += "\""
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case _ where scalar.value < 0x20 || TerminalText.isUnsafe(scalar): writeEscape(of: scalar, to: &text)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private static func writeEscape(of scalar: Unicode.Scalar, to text: inout String) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
