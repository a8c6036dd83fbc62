/// What a rule file consists of, on its way to text: containers that fit stand in one line, others in a block.
indirect enum YAMLText {
  /// A number or a word of the language.
  case plain(String)
  /// A text of the author's, which is quoted.
  case quoted(String)
  case list([YAMLText])
  case map([(key: String, value: YAMLText)])

  /// A mapping without the keys that have no value.
  static func keys(_ entries: KeyValuePairs<String, YAMLText?>) -> YAMLText {
    .map(entries.compactMap { entry in entry.value.map { (entry.key, $0) } })
  }

  /// A file.
  var document: String { block(indent: "") + "\n" }

  private static let widest = 100

  private var flow: String {
    switch self {
    case .plain(let text): text
    case .quoted(let text): Self.quote(text)
    case .list(let elements): "[" + elements.map(\.flow).joined(separator: ", ") + "]"
    case .map(let entries):
      "{" + entries.map { "\(Self.name($0.key)): \($0.value.flow)" }.joined(separator: ", ") + "}"
    }
  }

  private func block(indent: String) -> String {
    switch self {
    case .map(let entries) where !entries.isEmpty:
      entries.map { key, value in "\(Self.name(key)):" + value.nested(indent: indent + "  ") }
        .joined(separator: "\n" + indent)
    case .list(let elements) where !elements.isEmpty:
      elements.map { "- " + $0.element(indent: indent + "  ") }.joined(separator: "\n" + indent)
    default: flow
    }
  }

  /// After a key.
  private func nested(indent: String) -> String {
    flow.count <= Self.widest || !isContainer ? " " + flow : "\n" + indent + block(indent: indent)
  }

  /// After a dash.
  private func element(indent: String) -> String {
    flow.count <= Self.widest ? flow : block(indent: indent)
  }

  private var isContainer: Bool {
    switch self {
    case .plain, .quoted: false
    case .list, .map: true
    }
  }

  private static func name(_ key: String) -> String {
    key.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_") }
      ? key : quote(key)
  }

  private static func quote(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}
