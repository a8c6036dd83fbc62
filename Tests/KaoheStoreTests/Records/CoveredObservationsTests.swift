import Testing

@testable import KaoheStore

/// Only a list of identities as kaohe writes it is read; of any other, SQLite has to say what it covers.
@Suite struct CoveredObservationsTests {
  @Test func identitiesAreRead() {
    #expect(read("[7]") == [7])
    #expect(read("[912477377617985537,9223372036854775807,1]") == [912_477_377_617_985_537, .max, 1])
  }

  @Test(
    arguments: [
      "", "[]", "[", "[1", "1]", "[1,]", "[,1]", "[1 ]", "[1, 2]", "[-1]", "[1.0]", "[\"1\"]", "[[1]]",
      "[9223372036854775808]", "[99999999999999999999]", "null",
    ])
  func othersAreNot(list: String) {
    #expect(read(list) == nil)
  }

  private func read(_ list: String) -> Set<Int64>? {
    Array(list.utf8).withUnsafeBufferPointer { CoveredObservations.read($0) }
  }
}
