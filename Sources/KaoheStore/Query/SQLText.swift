/// A text of SQL, cut into its parts as SQLite cuts it: enough to know where a statement begins and ends, and to show a
/// place in it.
struct SQLText {
  enum Kind {
    case space
    case comment
    /// `'…'`.
    case string
    /// `"…"`, `` `…` ``, `[…]`.
    case quotedName
    /// A keyword, a name, a number; also with signs that are no ASCII.
    case word
    /// One byte.
    case mark
  }

  struct Token {
    var kind: Kind
    var range: Range<Int>
  }

  let bytes: [UInt8]
  let tokens: [Token]

  init(_ sql: String) {
    let bytes = Array(sql.utf8)
    var tokens: [Token] = []
    var position = 0
    while position < bytes.count {
      let (kind, end) = SQLText.token(of: bytes, at: position)
      tokens.append(Token(kind: kind, range: position..<end))
      position = end
    }
    self.bytes = bytes
    self.tokens = tokens
  }

  func text(_ token: Token) -> String { String(decoding: bytes[token.range], as: UTF8.self) }

  /// What is neither white space nor a comment.
  var parts: [Token] { tokens.filter { $0.kind != .space && $0.kind != .comment } }

  /// The first part from an offset on that is no `;`: the beginning of a statement.
  func statement(from offset: Int) -> Token? {
    parts.first { $0.range.lowerBound >= offset && bytes[$0.range.lowerBound] != UInt8(ascii: ";") }
  }

  /// What the statement does, in its own words: `DELETE`, `CREATE TEMP TABLE`, `VACUUM INTO`.
  var verb: String {
    let words = parts.drop { bytes[$0.range.lowerBound] == UInt8(ascii: ";") }.lazy.map { text($0).uppercased() }
    let verb = Array(words.prefix { SQLText.verbs.contains($0) })
    // What comes behind is a name, `temp.t`.
    let end = verb.firstIndex { ["TABLE", "INDEX", "VIEW", "TRIGGER", "INTO"].contains($0) } ?? verb.count
    return verb.prefix(end + 1).joined(separator: " ")
  }

  /// The line that an offset is in.
  func place(_ offset: Int) -> QueryProblem.Place {
    let newline = UInt8(ascii: "\n")
    let start = bytes[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: newline) ?? bytes.count
    return QueryProblem.Place(
      line: bytes[..<start].count { $0 == newline } + 1, text: String(decoding: bytes[start..<end], as: UTF8.self),
      before: String(decoding: bytes[start..<offset], as: UTF8.self))
  }

  /// Words with which a statement that is no SELECT begins, and that go on to say what it does.
  private static let verbs: Set = [
    "ALTER", "ANALYZE", "ATTACH", "BEGIN", "COMMIT", "CREATE", "DATABASE", "DELETE", "DETACH", "DROP", "END",
    "EXCLUSIVE", "EXPLAIN", "IMMEDIATE", "INDEX", "INSERT", "INTO", "PRAGMA", "REINDEX", "RELEASE", "REPLACE",
    "ROLLBACK", "SAVEPOINT", "TABLE", "TEMP", "TEMPORARY", "TRANSACTION", "TRIGGER", "UNIQUE", "UPDATE", "VACUUM",
    "VIEW", "VIRTUAL",
  ]
}

extension SQLText {
  private static func token(of bytes: [UInt8], at start: Int) -> (Kind, end: Int) {
    func after(_ condition: (UInt8) -> Bool) -> Int { bytes[start...].firstIndex { !condition($0) } ?? bytes.count }
    let next = start + 1 < bytes.count ? bytes[start + 1] : 0
    switch bytes[start] {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20: return (.space, after(isSpace))
    case UInt8(ascii: "-") where next == UInt8(ascii: "-"): return (.comment, after { $0 != UInt8(ascii: "\n") })
    case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
      var end = start + 2
      while end < bytes.count,
        !(bytes[end] == UInt8(ascii: "/") && bytes[end - 1] == UInt8(ascii: "*") && end > start + 2)
      { end += 1 }
      return (.comment, min(end + 1, bytes.count))
    case UInt8(ascii: "'"): return (.string, quotedEnd(bytes, start))
    case UInt8(ascii: "\""), UInt8(ascii: "`"): return (.quotedName, quotedEnd(bytes, start))
    case UInt8(ascii: "["):
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "]"))
      return (.quotedName, end.map { $0 + 1 } ?? bytes.count)
    case let byte where isWord(byte): return (.word, after(isWord))
    default: return (.mark, start + 1)
    }
  }

  /// Behind the closing quote; two of them stand for one inside.
  private static func quotedEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start + 1
    while end < bytes.count {
      if bytes[end] == bytes[start] {
        if end + 1 == bytes.count || bytes[end + 1] != bytes[start] { return end + 1 }
        end += 1
      }
      end += 1
    }
    return bytes.count
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
