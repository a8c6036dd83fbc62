import Foundation
import KaoheQuestions
import KaoheSchema
import KaoheTestSupport
import Testing

/// What Datasette is told of a database. That it takes it, docs/analysts.md shows.
@Suite struct DatasetteTests {
  @Test func metadataNamesEveryTableAndQuestion() throws {
    let printed = try withTemporaryFolder { folder in
      let shell = Shell(folder: folder.path)
      try #require(shell.run("kaohe --db city.2022.db init").exitCode == 0)
      return try shell.run("kaohe --db city.2022.db schema --datasette").output
    }
    let root = try #require(try JSONSerialization.jsonObject(with: Data(printed.utf8)) as? [String: Any])
    let databases = try #require(root["databases"] as? [String: [String: Any]])
    // Datasette names a database by its file, without what follows the last dot.
    let database = try #require(databases["city.2022"])
    let tables = try #require(database["tables"] as? [String: [String: Any]])
    #expect(tables.keys.sorted() == SchemaText.relations.map(\.name).sorted())
    for relation in SchemaText.relations {
      let columns = try #require(tables[relation.name]?["columns"] as? [String: String])
      #expect(columns.keys.sorted() == relation.columns.map(\.name).sorted(), "\(relation.name)")
      let sortable = tables[relation.name]?["sortable_columns"] as? [String]
      #expect(sortable == (relation.kind == .view ? relation.columns.map(\.name) : nil), "\(relation.name)")
    }
    let total = (tables["district_ranking"]?["columns"] as? [String: String])?["total"]
    #expect(total == "总分：与公布的一致（已修约） · total as printed (points)")
    #expect(tables["session"]?["hidden"] as? Bool == true && tables["visit"]?["hidden"] == nil)
    let queries = try #require(database["queries"] as? [String: [String: String]])
    let saved = Dictionary(uniqueKeysWithValues: SavedQuestion.all.map { ($0.name, $0.sql) })
    #expect(queries.mapValues { $0["sql"] } == saved)
    for question in SavedQuestion.all {
      #expect(queries[question.name]?["title"] == "\(question.title.chinese) · \(question.title.english)")
    }
  }
}
