import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("checklist: +Σ points of the items that are met")
struct ChecklistTests {
  /// 4×0.5: leaf F1.1 of the demo's rules.
  private let park = Leaf.sample(
    points: 2, .checklist(0..<4), items: ["1", "2", "3", "4"].map { .tick($0, "0.5") })

  @Test(
    "yes or no, in either language",
    arguments: [
      (["yes", "yes", "yes", "yes"], 2), (["是", "否", "是", "no"], 1), (["no", "no", "no", "no"], 0),
      (["否", "否", "否", "是"], "0.5"),
    ] as [([String], Rational)])
  func ticks(answers: [String], score: Rational) throws {
    #expect(
      try park.score(Row("1", answers[0]), Row("2", answers[1]), Row("3", answers[2]), Row("4", answers[3])) == score)
  }

  @Test("an item with no row is not met")
  func noRow() throws {
    #expect(try park.score(Row("2", "yes")) == "0.5")
  }

  @Test("items differ in their points, and stop at the leaf's cap")
  func unequalItems() throws {
    let leaf = Leaf.sample(points: 3, .checklist(0..<2), items: [.tick("a", 1), .tick("b", "2.5")])
    #expect(try leaf.score(Row("a", "yes")) == 1)
    #expect(try leaf.score(Row("b", "yes")) == "2.5")
    #expect(try leaf.score(Row("a", "yes"), Row("b", "yes")) == 3)
  }

  @Test("beside a deduction")
  func withDeduct() throws {
    let leaf = Leaf.sample(
      points: 3, .checklist(0..<2), .deduct(2..<3), items: [.tick("a", 1), .tick("b", 2), .deduct("late", 1)])
    #expect(try leaf.score(Row("a", "yes"), Row("b", "yes"), Row("late", 1)) == 2)
    #expect(try leaf.score(Row("a", "yes"), Row("b", "no"), Row("late", 5)) == 0)
  }

  @Test func theExplanationShowsMetAndUnmet() throws {
    let (a, b) = (Item.tick("a", 1), Item.tick("b", 2))
    let leaf = Leaf.sample(points: 3, .checklist(0..<2), items: [a, b])
    #expect(
      try leaf.reasons(Row("a", "yes"), Row("b", "no"))
        == [.start, .checklist(a, met: true), .checklist(b, met: false)])
  }
}
