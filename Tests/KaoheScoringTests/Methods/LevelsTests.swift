import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("levels: points · share")
struct LevelsTests {
  private let duties = Leaf.sample(points: 2, .levels(["优": 1, "良": "0.8", "中": "0.6", "差": 0]))
  /// A 0.80–1.00, B 0.60–0.79.
  private let ranges = Leaf.sample(points: 10, .levelRanges(["A": ("0.8", 1), "B": ("0.6", "0.79"), "C": (0, "0.59")]))

  @Test(arguments: [("优", 2), ("良", "1.6"), ("中", "1.2"), ("差", 0)] as [(String, Rational)])
  func fixedShares(level: String, score: Rational) throws {
    #expect(try duties.score(Row("", level)) == score)
  }

  @Test(
    "a range takes the share recorded with the level, its ends included",
    arguments: [
      ("A 0.8", 8), ("A 1", 10), ("A 100%", 10), ("A 0.855", "8.55"), ("B 0.6", 6), ("B 79%", "7.9"), ("C 0", 0),
      ("A 17/20", "8.5"),
    ] as [(String, Rational)])
  func rangeShares(level: String, score: Rational) throws {
    #expect(try ranges.score(Row("", level)) == score)
  }

  @Test("the shares of several scorers combine by their mean")
  func mean() throws {
    #expect(try duties.score(Row("", "优", by: "i1"), Row("", "中", by: "i2")) == "1.6")
    #expect(try duties.score(Row("", "优", by: "i1"), Row("", "优", by: "i2"), Row("", "差", by: "i3")) == "4/3")
    #expect(try ranges.score(Row("", "A 0.9", by: "i1"), Row("", "B 0.7", by: "i2")) == 8)
  }

  @Test("or by their trimmed mean, from five scorers on")
  func trimmedMean() throws {
    var leaf = ranges
    leaf.scorers = .trimmedMean
    let four = [
      Row("", "A 1", by: "i1"), Row("", "A 0.8", by: "i2"), Row("", "B 0.6", by: "i3"), Row("", "C 0", by: "i4"),
    ]
    #expect(try leaf.score(four[0], four[1], four[2], four[3]) == 6)
    #expect(try leaf.score(four[0], four[1], four[2], four[3], Row("", "B 0.7", by: "i5")) == 7)
  }

  @Test("beside deductions")
  func withDeductions() throws {
    let leaf = Leaf.sample(
      points: 10, .levels(["优": 1, "差": "0.2"]), .deduct(0..<1), items: [.deduct("late", 3)], start: .zero)
    #expect(try leaf.score("优", Row("late", 1)) == 7)
    #expect(try leaf.score("差", Row("late", 1)) == 0)
  }

  @Test func theExplanationNamesLevelsAndShares() throws {
    #expect(
      try duties.reasons(Row("", "优", by: "i1"), Row("", "中", by: "i2"))
        == [.start, .level(codes: ["优", "中"], shares: [1, "0.6"], combined: "0.8", by: .mean)])
  }
}
