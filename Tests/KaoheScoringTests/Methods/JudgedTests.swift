import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("judged: the points that the scorers give")
struct JudgedTests {
  private let cases = Leaf.sample(points: 2, .judged)
  private let panel = Leaf.sample(points: 10, .judged, scorers: .trimmedMean)

  @Test("0 to the points", arguments: [("0", 0), ("2", 2), ("1.25", "1.25"), ("+1", 1)] as [(String, Rational)])
  func oneScorer(value: String, score: Rational) throws {
    #expect(try cases.score(Row("", value)) == score)
    #expect(try cases.score(Row("", value, by: "i1")) == score)
  }

  @Test func severalScorersByTheirMean() throws {
    #expect(try cases.score(Row("", "1", by: "i1"), Row("", "2", by: "i2"), Row("", "2", by: "i3")) == "5/3")
  }

  @Test("trimmed mean: the mean for four")
  func fourScorers() throws {
    #expect(
      try panel.score(Row("", "0", by: "1"), Row("", "8", by: "2"), Row("", "9", by: "3"), Row("", "10", by: "4"))
        == "6.75")
  }

  @Test("trimmed mean: one lowest and one highest dropped of five")
  func fiveScorers() throws {
    #expect(
      try panel.score(
        Row("", "0", by: "1"), Row("", "8", by: "2"), Row("", "9", by: "3"), Row("", "10", by: "4"),
        Row("", "10", by: "5")) == 9)
  }

  @Test("beside add, up to the cap")
  func withAdd() throws {
    let leaf = Leaf.sample(points: 2, .judged, .add(0..<1), items: [.add("推广", "0.5")])
    #expect(try leaf.score("1.25", Row("推广", 1)) == "1.75")
    #expect(try leaf.score("1.25", Row("推广", 2)) == 2)
    #expect(try leaf.score("1.25") == "1.25")
  }

  @Test func theExplanationShowsWhatEachGave() throws {
    #expect(
      try cases.reasons(Row("", "1", by: "i1"), Row("", "2", by: "i2")) == [
        .start, .judged(points: [1, 2], by: .mean),
      ])
  }
}
