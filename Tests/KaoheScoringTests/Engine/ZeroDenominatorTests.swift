import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("zero_denominator: what 0/0 means")
struct ZeroDenominatorTests {
  private static let methods: [Method] = [
    .ratio(), .ratio(to: "0.5"), .bands(.atLeast("80%", 10), .otherwise(3)),
    .bands(.atLeast("80%", 10), .atLeast("60%", 0), interpolate: true), .steps(1, each: "1%", .above, "50%"),
    .steps(-1, each: "1%", .below, "90%"),
  ]

  @Test("full: start and the measure's methods together make points", arguments: methods)
  func full(method: Method) throws {
    #expect(try Leaf.sample(method, zeroDenominator: .full).score("0/0") == 10)
    #expect(try Leaf.sample(method, start: 4, cap: 12, zeroDenominator: .full).score("0/0") == 10)
  }

  @Test("zero: together they make 0", arguments: methods)
  func zero(method: Method) throws {
    #expect(try Leaf.sample(method, zeroDenominator: .zero).score("0/0") == 0)
    #expect(try Leaf.sample(method, start: 4, zeroDenominator: .zero).score("0/0") == 0)
  }

  @Test("not_applicable", arguments: methods)
  func notApplicable(method: Method) throws {
    #expect(try Leaf.sample(method, zeroDenominator: .notApplicable).outcome("0/0") == .notApplicable)
  }

  @Test("a measure of 0 is no 0/0", arguments: ZeroDenominatorPolicy.allCases)
  func zeroMeasure(policy: ZeroDenominatorPolicy) throws {
    #expect(try Leaf.sample(.ratio(), zeroDenominator: policy).score("0/5") == 0)
    #expect(try Leaf.sample(.ratio(), zeroDenominator: policy).score("0") == 0)
  }

  @Test("items still count")
  func itemsStillCount() throws {
    let items: [Item] = [.deduct("late", 2, zeroAt: 3), .add("award", 1), .tick("a", 1)]
    for (policy, made) in [(ZeroDenominatorPolicy.full, 10), (.zero, 0)] as [(ZeroDenominatorPolicy, Rational)] {
      let leaf = Leaf.sample(
        .ratio(), .deduct(0..<1), .add(1..<2), .checklist(2..<3), items: items, start: 3, floor: -9, cap: 20,
        zeroDenominator: policy)
      #expect(try leaf.score("0/0", Row("late", 2)) == made - 4)
      #expect(try leaf.score("0/0", Row("award", 3), Row("a", "yes")) == made + 4)
      #expect(try leaf.score("0/0", Row("late", 3), Row("award", 9)) == min(made + 3, 0))
    }
  }

  @Test("the leaf's bounds still hold")
  func bounds() throws {
    #expect(try Leaf.sample(.ratio(), start: 2, floor: 1, zeroDenominator: .zero).score("0/0") == 1)
  }

  @Test("a survey without one weighted answer is the same")
  func survey() throws {
    for (policy, outcome) in [
      (ZeroDenominatorPolicy.full, Outcome.score(10)), (.zero, .score(0)), (.notApplicable, .notApplicable),
    ] {
      let leaf = Leaf.sample(.ratio(), survey: .satisfaction, zeroDenominator: policy)
      #expect(try leaf.outcome(Row("不了解", 5)) == outcome)
      #expect(try leaf.outcome(Row("满意", 0)) == outcome)
      #expect(try leaf.outcome(Row("不满意", 1), Row("不了解", 5)) == .score("5.5"))
    }
  }

  @Test("of a peer leaf: not_applicable takes the district out of the peers")
  func peerLeaf() throws {
    let leaf = Leaf.sample(.peerRatio(better: .higher), zeroDenominator: .notApplicable)
    #expect(try peerScores(leaf, ["1/2", "0/0", "1/4"]) == [10, nil, 5])
  }

  @Test("the steps of it add up")
  func steps() throws {
    let leaf = Leaf.sample(.ratio(), start: 3, zeroDenominator: .full)
    #expect(try leaf.reasons("0/0") == [.start, .zeroDenominator(full: true)])
  }
}
