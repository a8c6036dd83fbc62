import Foundation
import KaoheSchema
import KaoheTestSupport
import Testing

/// The generated pages are current, and what they are made from leaves nothing out. `make docs` writes them.
@Suite struct GeneratedDocsTests {
  private let hint: Comment = "docs/commands.md, docs/schema.md and docs/schema.svg are made by `make docs`"

  @Test func commandsAreCurrent() throws {
    try Recorded.expect("docs/commands.md", toBe: CommandPage.text(), hint)
  }

  @Test func schemaIsCurrent() throws {
    try Recorded.expect("docs/schema.md", toBe: SchemaPage.text(), hint)
  }

  @Test func schemaPictureIsCurrent() throws {
    try Recorded.expect("docs/schema.svg", toBe: SchemaPicture.text(), hint)
  }

  /// A new table that refers to another, or that another refers to, has to get its place.
  @Test func thePictureShowsAllReferences() {
    let shown = SchemaPicture().boxes.map(\.relation.name)
    #expect(Set(shown).count == shown.count)
    #expect(shown.count == SchemaPicture.rows.joined().reduce(0) { $0 + $1.columns.joined().count })
    for relation in SchemaText.relations where relation.kind == .table {
      let referred = relation.columns.compactMap(\.reference) + relation.references
      if referred.isEmpty { continue }
      for name in [relation.name] + referred {
        #expect(shown.contains(name), "\(name) has no place in SchemaPicture.rows")
      }
    }
  }

  @Test func everyCommandIsDocumented() throws {
    let text = try ["README.md", "docs/commands.md"].map(Repository.text).joined()
    for command in CommandPage.commands {
      #expect(text.contains(command.name), "\(command.name) stands neither in README.md nor in docs/commands.md")
      #expect(command.help.contains("OVERVIEW: "), "\(command.name) has no abstract")
      #expect(command.help.contains(" · "), "\(command.name) has no abstract in both languages")
    }
  }

  @Test func everyTableAndColumnHasAComment() {
    for (_, schema) in SchemaText.all {
      for relation in schema.relations {
        #expect(isBilingual(relation.prose), "\(relation.name): a comment above it, English · 中文")
        #expect(!relation.columns.isEmpty, "\(relation.name): its columns can't be read")
        for column in relation.columns {
          #expect(
            !column.meaning.isEmpty && isChinese(column.chinese),
            "\(relation.name).\(column.name): a comment behind it, meaning (unit) · 中文")
        }
      }
    }
  }

  /// Sources that name a section of docs/rules.md, or a command.
  @Test func sourcesNameWhatThereIs() throws {
    let headings = try Repository.text("docs/rules.md").lines.filter { $0.hasPrefix("#") }
    let commands = Set(CommandPage.commands.map(\.name))
    let clauses = DictionaryEntry.all.filter { $0.source.hasPrefix("rules.md, ") }
    #expect(clauses.count > 50)
    for entry in clauses {
      let clause = entry.source.dropFirst("rules.md, ".count)
      #expect(
        headings.contains { clause.hasPrefix($0.drop { $0 == "#" || $0 == " " }) },
        "\(entry.object).\(entry.column): docs/rules.md has no section for “\(clause)”")
    }
    for entry in DictionaryEntry.all {
      for match in entry.source.matches(of: #/kaohe ([a-z]+)/#) {
        #expect(commands.contains(String(match.0)), "\(entry.object).\(entry.column): there is no \(match.0)")
      }
    }
  }

  private func isBilingual(_ text: String) -> Bool {
    text.firstRange(of: " · ").map { isChinese(String(text[$0.upperBound...].prefix(2))) } ?? false
  }

  private func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isIdeographic }
  }
}
