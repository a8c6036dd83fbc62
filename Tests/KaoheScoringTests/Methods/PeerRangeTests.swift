import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("peer_range: 功效系数法")
struct PeerRangeTests {
  @Test("points · (x − worst)/(best − worst)")
  func withoutBase() throws {
    let leaf = Leaf.sample(points: 10, .peerRange(better: .higher))
    #expect(try peerScores(leaf, ["20", "40", "25", "30"]) == [0, 10, "2.5", 5])
  }

  @Test("points · (base + (1 − base)·(x − worst)/(best − worst))")
  func withBase() throws {
    let leaf = Leaf.sample(points: 10, .peerRange(better: .higher, base: "0.6"))
    #expect(try peerScores(leaf, ["20", "40", "25", "30"]) == [6, 10, 7, 8])
  }

  @Test func lowerIsBetter() throws {
    let leaf = Leaf.sample(points: 10, .peerRange(better: .lower, base: "60%"))
    #expect(try peerScores(leaf, ["20", "40", "25", "30"]) == [10, 6, 9, 8])
  }

  @Test("best = worst: the points", arguments: [Better.higher, .lower])
  func allEqual(better: Better) throws {
    let leaf = Leaf.sample(points: 10, .peerRange(better: better, base: "0.6"))
    #expect(try peerScores(leaf, ["7", "7"]) == [10, 10])
    #expect(try peerScores(leaf, ["7"]) == [10])
    #expect(try peerScores(leaf, ["0", "0"]) == [10, 10])
  }

  @Test("negative measures lie on the same line")
  func negative() throws {
    let leaf = Leaf.sample(points: 10, .peerRange(better: .higher))
    #expect(try peerScores(leaf, ["-10%", "10%", "0"]) == [0, 10, 5])
  }

  @Test func onlyThoseWithAMeasureAreCompared() throws {
    let leaf = Leaf.sample(points: 10, .peerRange(better: .higher))
    #expect(try peerScores(leaf, [nil, "20", "n/a", "40", "30"]) == [0, 0, nil, 10, 5])
  }
}
