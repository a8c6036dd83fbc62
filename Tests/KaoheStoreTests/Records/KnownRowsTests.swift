import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// Rows that were read before are read the same again, and no others are taken for them.
@Suite struct KnownRowsTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func rowsAreThoseOfTheirBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var known = KnownRows()
    // Each has a leaf of its own, so that one in another's place shows.
    var expected: [[UInt8]: Int?] = [:]
    for _ in 0..<20_000 {
      let length = random.pick([1, 7, 8, 9, 16, 40, 256, 257])
      let bytes = (0..<length).map { _ in UInt8(random.integer(0...(length < 9 ? 2 : 1))) } + [UInt8(length & 0xFF)]
      let leaf = expected[bytes] ?? (random.oneIn(5) ? nil : expected.count)
      expected[bytes] = .some(leaf)
      let found = bytes.withUnsafeBufferPointer { bytes in
        known.rows(bytes, of: length) { leaf.map { VisitRecord.LeafRows(leaf: $0, rows: []) } }
      }
      #expect(found?.leaf == leaf)
    }
  }

  @Test func rowsAreReadOnce() {
    var known = KnownRows()
    var times = 0
    for _ in 0..<3 {
      _ = [UInt8]("A1 yes".utf8).withUnsafeBufferPointer { bytes in
        known.rows(bytes, of: 0) {
          times += 1
          return nil
        }
      }
    }
    #expect(times == 1)
  }
}
