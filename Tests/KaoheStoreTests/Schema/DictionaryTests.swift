import GRDB
import KaoheQuestions
import KaoheTestSupport
import Testing

@testable import KaoheSchema
@testable import KaoheStore

/// The database explains itself, wholly and currently.
@Suite struct DictionaryTests {
  private static let columnsQuery = """
    SELECT m.name || '.' || c.name FROM sqlite_schema AS m, pragma_table_xinfo(m.name) AS c
    WHERE m.type IN ('table', 'view') AND m.name NOT GLOB 'sqlite_*'
    UNION ALL
    SELECT name || '.' FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT GLOB 'sqlite_*'
    ORDER BY 1
    """

  @Test func everyObjectAndColumnIsExplainedAndNothingElse() throws {
    let store = try Store.inMemory()
    let columns = try store.rows(Self.columnsQuery)
    let explained = try store.rows("SELECT object || '.' || column_name FROM data_dictionary ORDER BY 1")
    #expect(columns.count > 600)
    #expect(Set(columns).subtracting(explained).sorted() == [], "not in data_dictionary")
    #expect(Set(explained).subtracting(columns).sorted() == [], "in data_dictionary only")
    #expect(
      try store.rows(
        """
        SELECT object, column_name FROM data_dictionary WHERE trim(meaning_zh) = '' OR trim(meaning_en) = '' OR source = ''
        """) == [], "without a meaning in both languages, or without a source: see Migrations/dictionary.csv")
  }

  @Test func meaningsAreInTheirLanguage() {
    for entry in DictionaryEntry.all {
      #expect(
        entry.chinese.unicodeScalars.contains { $0.properties.isIdeographic } || entry.chinese == "SHA-256",
        "\(entry.object).\(entry.column): \(entry.chinese)")
      #expect(entry.english != "the same", "\(entry.object).\(entry.column)")
    }
  }

  /// What a number may be. A remark in parentheses that was taken for a unit shows here.
  private static let units: Set = [
    "points", "points, exact", "points, exact, not negative", "millionths of a point", "millionths", "share",
    "share, exact", "exact, as the leaf's rule has it", "number", "days", "bytes", "0/1", "rank", "year", "position",
    "identity", "date", "UTC", "hex", "YAML", "a JSON list",
    "a JSON object by leaf", "a JSON object by column", "a JSON object by table",
  ]

  @Test func unitsAreKnown() {
    let names = Set(DictionaryEntry.all.map { "\($0.object).\($0.column)" })
    for entry in DictionaryEntry.all where !entry.unit.isEmpty {
      // "in `unit`": another column has it.
      let other = entry.unit.split(separator: "`").dropFirst().first
      #expect(
        other.map { names.contains("\(entry.object).\($0)") } ?? Self.units.contains(entry.unit),
        "\(entry.object).\(entry.column): “\(entry.unit)” is no unit that is known: is it a remark?")
    }
  }

  /// Of a view the columns have no type: the values of the demo show which are numbers.
  @Test func everyNumberHasAUnit() throws {
    let store = try Store.withDemo()
    for object in try store.schemaObjects() {
      for column in object.columns where column.unit.isEmpty {
        let values = try store.rows("SELECT DISTINCT typeof(\"\(column.name)\") FROM \(object.name)")
        let isNumber = !values.filter { ["integer", "real"].contains($0) }.isEmpty
        #expect(
          !isNumber && !["INTEGER", "REAL"].contains(column.type),
          "\(object.name).\(column.name) is a number without a unit")
      }
    }
  }

  @Test func sourcesNameColumnsThatAreImported() throws {
    let files = Dictionary(uniqueKeysWithValues: CSVTable.all.map { ($0.file, $0.columns.map(\.name)) })
    for entry in DictionaryEntry.all where entry.source.contains(".csv") {
      let name = "\(entry.object).\(entry.column)"
      let parts = entry.source.prefix { $0 != ";" }.split(separator: ": ")
      let columns = try #require(files[String(parts[0])], "\(name): there is no file \(parts[0])")
      if parts.count > 1 { #expect(columns.contains(String(parts[1])), "\(name): \(entry.source)") }
    }
  }

  @Test func savedQuestionsAreThere() throws {
    let store = try Store.inMemory()
    #expect(try store.rows("SELECT name FROM saved_question ORDER BY name") == SavedQuestion.all.map(\.name))
    #expect(try store.rows("SELECT sql FROM saved_question ORDER BY name") == SavedQuestion.all.map(\.sql))
    #expect(try store.rows("SELECT name FROM saved_question WHERE title_zh = '' OR title_en = ''") == [])
  }

  @Test(arguments: [
    "UPDATE data_dictionary SET meaning_zh = '别的' WHERE object = 'visit' AND column_name = 'date'",
    "DELETE FROM data_dictionary WHERE object = 'visit'",
    "INSERT INTO data_dictionary (object, column_name, meaning_zh, meaning_en) VALUES ('mine', '', '我的', 'mine')",
    "UPDATE saved_question SET sql = 'SELECT 1' WHERE name = 'points-lost'",
  ])
  func whatWasChangedIsMended(change: String) throws {
    try withTemporaryFolder { folder in
      let path = folder.file("a.db")
      let made = try Store.prepare(path).store
      let (before, log) = (try made.contents(), try made.rows("SELECT count(*) FROM audit_log"))
      #expect(try Store.prepare(path).done == .upToDate)
      try made.executeAsOther(change)
      #expect(try made.contents() != before)
      #expect(try Store.prepare(path).done == .documented)
      #expect(try made.contents() == before)
      #expect(try Store.prepare(path).done == .upToDate)
      #expect(try made.rows("SELECT count(*) FROM audit_log") == log)
    }
  }

  @Test func whatSomebodyAddedIsListedWithoutWords() throws {
    let store = try Store.inMemory()
    try store.executeAsOther("CREATE TABLE mine (a INTEGER, b); ALTER TABLE district ADD COLUMN mayor TEXT")
    let objects = try store.schemaObjects()
    #expect(objects.map(\.group) == objects.map(\.group).sorted())
    let mine = try #require(objects.last)
    #expect(mine.name == "mine" && mine.group == .other && mine.meaning.english.isEmpty && mine.source.isEmpty)
    #expect(mine.columns.map(\.name) == ["a", "b"])
    let district = try #require(objects.first { $0.name == "district" })
    #expect(district.columns.map(\.unit) == ["", "", "", ""])
    #expect(district.columns.map(\.source) == ["code", "name", "category"].map { "districts.csv: \($0)" } + [""])
  }
}
