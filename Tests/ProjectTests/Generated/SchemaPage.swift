import KaoheSchema

/// docs/schema.md, made from the text of the migrations.
enum SchemaPage {
  static func text() -> String {
    let migrations = SchemaText.all
    var text = """
      # Schema · 数据库结构

      Made from the comments in `Migrations/` by `make docs`; not to be edited. 由 `make docs` 从 `Migrations/` 的注释生成。

      A column is `NOT NULL` unless its type says otherwise; `→` names the table that it refers to. Of a view's column the
      expression is given in place of a type. Triggers and indexes are in the files.


      """
    for (migration, schema) in migrations {
      let relations = schema.relations.filter { last(of: $0.name, in: migrations.map(\.schema)) == $0.prose }
      text += "## \(title(of: migration))\n\n"
      text += schema.introduction.map { wrapped($0) + "\n" }.joined(separator: "\n")
      text += relations.map { "\n" + section($0) }.joined() + "\n"
    }
    return String(text.dropLast())
  }

  /// What is said of a table or view where it was made last.
  private static func last(of name: String, in schemas: [SchemaText]) -> String? {
    schemas.flatMap(\.relations).last { $0.name == name }?.prose
  }

  /// `0001_identity_and_roster` → `0001 Identity and roster`.
  private static func title(of migration: Migration) -> String {
    let words = migration.name.split(separator: "_")
    let title = words.dropFirst().joined(separator: " ")
    return "\(words[0]) \(title.prefix(1).uppercased())\(title.dropFirst())"
  }

  private static func section(_ relation: SchemaText.Relation) -> String {
    let isView = relation.kind == .view
    var text = "### \(isView ? "View " : "")`\(relation.name)`\n\n\(wrapped(relation.prose))\n\n"
    if !relation.key.isEmpty {
      text += "Key: " + relation.key.map { "`\($0)`" }.joined(separator: ", ") + "\n\n"
    }
    text += "| column | \(isView ? "from" : "type") | meaning | 中文 |\n| --- | --- | --- | --- |\n"
    for column in relation.columns {
      let type = isView ? "`\(column.type)`" : column.type
      text += "| `\(column.name)` | \(cell(type)) | \(cell(column.meaning)) | \(cell(column.chinese)) |\n"
    }
    return text
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  /// Underscores and asterisks of names are no emphasis: they stand in backquotes already, or within words.
  private static func wrapped(_ text: String) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] += word
      } else if lines[lines.count - 1].count + 1 + word.count > 120 {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] += " " + word
      }
    }
    return lines.joined(separator: "\n")
  }
}
