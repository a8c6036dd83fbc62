import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("evidence: required")
struct EvidenceTests {
  private let leaf = Leaf.sample(points: 4, .ratio(), evidenceRequired: true)

  @Test("where none of the leaf's rows at a visit names evidence, its score there is 0")
  func without() throws {
    #expect(try leaf.score(Row("", "85%", evidence: false)) == 0)
    #expect(try leaf.score(Row("", "85%", evidence: true)) == "3.4")
  }

  @Test("one row with evidence is enough")
  func oneOfSeveral() throws {
    let leaf = Leaf.sample(.deduct(0..<2), items: [.deduct("a", 1), .deduct("b", 1)], evidenceRequired: true)
    #expect(try leaf.score(Row("a", "1", evidence: false), Row("b", "1", evidence: true)) == 8)
    #expect(try leaf.score(Row("a", "1", evidence: false), Row("b", "1", evidence: false)) == 0)
  }

  @Test("or less, if it is less")
  func negative() throws {
    let leaf = Leaf.sample(.deduct(0..<1), items: [.deduct("a", 6)], floor: -5, evidenceRequired: true)
    #expect(try leaf.score(Row("a", "1", evidence: false)) == 0)
    #expect(try leaf.score(Row("a", "2", evidence: false)) == -2)
  }

  @Test("0 whatever the floor")
  func floor() throws {
    let leaf = Leaf.sample(points: 4, .ratio(), start: 1, floor: 1, evidenceRequired: true)
    #expect(try leaf.score(Row("", "85%", evidence: false)) == 0)
  }

  @Test("not applicable stays not applicable")
  func notApplicable() throws {
    #expect(try leaf.outcome(Row("", "n/a", evidence: false)) == .notApplicable)
  }

  @Test("visit for visit")
  func perVisit() throws {
    let rules = RuleSet.sample([leaf])
    let visits = [
      try rules.visit("v1", recording: ["L": [Row("", "1", evidence: false)]]),
      try rules.visit("v2", recording: ["L": [Row("", "1", evidence: true)]]),
    ]
    #expect(rules.appraise(.sample(visits: visits)).leaves[0].outcome == .score(2))
  }

  @Test("the explanation says so")
  func explanation() throws {
    #expect(try leaf.reasons(Row("", "1", evidence: false)).last == .noEvidence)
    #expect(try leaf.reasons(Row("", "1", evidence: true)).contains(.noEvidence) == false)
  }

  @Test("optional: nothing is asked for")
  func optional() throws {
    #expect(try Leaf.sample(points: 4, .ratio()).score(Row("", "85%", evidence: false)) == "3.4")
  }
}
