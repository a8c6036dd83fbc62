/// What the data dictionary says of a table, a view or one of their columns.
public struct DictionaryEntry: Sendable, Equatable {
  /// A table or view.
  public let object: String
  /// Empty where the table or view itself is meant.
  public let column: String
  /// Its short Chinese name: all that the comment in the migration has.
  public let label: String
  /// What the English says beyond a name, in Chinese; empty where the short name says it all.
  public let explanation: String
  public let english: String
  /// Of a number its unit, or what else it is: `0/1`, `rank`, `year`, `position`, `identity`. Empty for most texts.
  public let unit: String
  /// The file and column that it is imported from, the clause or formula that it follows, the command that writes it; of a
  /// view's column its expression, of a view what it reads.
  public let source: String

  init(
    object: String, column: String, label: String, explanation: String, english: String, unit: String, source: String
  ) {
    self.object = object
    self.column = column
    self.label = label
    self.explanation = explanation
    self.english = english
    self.unit = unit
    self.source = source
  }

  /// `扣分明细：每条计入的扣分……`
  public var chinese: String { explanation.isEmpty ? label : "\(label)：\(explanation)" }

  /// Every table and view of the newest schema, each followed by its columns. Made once: it takes a few milliseconds.
  public static let all: [DictionaryEntry] = {
    let names = Set(SchemaText.relations.map(\.name))
    return SchemaText.relations.flatMap { entries(of: $0, among: names, .embedded, .embedded) }
  }()
}

extension DictionaryEntry {
  private static func entries(
    of relation: SchemaText.Relation, among names: Set<String>, _ sources: DictionarySource,
    _ meanings: DictionaryMeaning
  ) -> [DictionaryEntry] {
    let origins = relation.origins.filter { names.contains($0) && $0 != relation.name }.joined(separator: ", ")
    let prose = MeaningText(prose: relation.prose)
    let query = relation.kind == .view ? ViewQuery(SQLToken.all(of: relation.query)[...], among: names) : nil
    var entries = [
      DictionaryEntry(
        object: relation.name, column: "", label: prose.chinese,
        explanation: meanings.meaning(of: "", in: relation.name), english: prose.english, unit: "",
        source: sources.source(of: relation.name) ?? origins)
    ]
    for column in relation.columns {
      var meaning = MeaningText(column.meaning)
      // `the same (millionths of a point)`: as the column before it.
      if meaning.english == "the same", let last = entries.last { meaning.english = last.english }
      entries.append(
        DictionaryEntry(
          object: relation.name, column: column.name, label: column.chinese,
          explanation: meanings.meaning(of: column.name, in: relation.name), english: meaning.english,
          unit: sources.unit(of: column.name, in: relation.name, said: meaning.unit),
          source: sources.source(of: column.name, in: relation.name)
            ?? (query.map { $0.origin(of: column.name) ?? column.type }
              ?? sources.formula(of: column.name, in: relation))))
    }
    return entries
  }
}
