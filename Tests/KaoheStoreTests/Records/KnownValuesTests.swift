import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// A value that was read before is read the same again, also beside those that look like it.
@Suite struct KnownValuesTests {
  private let items = ["", "A1-1", "A1-2", "甲", "乙丙丁", "A1\u{0}"]
  private let values = [
    "0", "1", "1\u{0}", "\u{0}1", "12", "85%", "45/60", "yes", "是", "否", "none", "n/a", "优", "良 0.80",
    "良 0.8000000", "",
  ]

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func valuesAreThoseOfTheirRow(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var known = KnownValues()
    // Each row has a value of its own, so that one in another's place shows.
    var expected: [String: ObservedValue?] = [:]
    for _ in 0..<4000 {
      let (leaf, item, value) = (random.integer(0...40), random.pick(items), random.pick(values))
      let key = "\(leaf)|\(item)|\(value)"
      let observed = expected[key] ?? (random.oneIn(5) ? nil : .judged(Rational(expected.count)))
      expected[key] = .some(observed)
      let found = item.withBytes { item in
        value.withBytes { value in known.value(leaf, item, value) { observed } }
      }
      #expect(found == observed, "\(key)")
    }
  }

  @Test func aValueIsReadOnce() {
    var known = KnownValues()
    var times = 0
    for _ in 0..<3 {
      _ = "A1-1".withBytes { item in
        "是".withBytes { value in
          known.value(0, item, value) {
            times += 1
            return .met(item: 0, true)
          }
        }
      }
    }
    #expect(times == 1)
  }
}

extension String {
  fileprivate func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    Array(utf8).withUnsafeBufferPointer(body)
  }
}
