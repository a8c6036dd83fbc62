import ArgumentParser
import KaoheQuestions
import KaoheReports
import KaoheRules
import KaoheScoring
import KaoheStore

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "库里的表、视图和列是什么意思 · what the tables, views and columns of the database mean",
    discussion: """
      不写名称就列出所有表和视图，分析用的视图在前；写名称（也可以写中文名，如 督查）就列出它的各列。读的是库里的 data_dictionary 表。
      Without a name: all tables and views, those for analysts first. With one (in Chinese, too): its columns. It reads the table data_dictionary of the file.
      """)

  @Argument(help: "表或视图 · a table or view")
  var name: String?

  @Flag(help: "输出 Datasette 的 metadata.json · print Datasette's metadata.json")
  var datasette = false

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if datasette, name != nil {
      throw ValidationError("--datasette 说明整个库，不写名称 · --datasette is about the whole database: leave out the name")
    }
  }

  func run() throws {
    try options.reporting {
      let store = try Store.open(options.path)
      let objects = try store.schemaObjects()
      if datasette {
        try write(metadata(store.path, objects).json.pretty() + "\n")
      } else if let name {
        try output.write(SchemaListing.columns(of: find(name, among: objects), output), options.language)
      } else {
        try output.write(SchemaListing.objects(objects, output, options.language), options.language)
      }
    }
  }

  /// By its name, else by what it is called in Chinese; of several, the one that analysts read first.
  private func find(_ name: String, among objects: [SchemaObject]) throws -> SchemaObject {
    let word = name.lowercased()
    if let found = objects.first(where: { $0.name.lowercased() == word }) { return found }
    let table = TableWord.all.first { $0.name.chinese == name }?.table
    let called = objects.first { label($0) == name } ?? objects.first { $0.name == table }
    let found = called ?? objects.first { label($0).split(separator: "、").contains(name[...]) }
    if let found { return found }
    throw StoreError(
      "unknown-object", Bilingual("没有表或视图“\(name)”", en: "there is no table or view “\(name)”"),
      hint: Suggestion.nearest(to: name, among: objects.map(\.name)).map(Suggestion.hint)
        ?? Bilingual("清单见 `kaohe schema`", en: "`kaohe schema` lists them"))
  }

  /// Its short name: the dictionary has `扣分明细：每条计入的扣分……`.
  private func label(_ object: SchemaObject) -> Substring { object.meaning.chinese.prefix { $0 != "：" } }

  private func metadata(_ path: String, _ objects: [SchemaObject]) -> DatasetteMetadata {
    DatasetteMetadata(
      file: path,
      description: Bilingual("改革考核：记录、得分、排名", en: "Reform assessment: records, scores, rankings"),
      tables: objects.map { object in
        DatasetteMetadata.Table(
          name: object.name, meaning: object.meaning, source: object.source,
          columns: object.columns.map { .init(name: $0.name, meaning: $0.meaning, unit: $0.unit) },
          isView: object.isView, isHidden: object.group == .housekeeping)
      },
      queries: SavedQuestion.all.map { question in
        DatasetteMetadata.Query(
          name: question.name, title: question.title, parameters: question.parameters.map { ($0.name, $0.meaning) },
          sql: question.sql)
      })
  }
}
