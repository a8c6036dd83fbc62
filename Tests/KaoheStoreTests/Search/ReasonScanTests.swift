import GRDB
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// The two halves of the table, read by two connections.
@Suite struct ReasonScanTests {
  private let words = SearchWords("有")

  /// A file with the demo in it.
  private func file(in folder: TemporaryFolder) throws -> Store {
    let store = try Store.connect(folder.file("kaohe.db"))
    try Store.withDemo().queue.backup(to: store.queue)
    return store
  }

  private func counts(_ scan: ReasonScan, second: ReasonScan.Second?) throws -> [String] {
    try scan.store.read { database in
      try database.registerContainsWords(scan.words)
      return try scan.counts(database, with: second).map { "\($0.visit) \($0.hits)" }
    }
  }

  @Test func twoHalvesAreTheWhole() throws {
    try withTemporaryFolder { folder in
      let scan = ReasonScan(store: try file(in: folder), words: try #require(words), splitSize: 0)
      let whole = try counts(scan, second: nil)
      #expect(whole.count > 40)
      let second = try #require(scan.secondReader())
      #expect(try counts(scan, second: second) == whole)
    }
  }

  @Test func bothSeeOneState() throws {
    try withTemporaryFolder { folder in
      let scan = ReasonScan(store: try file(in: folder), words: try #require(words), splitSize: 0)
      let second = try #require(scan.secondReader())
      let whole = try counts(scan, second: nil)
      try Store.connect(scan.store.path).executeAsOther("UPDATE observation SET reason = '无'")
      // The second was opened before the change, the first reads after it.
      #expect(try counts(scan, second: second) == [])
      #expect(!whole.isEmpty)
    }
  }

  @Test func whatIsSmallIsReadByOne() throws {
    try withTemporaryFolder { folder in
      let scan = ReasonScan(store: try file(in: folder), words: try #require(words))
      #expect(scan.secondReader() == nil)
      #expect(ReasonScan(store: try Store.inMemory(), words: scan.words, splitSize: 0).secondReader() == nil)
    }
  }
}
