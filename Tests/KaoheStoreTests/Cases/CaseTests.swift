import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// Folders whose ranking was computed independently of Kaohe.
@Suite struct CaseTests {
  @Test func allCasesAreFound() {
    #expect(Case.all.count >= 11)
  }

  @Test(arguments: Case.all)
  func ranking(of sample: Case) throws {
    try withTemporaryFolder { folder in
      let store = try Store.prepare(folder.file("case.db")).store
      try store.importing(sample.records)
      try expectRanking(of: sample, store)
    }
  }

  @Test(arguments: Case.all.enumerated().map { ($1, UInt64($0)) })
  func orderOfRowsAndColumnsDoesNotMatter(sample: Case, seed: UInt64) throws {
    let store = try Store.inMemory()
    try store.importing(sample.records.shuffled(seed: seed))
    try expectRanking(of: sample, store)
  }

  @Test(arguments: Case.all)
  func importingTwiceChangesNothing(sample: Case) throws {
    let store = try Store.inMemory()
    try store.importing(sample.records)
    let once = try store.contents()
    // In another order, too.
    let second = try store.importing(sample.records.shuffled(seed: 3))
    #expect(second.changes.isEmpty)
    #expect(second.recomputed == [])
    expectSame(try store.contents(), once)
  }

  @Test(arguments: Case.all)
  func rulesAndRosterFirst(sample: Case) throws {
    let first = ["rules.yaml", "districts.csv", "groups.csv", "parks.csv", "enterprises.csv", "inspectors.csv"]
    let store = try Store.inMemory()
    try store.importing(sample.records.only(first))
    #expect(try store.rows("SELECT * FROM assessment") == [])
    try store.importing(sample.records.only(sample.records.files.keys.filter { !first.contains($0) }))
    try expectRanking(of: sample, store)
  }

  private func expectRanking(of sample: Case, _ store: Store) throws {
    let found = ExpectedRanking(try store.ranking(of: sample.expected.assessment, session: Store.tester))
    #expect(found.ranking.map(\.code) == sample.expected.ranking.map(\.code))
    for (found, expected) in zip(found.ranking, sample.expected.ranking) { #expect(found == expected) }
    #expect(found == sample.expected)
  }
}
