/// A line of a migration, as bytes: what is read at each start of the program has to be read quickly.
struct SchemaLine {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// The lines of a text that end with LF.
  static func all(of text: String) -> [SchemaLine] {
    Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(SchemaLine.init)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  var isComment: Bool { hasPrefix("--") }

  /// The words that spaces divide.
  var words: [String] { bytes.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) } }

  /// Code, and the comment behind it.
  var parts: (code: SchemaLine, comment: SchemaLine) {
    guard let mark = firstPlace(of: "  -- ") else { return (self, SchemaLine([])) }
    return (SchemaLine(bytes[..<mark]), SchemaLine(bytes[(mark + 5)...]))
  }

  /// Both halves of a comment, `meaning (unit) · 中文`; the second is empty where it says nothing in Chinese.
  var bilingual: (english: String, chinese: String) {
    guard let dot = lastPlace(of: " · ") else { return (text, "") }
    return (SchemaLine(bytes[..<dot]).text, SchemaLine(bytes[(dot + 4)...]).text)
  }

  /// Expression and name of a view's column, `  expression AS name,`.
  var aliased: (expression: String, name: String)? {
    guard let place = lastPlace(of: " AS ") else { return nil }
    var name = bytes[(place + 4)...]
    if let last = name.last, last == UInt8(ascii: ",") || last == UInt8(ascii: ";") { name.removeLast() }
    guard !name.isEmpty, name.allSatisfy(SchemaLine.isOfName) else { return nil }
    return (SchemaLine(bytes[..<place]).trimmed.text, String(decoding: name, as: UTF8.self))
  }

  /// The list in the first parentheses.
  var list: [String] {
    guard let open = firstPlace(of: "("), let close = firstPlace(of: ")"), open < close else { return [] }
    return SchemaLine(bytes[(open + 1)..<close]).words.map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }
  }

  /// Before and behind the first place of a text; all of it and nothing where it does not stand there.
  func halves(at mark: String) -> (before: String, after: String) {
    guard let place = firstPlace(of: mark) else { return (text, "") }
    return (SchemaLine(bytes[..<place]).text, SchemaLine(bytes[(place + mark.utf8.count)...]).text)
  }

  /// The cells of a row of CSV; one that has a comma stands in quotation marks.
  var cells: [String] {
    var cells: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: cells.append([])
      default: cells[cells.count - 1].append(byte)
      }
    }
    return cells.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Without the spaces that it begins with.
  var trimmed: SchemaLine { SchemaLine(bytes.drop { $0 == UInt8(ascii: " ") }) }

  /// The name that follows the words wherever they stand first.
  func name(behind words: String) -> String? {
    guard let name = rest(behind: words)?.bytes.prefix(while: SchemaLine.isOfName), !name.isEmpty else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  /// What follows the words wherever they stand first.
  func rest(behind words: String) -> SchemaLine? {
    firstPlace(of: words).map { SchemaLine(bytes[($0 + words.utf8.count)...]) }
  }

  func hasPrefix(_ text: String) -> Bool { bytes.starts(with: text.utf8) }

  func hasSuffix(_ text: String) -> Bool { bytes.suffix(text.utf8.count).elementsEqual(text.utf8) }

  func contains(_ text: String) -> Bool { firstPlace(of: text) != nil }

  private func firstPlace(of text: String) -> Int? { place(of: Array(text.utf8), backwards: false) }

  private func lastPlace(of text: String) -> Int? { place(of: Array(text.utf8), backwards: true) }

  /// A plain loop: a debug build runs it at each start, too.
  private func place(of sought: [UInt8], backwards: Bool) -> Int? {
    let last = bytes.count - sought.count
    guard last >= 0 else { return nil }
    return bytes.withUnsafeBufferPointer { line in
      var place = backwards ? last : 0
      while place >= 0, place <= last {
        var length = 0
        while length < sought.count, line[place + length] == sought[length] { length += 1 }
        if length == sought.count { return bytes.startIndex + place }
        place += backwards ? -1 : 1
      }
      return nil
    }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
