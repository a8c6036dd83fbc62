import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("steps: n·points, n = the distance from `from` on one side ÷ step")
struct StepsTests {
  @Test(
    "每少1个百分点扣0.25分,扣完为止",
    arguments: [
      ("95%", 5), ("90%", 5), ("89.01%", 5), ("89%", "4.75"), ("88.5%", "4.75"), ("80%", "2.5"), ("70%", 0), ("0", 0),
    ] as [(String, Rational)])
  func below(value: String, score: Rational) throws {
    let leaf = Leaf.sample(points: 5, .steps("-0.25", each: "1%", .below, "90%"))
    #expect(leaf.start == 5)
    #expect(try leaf.score(Row("", value)) == score)
  }

  @Test(
    "above: the other side gives 0",
    arguments: [
      ("5", 0), ("10", 0), ("11.9", 0), ("12", 1), ("13", 1), ("14", 2), ("40", 10),
    ] as [(String, Rational)])
  func above(value: String, score: Rational) throws {
    let leaf = Leaf.sample(points: 10, .steps(1, each: 2, .above, 10))
    #expect(try leaf.score(Row("", value)) == score)
  }

  @Test(
    "a part of a step is dropped, counted as a whole one (不足1个按1个计), or shares",
    arguments: [
      ("85%", 0, 0, 0), ("84.9%", 0, 1, "0.02"), ("80%", 1, 1, 1), ("79.9%", 1, 2, "1.02"), ("77.5%", 1, 2, "1.5"),
      ("75%", 2, 2, 2), ("90%", 0, 0, 0),
    ] as [(String, Rational, Rational, Rational)])
  func partial(value: String, dropped: Rational, counted: Rational, shared: Rational) throws {
    for (partial, lost) in [(Steps.Partial.drop, dropped), (.count, counted), (.share, shared)] {
      let leaf = Leaf.sample(points: 10, .steps(-1, each: "5%", .below, "85%", partial: partial))
      #expect(try leaf.score(Row("", value)) == 10 - lost, "\(partial)")
    }
  }

  @Test(
    "a distance that is a whole number of steps is exactly that, in every form",
    arguments: ["0.1", "10%", "1/10", "3/30"])
  func exactSteps(value: String) throws {
    for partial in Steps.Partial.allCases {
      let leaf = Leaf.sample(points: 10, .steps(-1, each: "0.1", .below, "0.4", partial: partial))
      #expect(try leaf.score(Row("", value)) == 7, "\(partial)")
    }
  }

  @Test(
    "|n·points| is bounded by max, whatever the sign",
    arguments: [
      ("12", 8, 2), ("14", 6, 4), ("16", 5, 5), ("99", 5, 5),
    ] as [(String, Rational, Rational)])
  func max(value: String, lost: Rational, won: Rational) throws {
    let losing = Leaf.sample(points: 10, .steps(-1, each: 1, .above, 10, max: 5))
    #expect(try losing.score(Row("", value)) == lost)
    let winning = Leaf.sample(points: 10, .steps(1, each: 1, .above, 10, max: 5))
    #expect(try winning.score(Row("", value)) == won)
  }

  @Test(
    "持平得基本分的80%,每超5%加1分,最高不超过基本分的50%",
    arguments: [
      ("-5%", 8), ("0", 8), ("4.99%", 8), ("5%", 9), ("12%", 10), ("25%", 13), ("40%", 13),
    ] as [(String, Rational)])
  func growth(value: String, score: Rational) throws {
    let leaf = Leaf.sample(points: 10, .steps(1, each: "5%", .above, 0, max: 5), start: 8, cap: 15)
    #expect(try leaf.score(Row("", value)) == score)
  }

  @Test("both sides on one measure")
  func bothSides() throws {
    let leaf = Leaf.sample(
      points: 10, .steps(-1, each: 1, .below, 50), .steps("0.5", each: 1, .above, 60), start: 8)
    #expect(try leaf.score("47") == 5)
    #expect(try leaf.score("55") == 8)
    #expect(try leaf.score("62") == 9)
    #expect(try leaf.score("90") == 10)
  }

  @Test("from the peers' mean")
  func peerMean() throws {
    // The mean is 20.
    let leaf = Leaf.sample(points: 10, .stepsFromPeerMean(-1, each: 2, .below))
    #expect(try peerScores(leaf, ["10", "20", "30"]) == [5, 10, 10])
    #expect(try peerScores(leaf, ["10", nil, "30"]) == [5, 0, 10])
    let above = Leaf.sample(points: 10, .stepsFromPeerMean(1, each: 4, .above, partial: .share))
    #expect(try peerScores(above, ["10", "20", "30"]) == [0, 0, "2.5"])
  }

  @Test("negative measures may be compared with their mean")
  func negativeMean() throws {
    let leaf = Leaf.sample(points: 10, .stepsFromPeerMean(-1, each: "1%", .below))
    #expect(try peerScores(leaf, ["-5%", "-1%"]) == [8, 10])
  }

  @Test func theExplanationShowsTheCountOfSteps() throws {
    let leaf = Leaf.sample(points: 10, .steps(-1, each: 2, .below, 50, max: 3))
    guard case .steps(_, let from, _, let count, let limited)? = try leaf.reasons("40").last else {
      Issue.record("the last step is no steps")
      return
    }
    #expect(from == 50 && count == 5 && limited)
  }
}
