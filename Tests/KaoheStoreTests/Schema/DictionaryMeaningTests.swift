import KaoheTestSupport
import Testing

@testable import KaoheSchema
@testable import KaoheStore

/// The Chinese says what the English says: Migrations/meanings.csv is whole and current.
@Suite struct DictionaryMeaningTests {
  private static let hint = "add a row to Migrations/meanings.csv"

  @Test func everyObjectHasAMeaningInChinese() {
    for entry in DictionaryEntry.all where entry.column.isEmpty {
      #expect(!entry.explanation.isEmpty, "\(entry.object): \(entry.english): \(Self.hint)")
    }
  }

  /// Flags, lists of values, and what NULL or an empty text means.
  @Test func everyCaveatOfAColumnIsInChinese() {
    let marks = [";", "NULL", "''", "0: ", "1: ", " or "]
    var found = 0
    for entry in DictionaryEntry.all where !entry.column.isEmpty && marks.contains(where: entry.english.contains) {
      found += 1
      let name = "\(entry.object).\(entry.column)"
      #expect(!entry.explanation.isEmpty, "\(name): \(entry.english): \(Self.hint)")
      if entry.english.contains("NULL") { #expect(entry.explanation.contains("NULL"), "\(name): what NULL means") }
      if entry.english.contains("''") { #expect(entry.explanation.contains("空文本"), "\(name): what '' means") }
      if entry.english.hasPrefix("1: ") { #expect(entry.explanation.contains("1："), "\(name): what 1 means") }
    }
    #expect(found > 150)
  }

  /// `status IN ('draft', …)`: each value, and what it is called.
  @Test func everyValueOfAListIsInChinese() throws {
    let tables = try Store.inMemory().rows(
      "SELECT name || '|' || sql FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'")
    let meanings = DictionaryMeaning.embedded
    var found = 0
    for table in tables {
      let name = String(table.prefix { $0 != "|" })
      for list in table.matches(of: #/(\w+) IN \(('[a-z_]+'(?:, '[a-z_]+')*)\)/#) {
        for value in list.2.matches(of: #/\w+/#).map({ String($0.0) }) {
          found += 1
          #expect(
            meanings.meaning(of: String(list.1), in: name).contains(value), "\(name).\(list.1): what \(value) means")
        }
      }
    }
    #expect(found > 60)
  }

  @Test func rowsAreOfUse() throws {
    let entries = Dictionary(
      uniqueKeysWithValues: DictionaryEntry.all.map {
        (DictionaryMeaning.Place(object: $0.object, column: $0.column), $0)
      })
    let rows = DictionaryMeaning.embedded.rows
    #expect(rows.count > 350)
    #expect(Set(rows.map(\.place)).count == rows.count, "a place stands twice")
    for (place, meaning) in rows {
      let name = "meanings.csv, \(place.object).\(place.column)"
      let entry = try #require(entries[place], "\(name): there is no such column")
      #expect(meaning != entry.label && !meaning.hasPrefix(entry.label + "；"), "\(name): the label says it")
      #expect(!entry.label.contains("："), "\(name): the label ends at the first colon")
      #expect(!meaning.hasSuffix("。") && !meaning.contains(", "), "\(name): \(meaning)")
    }
  }

  /// A row whose cells are not three would be left out.
  @Test func everyRowIsRead() throws {
    let file = try #require(embeddedFiles.first { $0.path == "meanings.csv" })
    for line in SchemaLine.all(of: file.text) where !line.bytes.isEmpty {
      #expect(line.cells.count == 3, "\(line.text)")
    }
  }

  @Test func aRowHoldsForAllThatItNames() {
    let meaning = DictionaryMeaning("object,column_name,meaning_zh\na b,x y,甲\nb,,\"乙, 丙\"\n")
    #expect(meaning.rows.map(\.meaning) == ["甲", "甲", "甲", "甲", "乙, 丙"])
    #expect(meaning.meaning(of: "y", in: "b") == "甲")
    #expect(meaning.meaning(of: "", in: "b") == "乙, 丙")
    #expect(meaning.meaning(of: "", in: "a").isEmpty)
  }
}
