import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("ratio: points · measure/target")
struct RatioTests {
  private let leaf = Leaf.sample(points: 4, .ratio())

  @Test(
    "to a target of 1, at most the points",
    arguments: [
      ("45/60", 3), ("85%", "3.4"), ("0.85", "3.4"), ("1/3", "4/3"), ("0", 0), ("1", 4), ("100%", 4), ("120%", 4),
      ("3/2", 4), ("0/5", 0),
    ] as [(String, Rational)])
  func target1(value: String, score: Rational) throws {
    #expect(try leaf.score(Row("", value)) == score)
  }

  @Test(
    "to another target",
    arguments: [("0.9", 4), ("0.45", 2), ("90%", 4), ("95%", 4), ("0.6", "8/3")] as [(String, Rational)])
  func target(value: String, score: Rational) throws {
    #expect(try Leaf.sample(points: 4, .ratio(to: "90%")).score(Row("", value)) == score)
    #expect(try Leaf.sample(points: 4, .ratio(to: "0.9")).score(Row("", value)) == score)
  }

  @Test("to a count", arguments: [("1041", 4), ("520.5", 2), ("2000", 4), ("1", "4/1041")] as [(String, Rational)])
  func count(value: String, score: Rational) throws {
    #expect(try Leaf.sample(points: 4, .ratio(to: 1041)).score(Row("", value)) == score)
  }

  @Test(
    "uncapped: more than the points, up to the leaf's cap",
    arguments: [
      ("1", 4), ("1.2", "4.8"), ("1.25", 5), ("1.3", 5),
    ] as [(String, Rational)])
  func uncapped(value: String, score: Rational) throws {
    #expect(try Leaf.sample(points: 4, .ratio(uncapped: true), cap: 5).score(Row("", value)) == score)
  }

  @Test("capped: the method stops at the points, so that what is added comes on top")
  func cappedBeforeOthers() throws {
    let leaf = Leaf.sample(points: 4, .ratio(), .deduct(0..<1), items: [.deduct("late", 1)], start: .zero)
    #expect(try leaf.score("150%", Row("late", 1)) == 3)
    let uncapped = Leaf.sample(
      points: 4, .ratio(uncapped: true), .deduct(0..<1), items: [.deduct("late", 1)], start: .zero, cap: 10)
    #expect(try uncapped.score("150%", Row("late", 1)) == 5)
  }

  @Test("a negative measure comes to the floor", arguments: [(0, 0), (-1, -1), (-9, "-1.2")] as [(Rational, Rational)])
  func negative(floor: Rational, score: Rational) throws {
    #expect(try Leaf.sample(points: 4, .ratio(), floor: floor).score("-30%") == score)
  }

  @Test("two ratios on one measure add up")
  func twoRatios() throws {
    let leaf = Leaf.sample(points: 4, .ratio(to: 2), .ratio(to: 4))
    #expect(try leaf.score("1") == 3)
  }

  @Test("to the peers' mean, capped and uncapped")
  func peerMean() throws {
    #expect(try peerScores(Leaf.sample(points: 4, .ratioToPeerMean()), ["10", "20", "30"]) == [2, 4, 4])
    #expect(
      try peerScores(Leaf.sample(points: 4, .ratioToPeerMean(uncapped: true), cap: 5), ["10", "20", "24", "26"])
        == [2, 4, "4.8", 5])
    #expect(try peerScores(Leaf.sample(points: 4, .ratioToPeerMean()), ["7"]) == [4])
  }

  @Test("0 where the peers' mean is 0")
  func peerMeanOfZero() throws {
    #expect(try peerScores(Leaf.sample(points: 4, .ratioToPeerMean()), ["0", "0", "0/3"]) == [0, 0, 0])
  }

  @Test func theExplanationShowsTheTargetAndTheBound() throws {
    guard case .ratio(let measure, let target, let isMean, let capped)? = try leaf.reasons("75/60").last else {
      Issue.record("the last step is no ratio")
      return
    }
    #expect(measure.value == "1.25" && measure.fraction?.numerator == 75 && measure.fraction?.denominator == 60)
    #expect(target == 1 && !isMean && capped)
  }
}
