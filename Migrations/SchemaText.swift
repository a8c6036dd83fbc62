/// What the text of a migration says of its tables and views: the comment above each, and behind each column.
///
/// The words stand there once: the dictionary in the database, docs/schema.md and its picture are made from them.
public struct SchemaText: Sendable {
  public struct Column: Sendable {
    public var name: String
    /// Of a table: its type, and what else there is to know. Of a view: the expression it comes from.
    public var type: String
    /// The table that it refers to.
    public var reference: String?
    /// Meaning and unit, in English; empty where there is no comment.
    public var meaning: String
    /// In Chinese.
    public var chinese: String
  }

  public struct Relation: Sendable {
    public enum Kind: String, Sendable {
      case table = "TABLE"
      case view = "VIEW"
    }

    public var kind: Kind
    public var name: String
    /// The comment above it.
    public var prose: String
    /// The columns of its primary key; empty in a view.
    public var key: [String] = []
    public var columns: [Column] = []
    /// What it refers to by keys of several columns.
    public var references: [String] = []
    /// What a view reads: the words behind FROM and JOIN, each once.
    public var origins: [String] = []
    /// Whether all columns of a view have been read.
    var isListed = false
    /// The query of a view, without its comments.
    var query: [UInt8] = []
  }

  /// The comment that the file begins with, a paragraph each.
  public var introduction: [String] = []
  public var relations: [Relation] = []
  /// Columns that the file adds to tables of earlier ones.
  var additions: [(table: String, column: Column)] = []
  /// Tables and views of earlier files that it removes; a view often to make it anew.
  var removals: Set<String> = []

  init(_ sql: String) {
    var comment: [String] = []
    var current: Relation?
    var isIntroduction = true
    for line in SchemaLine.all(of: sql) {
      if var relation = current {
        let isLast = relation.take(line)
        if isLast { relations.append(relation) }
        current = isLast ? nil : relation
        continue
      }
      if line.isComment {
        comment.append(SchemaLine(line.bytes.dropFirst(2)).trimmed.text)
        continue
      }
      if isIntroduction { introduction = Self.paragraphs(comment) }
      isIntroduction = false
      // Most lines are the bodies of triggers: they are indented.
      if !line.hasPrefix(" ") { current = begin(line, prose: comment) }
      comment = []
    }
  }

  /// - Returns: the table or view that the line begins.
  private mutating func begin(_ line: SchemaLine, prose: [String]) -> Relation? {
    let words = line.words
    guard words.count > 2, let kind = Relation.Kind(rawValue: words[1]) else { return nil }
    if words[0] == "CREATE" { return Relation(kind: kind, name: words[2], prose: prose.joined(separator: " ")) }
    if words[0] == "DROP", let name = line.name(behind: " EXISTS ") ?? line.name(behind: " \(words[1]) ") {
      removals.insert(name)
    }
    if words[0] == "ALTER", let definition = line.rest(behind: " ADD COLUMN ") {
      var table = Relation(kind: .table, name: words[2], prose: "")
      table.addColumn(definition.parts.code, definition.parts.comment)
      additions += table.columns.map { (table.name, $0) }
    }
    return nil
  }

  private static func paragraphs(_ lines: [String]) -> [String] {
    lines.split(separator: "").map { $0.joined(separator: " ") }
  }
}

extension SchemaText {
  /// Each migration with what it says that still holds: what a later one removes is left out, and columns that a later
  /// one adds stand among those of their table.
  public static let all: [(migration: Migration, schema: SchemaText)] = {
    var all = Migration.all.map { (migration: $0, schema: SchemaText($0.sql)) }
    for index in all.indices {
      let removed = all[(index + 1)...].reduce(into: Set<String>()) { $0.formUnion($1.schema.removals) }
      all[index].schema.relations.removeAll { removed.contains($0.name) }
    }
    for (table, column) in all.flatMap(\.schema.additions) {
      for index in all.indices {
        guard let place = all[index].schema.relations.firstIndex(where: { $0.name == table }) else { continue }
        all[index].schema.relations[place].columns.append(column)
      }
    }
    return all
  }()

  /// The tables and views of a database, in the order of the migrations that made them.
  public static let relations = all.flatMap(\.schema.relations)
}
