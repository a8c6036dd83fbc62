extension SchemaText.Relation {
  /// Takes the next line of its definition.
  ///
  /// - Returns: whether it is the last one.
  mutating func take(_ line: SchemaLine) -> Bool {
    let (code, comment) = line.parts
    switch kind {
    case .table:
      addColumn(code, comment)
      return code.hasPrefix(")")
    case .view:
      if code.hasPrefix("FROM") { isListed = true }
      if !isListed, let (expression, name) = code.aliased, code.hasPrefix("  ") {
        add(name, type: expression, comment: comment)
      }
      addOrigins(code)
      query += code.bytes
      query.append(UInt8(ascii: "\n"))
      return code.hasSuffix(";")
    }
  }

  /// `  name TYPE …,  -- meaning (unit) · 中文`, or what the table says of several columns.
  mutating func addColumn(_ code: SchemaLine, _ comment: SchemaLine) {
    let words = code.words
    let reference = code.name(behind: "REFERENCES ")
    guard words.count > 1, let first = words[0].utf8.first, first >= UInt8(ascii: "a"), !code.hasPrefix("   ") else {
      if code.hasPrefix("  PRIMARY KEY ") { key = code.list }
      if let reference, !references.contains(reference) { references.append(reference) }
      return
    }
    if code.contains("PRIMARY KEY") { key = [words[0]] }
    var type = words[1].hasSuffix(",") ? String(words[1].dropLast()) : words[1]
    if words.count > 2, words[2] == "AS" {
      type += ", generated"
    } else if !code.contains("NOT NULL") {
      type += " or NULL"
    }
    if let reference { type += " → \(reference)" }
    add(words[0], type: type, reference, comment: comment)
  }

  private mutating func add(_ name: String, type: String, _ reference: String? = nil, comment: SchemaLine) {
    let (meaning, chinese) = comment.bilingual
    columns.append(
      SchemaText.Column(name: name, type: type, reference: reference, meaning: meaning, chinese: chinese))
  }

  /// What stands behind FROM and JOIN, also within expressions; a subquery or a function is no relation.
  private mutating func addOrigins(_ code: SchemaLine) {
    let words = code.words
    for (word, next) in zip(words, words.dropFirst()) where word == "FROM" || word == "JOIN" {
      let name = next.prefix { $0.isLetter || $0 == "_" }
      if !name.isEmpty, !next.contains("("), !origins.contains(String(name)) { origins.append(String(name)) }
    }
  }
}
