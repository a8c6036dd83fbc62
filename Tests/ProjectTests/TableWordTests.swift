import KaoheReports
import KaoheSchema
import Testing

/// People read words, not names of tables.
@Suite struct TableWordTests {
  private let names = Set(SchemaText.all.flatMap(\.schema.relations).map(\.name))

  @Test func wordsNameTablesThatAreThere() throws {
    #expect(Set(TableWord.all.map(\.table)).isSubset(of: names))
    #expect(TableWord.hidden.isSubset(of: names))
    #expect(Set(TableWord.all.map(\.table)).count == TableWord.all.count)
  }

  /// Every table whose rows the audit log can name, but for what only the program uses.
  @Test func glossaryHasTheWords() throws {
    let glossary = try Repository.text("docs/glossary.md")
    for word in TableWord.all { #expect(glossary.contains("`\(word.table)`"), "the glossary lacks \(word.table)") }
  }
}
