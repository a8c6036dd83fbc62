import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("peer_rank: 排名赋分 60/57/54")
struct PeerRankTests {
  private let higher = Leaf.sample(points: 60, .peerRank(better: .higher, [60, 57, 54], beyond: 50))
  private let lower = Leaf.sample(points: 60, .peerRank(better: .lower, [60, 57, 54], beyond: 50))

  @Test func theListThenBeyond() throws {
    #expect(try peerScores(higher, ["5", "9", "7", "6", "1"]) == [50, 60, 57, 54, 50])
    #expect(try peerScores(lower, ["5", "9", "7", "6", "1"]) == [57, 50, 50, 54, 60])
  }

  @Test("equal measures share a rank (1, 1, 3) and its points")
  func equalMeasures() throws {
    #expect(try peerScores(higher, ["9", "9", "7", "6"]) == [60, 60, 54, 50])
    #expect(try peerScores(higher, ["9", "7", "7", "7", "6"]) == [60, 57, 57, 57, 50])
    #expect(try peerScores(lower, ["1", "1", "1", "2"]) == [60, 60, 60, 50])
    #expect(try peerScores(higher, ["1/3", "2/6", "0.333333"]) == [60, 60, 54])
  }

  @Test("negative measures rank too")
  func negative() throws {
    #expect(try peerScores(higher, ["-5%", "3%", "-1%"]) == [54, 60, 57])
  }

  @Test("one that has no measure takes no rank")
  func missing() throws {
    #expect(try peerScores(higher, [nil, "9", "n/a", "7"]) == [0, 60, nil, 57])
  }

  @Test func theExplanationShowsTheRank() throws {
    let rules = RuleSet.sample([higher])
    let records = [try rules.district("d1", ["L": "5"]), try rules.district("d2", ["L": "9"])]
    let steps = rules.ranking(records, explaining: "d1")["d1"].leaves[0].steps
    guard case .peerRank(let measure, let rank, let count)? = steps.last?.reason else {
      Issue.record("the last step is no rank")
      return
    }
    #expect(measure.value == 5 && rank == 2 && count == 2)
    #expect(steps.map(\.points).sum == 57)
  }
}
