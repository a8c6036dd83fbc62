import KaoheScoring

/// What Datasette is told of a database, in the form of its `metadata.json` (0.65): descriptions of tables, views and
/// columns, and saved questions as canned queries.
///
/// Both languages stand in one text, since Datasette has one page for all. Its `units` are left out: it knows physical
/// units only, and fails at others; the units stand in the descriptions.
public struct DatasetteMetadata: Sendable {
  public struct Column: Sendable {
    public var name: String
    public var meaning: Bilingual
    public var unit: String

    public init(name: String, meaning: Bilingual, unit: String) {
      self.name = name
      self.meaning = meaning
      self.unit = unit
    }
  }

  public struct Table: Sendable {
    public var name: String
    public var meaning: Bilingual
    public var source: String
    public var columns: [Column]
    public var isView: Bool
    /// Whether Datasette shows it below a link only.
    public var isHidden: Bool

    public init(
      name: String, meaning: Bilingual, source: String, columns: [Column], isView: Bool, isHidden: Bool
    ) {
      self.name = name
      self.meaning = meaning
      self.source = source
      self.columns = columns
      self.isView = isView
      self.isHidden = isHidden
    }
  }

  public struct Query: Sendable {
    public var name: String
    public var title: Bilingual
    /// Each parameter with what it is.
    public var parameters: [(name: String, meaning: Bilingual)]
    public var sql: String

    public init(name: String, title: Bilingual, parameters: [(name: String, meaning: Bilingual)], sql: String) {
      self.name = name
      self.title = title
      self.parameters = parameters
      self.sql = sql
    }
  }

  /// As Datasette calls it: the file's name without what follows its last dot.
  public var database: String
  public var description: Bilingual
  public var tables: [Table]
  public var queries: [Query]

  public init(file: String, description: Bilingual, tables: [Table], queries: [Query]) {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 }
    database = String(name[..<(dot ?? name.endIndex)])
    self.description = description
    self.tables = tables
    self.queries = queries
  }

  public var json: JSON {
    [
      "databases": .object([
        JSON.Member(
          database,
          [
            "description": .string(Self.text(description)),
            "tables": .object(tables.map { JSON.Member($0.name, Self.json($0)) }),
            "queries": .object(queries.map { JSON.Member($0.name, Self.json($0)) }),
          ])
      ])
    ]
  }

  private static func json(_ table: Table) -> JSON {
    var members = [JSON.Member("description", .string(text(table.meaning)))]
    if !table.source.isEmpty { members.append(JSON.Member("source", .string(table.source))) }
    members.append(
      JSON.Member(
        "columns", .object(table.columns.map { JSON.Member($0.name, .string(text($0.meaning, unit: $0.unit))) })))
    // A table's columns can be sorted by anyway.
    if table.isView {
      members.append(JSON.Member("sortable_columns", .array(table.columns.map { .string($0.name) })))
    }
    if table.isHidden { members.append(JSON.Member("hidden", true)) }
    return .object(members)
  }

  private static func json(_ query: Query) -> JSON {
    let parameters = query.parameters.map { ":\($0.name) \(text($0.meaning))" }.joined(separator: "; ")
    return [
      "title": .string(text(query.title)), "description": .string(parameters), "sql": .string(query.sql),
    ]
  }

  /// `总分 · total (points)`. Kinds of numbers that the words say already are no units to a reader.
  private static func text(_ meaning: Bilingual, unit: String = "") -> String {
    let words = [meaning.chinese, meaning.english].filter { !$0.isEmpty }.joined(separator: " · ")
    return unit.isEmpty || kinds.contains(unit) ? words : "\(words) (\(unit))"
  }

  private static let kinds: Set = ["0/1", "date", "identity", "position", "rank", "year"]
}
