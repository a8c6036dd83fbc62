/// A value of a rule file, with the text of its scalars and the place where it stands.
struct YAMLNode {
  enum Content {
    /// The text, and whether it stands without quotes.
    case scalar(String, plain: Bool)
    case list([YAMLNode])
    /// In the file's order, each key once.
    case mapping([YAMLEntry])
    /// Something that rule files may not hold; it has been reported.
    case refused
  }

  let content: Content
  let place: Place

  /// Whether nothing is written here: `key:`, `key: ~` or `key: null`.
  var isEmpty: Bool {
    guard case .scalar(let text, plain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }
}

/// A key of a mapping with its value.
struct YAMLEntry {
  let key: String
  let place: Place
  let value: YAMLNode
}
