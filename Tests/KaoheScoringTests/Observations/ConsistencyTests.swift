import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("The rows of one leaf at one visit taken together")
struct ConsistencyTests {
  private func conflicts(_ leaf: Leaf, _ rows: Row...) throws -> [String] {
    let values = try rows.map { row in (value: try leaf.read(item: row.item, value: row.value), scorer: row.scorer) }
    return leaf.conflicts(among: values).map { "\($0.row): \($0.problem.code)" }
  }

  private func gaps(_ leaf: Leaf, _ rows: Row...) throws -> [String] {
    leaf.gaps(in: try rows.map { try leaf.read(item: $0.item, value: $0.value) }).map(\.english)
  }

  @Test("n/a stands alone")
  func notApplicableAlone() throws {
    #expect(try conflicts(LeafFixtures.counts, "n/a") == [])
    #expect(try conflicts(LeafFixtures.counts, "n/a", Row("late", 1)) == ["0: not-alone"])
    #expect(try conflicts(LeafFixtures.judged, Row("", "1", by: "i1"), "n/a") == ["1: not-alone"])
  }

  @Test("none stands alone")
  func noneAlone() throws {
    #expect(try conflicts(LeafFixtures.counts, "none") == [])
    #expect(try conflicts(LeafFixtures.counts, Row("award", 0), "无") == ["1: not-alone"])
    #expect(try conflicts(LeafFixtures.counts, "none", "n/a") == ["0: not-alone", "1: not-alone"])
  }

  @Test("a measure and item rows stand side by side")
  func sideBySide() throws {
    #expect(try conflicts(LeafFixtures.mixed, "45/60", Row("late", 1), Row("a", "yes"), Row("b", "no")) == [])
  }

  @Test("one row per scorer, empty at most once and alone")
  func scorers() throws {
    #expect(try conflicts(LeafFixtures.judged, "1") == [])
    #expect(try conflicts(LeafFixtures.judged, Row("", "1", by: "i1"), Row("", "2", by: "i2")) == [])
    #expect(try conflicts(LeafFixtures.judged, Row("", "1", by: "i1"), "2") == ["1: scorer-missing"])
    #expect(try conflicts(LeafFixtures.levels, "优", Row("", "良", by: "i2")) == ["0: scorer-missing"])
  }

  @Test("item rows beside one unnamed scorer are no other scorers")
  func itemsAreNoScorers() throws {
    let leaf = Leaf.sample(.judged, .deduct(0..<1), items: [.deduct("late", 1)], start: .zero)
    #expect(try conflicts(leaf, "5", Row("late", 2)) == [])
  }

  @Test("a leaf that has rows needs its measure, level or judged row")
  func missingParts() throws {
    #expect(try gaps(LeafFixtures.mixed, Row("late", 1), Row("a", "yes"), Row("b", "no")) == ["its measure is missing"])
    let levels = Leaf.sample(.levels(["优": 1]), .deduct(0..<1), items: [.deduct("late", 1)], start: .zero)
    #expect(try gaps(levels, Row("late", 1)) == ["its level is missing"])
    let judged = Leaf.sample(.judged, .deduct(0..<1), items: [.deduct("late", 1)], start: .zero)
    #expect(try gaps(judged, Row("late", 1)) == ["its judged points are missing"])
    #expect(try gaps(judged, Row("late", 1), Row("", "3")) == [])
  }

  @Test("and a row for each item of its checklist, though none for a count")
  func missingTicks() throws {
    #expect(try gaps(LeafFixtures.checklist, Row("a", "yes")) == ["checklist item b has no row"])
    #expect(try gaps(LeafFixtures.checklist, Row("a", "yes"), Row("b", "no")) == [])
    #expect(try gaps(LeafFixtures.mixed, "45/60") == ["checklist item a has no row", "checklist item b has no row"])
    #expect(try gaps(LeafFixtures.counts, Row("late", 1)) == [])
  }

  @Test("n/a lacks nothing")
  func notApplicable() throws {
    for leaf in LeafFixtures.all { #expect(try gaps(leaf, "n/a") == []) }
  }

  @Test("a survey without one weighted answer, by zero_denominator")
  func surveyWithoutAnswers() throws {
    #expect(try gaps(LeafFixtures.survey, Row("不满意", 1)) == [])
    for rows in [[Row("不了解", 5)], [Row("满意", 0), Row("不满意", 0)]] {
      let values = try rows.map { try LeafFixtures.survey.read(item: $0.item, value: $0.value) }
      var leaf = LeafFixtures.survey
      for policy in ZeroDenominatorPolicy.allCases {
        leaf.zeroDenominator = policy
        #expect(leaf.gaps(in: values).count == (policy == .error ? 1 : 0), "\(policy)")
      }
      leaf.zeroDenominator = .error
      leaf.repeat = .total
      #expect(leaf.gaps(in: values).isEmpty)
    }
  }
}
