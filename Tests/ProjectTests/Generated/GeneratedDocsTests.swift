import Foundation
import KaoheSchema
import KaoheTestSupport
import Testing

/// The generated pages are current, and what they are made from leaves nothing out. `make docs` writes them.
@Suite struct GeneratedDocsTests {
  private let hint: Comment = "docs/commands.md and docs/schema.md are made by `make docs`"

  @Test func commandsAreCurrent() throws {
    try Recorded.expect("docs/commands.md", toBe: CommandPage.text(), hint)
  }

  @Test func schemaIsCurrent() throws {
    try Recorded.expect("docs/schema.md", toBe: SchemaPage.text(), hint)
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

  @Test(.enabled(if: Shell.has("sqlite3"), "sqlite3 is not installed, so the database's own columns can't be listed"))
  func everyColumnOfTheDatabaseIsInTheSchema() throws {
    let listed = try withTemporaryFolder { folder in
      let shell = Shell(folder: folder.path)
      let made = try shell.run("kaohe --db new.db init")
      try #require(made.exitCode == 0, "\(made.output)")
      return try shell.run(
        """
        sqlite3 new.db "SELECT m.name || '.' || c.name FROM sqlite_schema AS m, pragma_table_xinfo(m.name) AS c
          WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite_%'"
        """
      ).output.split(separator: "\n").map(String.init)
    }
    let described = SchemaText.all.flatMap(\.schema.relations)
      .flatMap { relation in relation.columns.map { "\(relation.name).\($0.name)" } }
    #expect(listed.count > 100)
    #expect(Set(listed).subtracting(described).sorted() == [], "columns that docs/schema.md leaves out")
    #expect(Set(described).subtracting(listed).sorted() == [], "columns that the database does not have")
  }

  private func isBilingual(_ text: String) -> Bool {
    text.firstRange(of: " · ").map { isChinese(String(text[$0.upperBound...].prefix(2))) } ?? false
  }

  private func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isIdeographic }
  }
}
