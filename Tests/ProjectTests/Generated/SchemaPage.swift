import KaoheSchema

/// docs/schema.md, made from the text of the migrations and the dictionary.
enum SchemaPage {
  private static let entries = Dictionary(grouping: DictionaryEntry.all, by: \.object)

  static func text() -> String {
    var text = """
      # Schema · 数据库结构

      Made from the comments in `Migrations/` by `make docs`; not to be edited. 由 `make docs` 从 `Migrations/` 的注释生成。

      ![Tables and what they refer to · 表与引用](schema.svg)

      A column is `NOT NULL` unless its type says otherwise; `→` names the table that it refers to. A source that is not given is
      the column of the same name in the file that the table comes from. Triggers and indexes are in the files. The same
      words are in the database: in the table `data_dictionary`, and `kaohe schema` prints them.


      """
    for (migration, schema) in SchemaText.all {
      text += "## \(title(of: migration))\n\n"
      text += schema.introduction.map { wrapped($0) + "\n" }.joined(separator: "\n")
      text += schema.relations.map { "\n" + section($0) }.joined() + "\n"
    }
    return String(text.dropLast())
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
    let entries = entries[relation.name] ?? []
    if let meaning = entries.first?.explanation, !meaning.isEmpty { text += "\(meaning)。\n\n" }
    if !relation.key.isEmpty {
      text += "Key: " + relation.key.map { "`\($0)`" }.joined(separator: ", ") + "\n\n"
    }
    if let source = entries.first?.source, !source.isEmpty { text += "From: `\(source)`\n\n" }
    let type = isView ? "" : " type |"
    text +=
      "| column |\(type) unit | meaning | 中文 | source |\n| --- |\(isView ? "" : " --- |") --- | --- | --- | --- |\n"
    for (column, entry) in zip(relation.columns, entries.dropFirst()) {
      let type = isView ? "" : " \(cell(column.type)) |"
      text += "| `\(column.name)` |\(type) \(cell(entry.unit)) | \(cell(entry.english)) | \(cell(entry.label)) |"
      text += " \(cell(source(of: entry, entries[0].source, isView: isView))) |\n"
    }
    return text
  }

  /// Nothing where the table says it already.
  private static func source(of entry: DictionaryEntry, _ whole: String, isView: Bool) -> String {
    if isView { return "`\(entry.source)`" }
    let isPlain = entry.source == whole || entry.source.hasPrefix("\(whole): \(entry.column)")
    return isPlain ? "" : "`\(entry.source)`"
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
