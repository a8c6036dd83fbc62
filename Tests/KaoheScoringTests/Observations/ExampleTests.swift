import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("A rule author's own examples")
struct ExampleTests {
  private func problem(_ leaf: Leaf, _ rows: [Row], _ score: Rational?) -> String? {
    let rows = rows.map { Example.Row(item: $0.item, value: $0.value, scorer: $0.scorer) }
    return leaf.problem(of: Example(rows: rows, score: score))?.english
  }

  @Test func thatAreRight() {
    #expect(problem(LeafFixtures.measure, ["45/60"], 3) == nil)
    #expect(problem(LeafFixtures.counts, ["none"], 5) == nil)
    #expect(problem(LeafFixtures.counts, [Row("late", 2), Row("award", 1)], 4) == nil)
    #expect(problem(LeafFixtures.survey, [Row("满意", 60), Row("基本满意", 30), Row("不满意", 10)], "3.52") == nil)
    #expect(problem(LeafFixtures.judged, [Row("", "1", by: "a"), Row("", "2", by: "b")], "1.5") == nil)
    #expect(problem(LeafFixtures.judged, ["n/a"], nil) == nil)
  }

  @Test("that differ: the message has both scores")
  func thatDiffer() {
    #expect(problem(LeafFixtures.measure, ["45/60"], "2.5") == "the example says 2.5, the rules give 3")
    #expect(problem(LeafFixtures.measure, ["45/60"], nil) == "the example says n/a, the rules give 3")
    #expect(problem(LeafFixtures.measure, ["n/a"], 0) == "the example says 0, the rules give n/a")
  }

  @Test("are of a visit with evidence, before leaf_decimals")
  func evidenceAndExactness() {
    var leaf = LeafFixtures.measure
    leaf.evidenceRequired = true
    #expect(problem(leaf, ["1/3"], "4/3") == nil)
    #expect(problem(leaf, ["1/3"], "1.33") != nil)
  }

  @Test("0/0 by policy")
  func zeroDenominator() {
    for (policy, score) in [(ZeroDenominatorPolicy.full, 4), (.zero, 0), (.notApplicable, nil)]
      as [(ZeroDenominatorPolicy, Rational?)]
    {
      #expect(problem(Leaf.sample(points: 4, .ratio(), zeroDenominator: policy), ["0/0"], score) == nil, "\(policy)")
    }
  }

  @Test(
    "rows that import would refuse are an error",
    arguments: [
      (LeafFixtures.measure, ["abc"]), (LeafFixtures.measure, ["0/0"]), (LeafFixtures.measure, ["1", "2"]),
      (LeafFixtures.measure, []), (LeafFixtures.counts, ["none", Row("late", 1)]),
      (LeafFixtures.checklist, [Row("a", "yes")]),
      (LeafFixtures.judged, [Row("", "1", by: "a"), Row("", "2", by: "a")]),
      (LeafFixtures.judged, ["1", Row("", "2", by: "a")]),
      (LeafFixtures.counts, [Row("late", "1", by: "a")]),
      (LeafFixtures.mixed, [Row("late", 1), Row("a", "no"), Row("b", "no")]),
      (LeafFixtures.survey, [Row("不了解", 3)]), (LeafFixtures.measure, ["-"]),
    ] as [(Leaf, [Row])])
  func refusedRows(leaf: Leaf, rows: [Row]) {
    #expect(problem(leaf, rows, 0) != nil)
    #expect(problem(leaf, rows, nil) != nil)
  }
}
