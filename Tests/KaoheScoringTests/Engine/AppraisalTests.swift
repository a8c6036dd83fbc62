import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("Appraising one district: which rows count where")
struct AppraisalTests {
  @Test("a leaf with no row at a visit is not observed there")
  func notObserved() throws {
    let rules = RuleSet.sample([.given("A", points: 10), .given("B", points: 10)])
    let visits = [
      try rules.visit("v1", recording: ["A": ["4"], "B": ["6"]]), try rules.visit("v2", recording: ["A": ["8"]]),
    ]
    #expect(rules.appraise(.sample(visits: visits)).leaves.map(\.outcome) == [.score(6), .score(6)])
  }

  @Test("a scope that does not fit the visit's subject counts nowhere")
  func scope() throws {
    let rules = RuleSet.sample([.given("A", points: 10)])
    let record = DistrictRecords.sample(
      parks: ["p"], visits: [try rules.visit(to: "park:p", recording: ["A": ["4"]])])
    #expect(rules.appraise(record).leaves[0].outcome == .missing)
  }

  @Test("score = clamp(start + Σ contributions, floor, cap): one clamp, at the end")
  func oneClamp() throws {
    let leaf = Leaf.sample(
      .ratio(), .deduct(0..<1), .add(1..<2), items: [.deduct("late", 4), .add("award", 3)], start: 2, floor: 1, cap: 12)
    #expect(try leaf.score("1", Row("late", 3), Row("award", 2)) == 6)
    #expect(try leaf.score("1", Row("late", 9), Row("award", 2)) == 1)
    #expect(try leaf.score("1", Row("award", 9)) == 12)
  }

  @Test("explanations: subjects by code, visits by date, then by code; rows only where asked for")
  func order() throws {
    let rules = RuleSet.sample([.given("A", points: 10, scope: .park)])
    let visits = try [
      ("v3", "p2", "2022-05-01"), ("v2", "p1", "2022-06-01"), ("v1", "p1", "2022-06-01"), ("v0", "p1", "2022-03-01"),
    ]
    .map { code, park, date in try rules.visit(code, to: "park:\(park)", on: date, recording: ["A": ["5"]]) }
    let record = DistrictRecords.sample(parks: ["p1", "p2"], visits: visits)
    let subjects = rules.appraise(record, explaining: true).leaves[0].subjects
    #expect(subjects.map(\.subject.description) == ["park:p1", "park:p2"])
    #expect(subjects.map { $0.visits.map(\.visit) } == [["v0", "v1", "v2"], ["v3"]])
    #expect(subjects[1].visits[0].rows.map(\.value) == [.judged(5)])
    #expect(
      rules.appraise(record).leaves[0].subjects.allSatisfy {
        $0.visits.allSatisfy { $0.rows.isEmpty && $0.steps.isEmpty }
      })
  }

  @Test func subjectsAreReadFromText() {
    #expect(Subject("park:p1") == Subject(scope: .park, code: "p1"))
    #expect(Subject("district:320281")?.description == "district:320281")
    #expect(Subject("enterprise:a:b")?.code == "a:b")
    for text in ["", "park", "park:", ":p1", "city:1", "Park:p1", " park:p1"] { #expect(Subject(text) == nil) }
  }

  @Test("an explanation is kept for the district that is asked for")
  func explainingOne() throws {
    let rules = RuleSet.sample([.sample(.peerRatio(better: .higher))])
    let records = [try rules.district("d1", ["L": "1"]), try rules.district("d2", ["L": "2"])]
    let ranking = rules.ranking(records, explaining: "d2")
    #expect(ranking["d1"].leaves[0].steps.isEmpty && !ranking["d2"].leaves[0].steps.isEmpty)
  }

  @Test("the steps of step 5 to 7: rounding, not applicable, missing")
  func standingSteps() throws {
    let rules = RuleSet.sample([
      .sample(code: "A", points: 1, .ratio()), .given("B", points: 10, notApplicable: .full), .given("C", points: 10),
      .given("D", points: 10),
    ]).with { $0.rounding.leafDecimals = 1 }
    let leaves = rules.ranking([try rules.district(["A": "1/3", "B": "n/a", "C": "n/a"])], explaining: "d1").scorecards[
      0
    ].leaves
    #expect(leaves[0].steps == [Step(.rounded(decimals: 1), points: "-1/30")])
    #expect(leaves[1].steps == [Step(.notApplicable(.full), points: 10)])
    #expect(leaves[2].steps == [Step(.notApplicable(.rescaleSection), points: 0)])
    #expect(leaves[3].steps == [Step(.missing, points: 0)])
  }
}
