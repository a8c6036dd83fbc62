import KaoheReports
import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What was exported is, once it is imported, what it was.
@Suite struct RoundTripTests {
  @Test func demo() throws {
    try expectRoundTrip(of: Store.withDemo())
  }

  @Test(arguments: Case.all)
  func cases(sample: Case) throws {
    let store = try Store.inMemory()
    try store.importing(sample.records)
    try expectRoundTrip(of: store)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func randomAssessments(seed: UInt64) throws {
    let store = try Store.inMemory()
    try store.importing(Records(files: try RandomFolder(seed: seed).files.mapValues { Array($0.utf8) }))
    try expectRoundTrip(of: store)
  }

  @Test func whatPeopleDid() throws {
    try expectRoundTrip(of: Store.lived())
  }

  /// A mark at the beginning is no part of the records.
  @Test func filesForExcel() throws {
    var content = ExportContent()
    content.byteOrderMark = true
    let store = try Store.lived()
    let files = try store.exported(content)
    #expect(files["scores.csv"].utf8.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(!files["rules-small.yaml"].utf8.starts(with: [0xEF, 0xBB, 0xBF]))
    let copy = try Store.inMemory()
    try copy.importing(files)
    expectSame(try copy.exported(), try store.exported())
  }

  /// Rows and columns of an export may be sorted by whoever looks at it.
  @Test(arguments: 0..<3 as Range<UInt64>)
  func inAnotherOrder(seed: UInt64) throws {
    let files = try Store.lived().exported()
    let copy = try Store.inMemory()
    try copy.importing(files.shuffled(seed: seed))
    expectSame(try copy.exported(), files)
  }

  @Test func stepsOfTwoCopiesAreOne() throws {
    let office = try Store.lived()
    let files = try office.exported()
    try office.executeAsOther(
      """
      INSERT INTO visit_step SELECT visit, id + 5 * 4096, action, reason, override, '[]', recorded_at, recorded_by
      FROM visit_step WHERE action = 'cancel';
      INSERT INTO finding_step SELECT finding, id + 5 * 4096, action, date, reason, recorded_at, recorded_by FROM finding_step;
      """)
    expectSame(try office.exported(), files)
  }

  /// The words of all queries hold every column of every table: one that a migration adds must not be forgotten.
  @Test func everyColumnIsExported() throws {
    let store = try Store.inMemory()
    let words = Set(RecordQuery.all.map(\.sql).joined(separator: "\n").matches(of: #/\w+/#).map { String($0.0) })
    // A step's observations are those that the visit has; who recorded an observation, and when, is history.
    let left: Set = ["visit_step.covers", "observation.recorded_at", "observation.recorded_by"]
    for table in CopiedTable.all where !["supersession", "field_copy"].contains(table.name) {
      #expect(words.contains(table.name), "\(table.name)")
      let columns = try store.rows("SELECT name FROM pragma_table_xinfo('\(table.name)') WHERE hidden = 0")
      for column in columns where !left.contains("\(table.name).\(column)") {
        // A subject is named as a whole.
        let name = ["district", "enterprise", "park"].contains(column) && columns.contains("park") ? "subject" : column
        #expect(words.contains(name), "\(table.name).\(column)")
      }
    }
  }

  @Test func everyFileHasItsQuery() throws {
    #expect(RecordQuery.all.map(\.table.file) == CSVTable.all.map(\.file))
    let store = try Store.inMemory()
    for query in RecordQuery.all {
      let columns = try store.read { try $0.makeStatement(sql: query.sql).columnNames }
      #expect(columns == query.table.columns.map(\.name))
    }
  }
}
