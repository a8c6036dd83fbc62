import KaoheSchema

/// What the text of a migration says of its tables and views: the comment above each, and behind each column.
struct SchemaText {
  struct Column {
    var name: String
    /// Of a table: its type, and what else there is to know. Of a view: the expression it comes from.
    var type: String
    /// Meaning and unit, in English; empty where there is no comment.
    var meaning: String
    /// In Chinese.
    var chinese: String
  }

  struct Relation {
    enum Kind: String {
      case table = "TABLE"
      case view = "VIEW"
    }

    var kind: Kind
    var name: String
    /// The comment above it.
    var prose: String
    /// The columns of its primary key; empty in a view.
    var key: [String] = []
    var columns: [Column] = []
  }

  /// The comment that the file begins with, a paragraph each.
  var introduction: [String] = []
  var relations: [Relation] = []
  /// Columns that the file adds to tables of earlier ones.
  var additions: [(table: String, column: Column)] = []

  init(_ sql: String) {
    var comment: [String] = []
    var current: Relation?
    var isIntroduction = true
    for line in sql.lines {
      if var relation = current {
        let isLast = relation.take(line)
        current = isLast ? nil : relation
        if isLast { relations.append(relation) }
        continue
      }
      if line.hasPrefix("--") {
        comment.append(String(line.dropFirst(2).drop { $0 == " " }))
        continue
      }
      if isIntroduction { introduction = Self.paragraphs(comment) }
      isIntroduction = false
      if let match = line.prefixMatch(of: #/CREATE (TABLE|VIEW) (\w+)/#),
        let kind = Relation.Kind(rawValue: String(match.1))
      {
        current = Relation(kind: kind, name: String(match.2), prose: comment.joined(separator: " "))
      }
      if let match = line.prefixMatch(of: #/ALTER TABLE (\w+) ADD COLUMN /#) {
        var table = Relation(kind: .table, name: String(match.1), prose: "")
        table.addColumn("  " + line[match.range.upperBound...])
        additions += table.columns.map { (table.name, $0) }
      }
      comment = []
    }
  }

  private static func paragraphs(_ lines: [String]) -> [String] {
    lines.split(separator: "").map { $0.joined(separator: " ") }
  }
}

extension SchemaText {
  /// Each migration with what it says, columns that a later one adds among those of their table.
  static var all: [(migration: Migration, schema: SchemaText)] {
    var all = Migration.all.map { (migration: $0, schema: SchemaText($0.sql)) }
    for (table, column) in all.flatMap(\.schema.additions) {
      for index in all.indices {
        guard let place = all[index].schema.relations.lastIndex(where: { $0.name == table }) else { continue }
        all[index].schema.relations[place].columns.append(column)
      }
    }
    return all
  }
}

extension SchemaText.Relation {
  /// - Returns: whether no column comes after this line.
  fileprivate mutating func take(_ line: String) -> Bool {
    addColumn(line)
    let code = Self.split(line).code
    return code.hasPrefix(")") || code.hasPrefix("FROM") || code.hasSuffix(";")
  }

  fileprivate mutating func addColumn(_ line: String) {
    let (code, comment) = Self.split(line)
    let (meaning, chinese) = Self.bilingual(comment)
    switch kind {
    case .table:
      if let match = code.prefixMatch(of: #/  PRIMARY KEY \(([^)]*)\)/#) {
        key = match.1.split(separator: ", ").map(String.init)
      }
      guard let match = code.wholeMatch(of: #/  ([a-z]\w*) +([A-Z]+)(.*)/#) else { return }
      if match.3.contains("PRIMARY KEY") { key = [String(match.1)] }
      columns.append(
        SchemaText.Column(
          name: String(match.1), type: match.2 + Self.remark(String(match.3)), meaning: meaning, chinese: chinese))
    case .view:
      guard let match = code.wholeMatch(of: #/  (\S.*) AS (\w+)[,;]?/#) else { return }
      columns.append(
        SchemaText.Column(name: String(match.2), type: String(match.1), meaning: meaning, chinese: chinese))
    }
  }

  /// Code and comment of a line.
  private static func split(_ line: String) -> (code: String, comment: String) {
    guard let mark = line.firstRange(of: "  -- ") else { return (line, "") }
    return (String(line[..<mark.lowerBound]), String(line[mark.upperBound...]))
  }

  /// `meaning (unit) · 中文`.
  private static func bilingual(_ comment: String) -> (english: String, chinese: String) {
    guard let dot = comment.ranges(of: " · ").last else { return (comment, "") }
    return (String(comment[..<dot.lowerBound]), String(comment[dot.upperBound...]))
  }

  private static func remark(_ rest: String) -> String {
    var remark = ""
    if rest.hasPrefix(" AS (") {
      remark = ", generated"
    } else if !rest.contains("NOT NULL") {
      remark = " or NULL"
    }
    if let match = rest.firstMatch(of: #/REFERENCES (\w+)/#) { remark += " → \(match.1)" }
    return remark
  }
}
