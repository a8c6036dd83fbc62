import Testing

@testable import KaoheStore

/// Two rows of one file with the same key are an error, also when they are equal.
@Suite struct DuplicateKeyTests {
  private static let files = CSVTable.all.map(\.file)

  @Test(arguments: files, [false, true])
  func lastRowTwice(file: String, isKnown: Bool) throws {
    let store = try isKnown ? Store.withBase() : Store.inMemory()
    let lines = Records.base[file].split(separator: "\n")
    let messages = try store.refusal(of: .base.with(.add(file, String(lines[lines.count - 1]))))?.messages ?? []
    let place = "\(file):\(lines.count + 1): \(CSVText(Records.base[file]).keyColumn): "
    if file == CSVTable.scores.file, isKnown {
      #expect(messages.last == place + "an earlier row has the same visit, indicator, item and scorer")
    } else {
      #expect(messages.last == place + "has the same key as line \(lines.count); a key stands once in a file")
    }
    #expect(messages.count == 2)
  }

  @Test func everyFileOfTheBaseFolderIsHere() {
    #expect(Set(Self.files).isSubset(of: Records.base.files.keys))
  }

  @Test func keysOfSeveralColumns() throws {
    let store = try Store.inMemory()
    let records = Records.base.with(
      .add("metrics.csv", "district:d1,2022,disputes,3,件"), .add("metrics.csv", "district:d1,2021,employees,1000,人"),
      .add("metrics.csv", "district:d2,2022,employees,900,人"),
      .add("surveys.csv", "Q1,enterprise:E1,2022-05-18,面料,不满意,4"),
      .add("surveys.csv", "Q1,enterprise:E1,2022-05-18,款式,满意,4"), .add("coverage.csv", "P1,2021,1,1,1,1,1,1"))
    #expect(try store.refusal(of: records)?.messages == nil)
    #expect(try store.rows("SELECT count(*) FROM metric") == ["4"])
  }
}

extension CSVText {
  fileprivate var keyColumn: String { rows[0][0] }
}
