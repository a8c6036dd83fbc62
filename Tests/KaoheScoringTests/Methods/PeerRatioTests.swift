import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("peer_ratio: 第1名满分,其余按第1名的比例")
struct PeerRatioTests {
  private let higher = Leaf.sample(points: 60, .peerRatio(better: .higher))
  private let lower = Leaf.sample(points: 60, .peerRatio(better: .lower))

  @Test func higherIsBetter() throws {
    #expect(try peerScores(higher, ["50", "100", "25"]) == [30, 60, 15])
    #expect(try peerScores(higher, ["1/3", "2/3"]) == [30, 60])
    #expect(try peerScores(higher, ["7", "3"]) == [60, "180/7"])
  }

  @Test func lowerIsBetter() throws {
    #expect(try peerScores(lower, ["2", "4", "3"]) == [60, 30, 40])
  }

  @Test("where the best is 0: higher, 0 for all")
  func highestIsZero() throws {
    #expect(try peerScores(higher, ["0", "0"]) == [0, 0])
  }

  @Test("where the best is 0: lower, the points for a measure of 0 and 0 for the others")
  func lowestIsZero() throws {
    #expect(try peerScores(lower, ["0", "5", "0/7"]) == [60, 0, 60])
    #expect(try peerScores(lower, ["0"]) == [60])
  }

  @Test("a district that is alone is the best")
  func alone() throws {
    #expect(try peerScores(higher, ["3"]) == [60])
    #expect(try peerScores(lower, ["3"]) == [60])
  }

  @Test("a district without a measure is no peer, and misses the leaf")
  func missing() throws {
    #expect(try peerScores(lower, ["2", nil, "4"]) == [60, 0, 30])
  }

  @Test("a district where it does not apply is no peer, and is taken out")
  func notApplicable() throws {
    #expect(try peerScores(higher, ["50", "n/a", "25"]) == [60, nil, 30])
  }

  @Test("a negative measure is refused", arguments: ["-1", "-3%", "-1/2"])
  func negative(value: String) {
    for leaf in [higher, lower, Leaf.sample(points: 60, .ratioToPeerMean())] {
      #expect(throws: ObservationProblem.self) { try leaf.read(item: "", value: value) }
    }
  }
}
