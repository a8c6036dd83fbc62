import KaoheRules
import KaoheScoring

extension QueryConnection {
  /// SQL that can't be run: SQLite's own text in words, its place, and what was probably meant.
  ///
  /// - Parameters:
  ///   - message: as SQLite has it.
  ///   - offset: in bytes; negative where SQLite knows none.
  func mistake(_ message: String, _ offset: Int, _ sql: SQLText) -> QueryProblem {
    let kind = Self.kinds.first { message.hasPrefix($0.prefix) }
    let name = kind.map { String(message.dropFirst($0.prefix.count)) } ?? ""
    let isSyntax = message.contains("syntax error") || message.hasPrefix("unrecognized token")
    let words =
      kind?.chinese ?? (isSyntax ? "语法错误" : message == "incomplete input" ? "SQL 没有写完" : "SQL 出错")
    let place = sql.bytes.indices.contains(offset) ? offset : sql.offset(ofName: name)
    return QueryProblem(
      "sql-error", Bilingual("\(words)（\(message)）", en: "SQL: \(message)"),
      hint: fullWidthHint(sql, message) ?? kind.flatMap { hint($0.kind, name, place, sql) }, at: place.map(sql.place))
  }

  private enum NameKind {
    case table
    case column
    case function
  }

  private static let kinds: [(prefix: String, kind: NameKind, chinese: String)] = [
    ("no such table: ", .table, "没有这个表或视图"), ("no such column: ", .column, "没有这一列"),
    ("no such function: ", .function, "没有这个函数"),
  ]

  private func hint(_ kind: NameKind, _ name: String, _ place: Int?, _ sql: SQLText) -> Bilingual? {
    let name = name.split(separator: ".").last.map(String.init) ?? name
    switch kind {
    case .table:
      return Suggestion.nearest(to: name, among: tables).map(Suggestion.hint)
        ?? Bilingual("表和视图见 `kaohe schema`", en: "`kaohe schema` lists tables and views")
    case .function:
      let known = names("SELECT DISTINCT name FROM pragma_function_list")
      return Suggestion.nearest(to: name, among: known).map(Suggestion.hint)
    case .column:
      if let place, sql.bytes[place] == UInt8(ascii: "\"") {
        return Bilingual("文字写在单引号里：'\(name)'", en: "a text stands in single quotes: '\(name)'")
      }
      let mentioned = sql.names
      let used = tables.filter { mentioned.contains($0.lowercased()) }
      let columns = used.flatMap { names("SELECT name FROM pragma_table_xinfo(?)", $0) }
      if let meant = Suggestion.nearest(to: name, among: columns) { return Suggestion.hint(meant) }
      let commands = used.isEmpty ? "`kaohe schema`" : used.map { "`kaohe schema \($0)`" }.joined(separator: ", ")
      return Bilingual(
        "有哪些列，见 \(commands.replacing(", ", with: "、"))", en: "\(commands) shows the columns")
    }
  }

  private var tables: [String] {
    names("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite|_%' ESCAPE '|'")
  }

  /// An input method's comma is part of a name to SQLite, which then misses that name.
  private func fullWidthHint(_ sql: SQLText, _ message: String) -> Bilingual? {
    let words = sql.parts.filter { $0.kind == .word }.map(sql.text)
    guard let sign = words.joined().first(where: { Self.fullWidth[$0] != nil }), let plain = Self.fullWidth[sign] else {
      return nil
    }
    return Bilingual("SQL 里有全角的 `\(sign)`，应写作 `\(plain)`", en: "`\(sign)` is a full-width sign: type `\(plain)`")
  }

  private static let fullWidth: [Character: Character] = [
    "，": ",", "；": ";", "（": "(", "）": ")", "＝": "=", "＞": ">", "＜": "<", "＋": "+", "－": "-", "＊": "*",
    "／": "/", "！": "!", "‘": "'", "’": "'", "“": "'", "”": "'", "：": ":", "　": " ",
  ]
}

extension SQLText {
  /// Every name in it, in lower case.
  fileprivate var names: Set<String> {
    Set(
      parts.compactMap { token in
        switch token.kind {
        case .word: text(token).lowercased()
        case .quotedName: String(text(token).dropFirst().dropLast()).lowercased()
        default: nil
        }
      })
  }

  /// Where a name stands first, that SQLite missed without saying where.
  fileprivate func offset(ofName name: String) -> Int? {
    let name = name.split(separator: ".").last?.lowercased() ?? ""
    if name.isEmpty { return nil }
    return parts.first { $0.kind == .word && text($0).lowercased() == name }?.range.lowerBound
      ?? parts.first { $0.kind == .quotedName && text($0).lowercased().dropFirst().dropLast() == name }?.range
      .lowerBound
  }
}
