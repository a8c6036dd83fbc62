/// What the data dictionary says of a table, a view or one of their columns.
public struct DictionaryEntry: Sendable, Equatable {
  /// A table or view.
  public let object: String
  /// Empty where the table or view itself is meant.
  public let column: String
  public let chinese: String
  public let english: String
  /// Of a number its unit, or what else it is: `0/1`, `rank`, `year`, `position`, `identity`. Empty for most texts.
  public let unit: String
  /// The file and column that it is imported from, the clause or formula that it follows, the command that writes it; of a
  /// view's column its expression, of a view what it reads.
  public let source: String

  public init(object: String, column: String, chinese: String, english: String, unit: String, source: String) {
    self.object = object
    self.column = column
    self.chinese = chinese
    self.english = english
    self.unit = unit
    self.source = source
  }

  /// Every table and view of the newest schema, each followed by its columns. Made once: it takes a few milliseconds.
  public static let all: [DictionaryEntry] = {
    let names = Set(SchemaText.relations.map(\.name))
    let sources = DictionarySource.embedded
    return SchemaText.relations.flatMap { entries(of: $0, among: names, sources) }
  }()
}

extension DictionaryEntry {
  private static func entries(
    of relation: SchemaText.Relation, among names: Set<String>, _ sources: DictionarySource
  ) -> [DictionaryEntry] {
    let origins = relation.origins.filter { names.contains($0) && $0 != relation.name }.joined(separator: ", ")
    let prose = MeaningText(prose: relation.prose)
    var entries = [
      DictionaryEntry(
        object: relation.name, column: "", chinese: prose.chinese, english: prose.english, unit: "",
        source: sources.source(of: relation.name) ?? origins)
    ]
    for column in relation.columns {
      var meaning = MeaningText(column.meaning)
      // `the same (millionths of a point)`: as the column before it.
      if meaning.english == "the same", let last = entries.last { meaning.english = last.english }
      entries.append(
        DictionaryEntry(
          object: relation.name, column: column.name, chinese: column.chinese, english: meaning.english,
          unit: sources.unit(of: column.name, in: relation.name, said: meaning.unit),
          source: sources.source(of: column.name, in: relation.name)
            ?? (relation.kind == .view ? column.type : sources.formula(of: column.name, in: relation))))
    }
    return entries
  }
}
