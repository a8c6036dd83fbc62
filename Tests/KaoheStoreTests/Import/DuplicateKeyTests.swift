import Testing

@testable import KaoheStore

/// Two rows of one file with the same key are an error, also when they are equal.
@Suite struct DuplicateKeyTests {
  private static let files = CSVTable.all.map(\.file)

  /// The base folder, and a row of each file that it does not have.
  private static let records = Records.base.with(
    .file("visit_steps.csv", "visit,action,recorded_at,recorded_by\nV1,confirm,2022-06-02T08:00:00.000Z,办公室\n"),
    .add("inspectors.csv", "S4,赵六,乙市总工会,,d2"),
    .file("recusals.csv", "visit,indicator,inspector,reason\nV4,A4,S4,只有他在场\n"),
    .file(
      "finding_steps.csv",
      "finding,action,date,recorded_at,recorded_by,reason\nW1,reopen,2022-09-01,2022-09-01T08:00:00.000Z,办公室,未改\n"),
    .file(
      "objections.csv",
      "code,visit,indicator,raised_by,text,opened_at,opened_by,status,decision,decided_at,decided_by\n"
        + "O1,V1,A4,甲区,漏计,2022-07-01T08:00:00.000Z,S2,upheld,属实,2022-07-02T08:00:00.000Z,办公室\n"),
    .file("corrections.csv", "objection,item,scorer\nO1,,\n"))

  @Test(arguments: files, [false, true])
  func lastRowTwice(file: String, isKnown: Bool) throws {
    let store = try isKnown ? Store.withBase() : Store.inMemory()
    let lines = Self.records[file].split(separator: "\n")
    let messages = try store.refusal(of: Self.records.with(.add(file, String(lines[lines.count - 1]))))?.messages ?? []
    let place = "\(file):\(lines.count + 1): \(CSVText(Self.records[file]).keyColumn): "
    if file == CSVTable.scores.file, isKnown {
      #expect(messages.last == place + "an earlier row has the same visit, indicator, item and scorer")
    } else {
      #expect(messages.last == place + "has the same key as line \(lines.count); a key stands once in a file")
    }
    #expect(messages.count == 2)
  }

  @Test func everyFileIsHere() {
    #expect(Set(Self.files).isSubset(of: Self.records.files.keys))
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
