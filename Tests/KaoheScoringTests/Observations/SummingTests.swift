import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("What keeps visits from being summed (total, pooled)")
struct SummingTests {
  /// One visit to the district for each value, a month apart.
  private func problems(_ leaf: Leaf, _ values: [String]) throws -> [String] {
    let rules = RuleSet.sample([leaf])
    let subject = leaf.scope == .district ? "district:d1" : "\(leaf.scope.rawValue):s"
    let visits = try values.enumerated().map { position, value in
      try rules.visit("v\(position)", to: subject, on: "2022-0\(position + 1)-01", recording: ["L": [Row("", value)]])
    }
    let record = DistrictRecords.sample(enterprises: ["s"], visits: visits.reversed())
    return rules.summingProblems(in: record).map { "\($0.code) \($0.visit)" }
  }

  @Test("total: a subject's values are all n/d or none is")
  func mixedForms() throws {
    let leaf = Leaf.sample(.ratio(), repeat: .total)
    #expect(try problems(leaf, ["45/60", "85%"]) == ["mixed-forms v1"])
    #expect(try problems(leaf, ["0.85", "n/a", "45/60"]) == ["mixed-forms v2"])
    #expect(try problems(leaf, ["45/60", "1/2"]) == [])
    #expect(try problems(leaf, ["0.85", "1041", "85%"]) == [])
    #expect(try problems(leaf, ["45/60", "n/a"]) == [])
    #expect(try problems(leaf, []) == [])
  }

  @Test("each subject by itself")
  func perSubject() throws {
    let rules = RuleSet.sample([.sample(.ratio(), scope: .park, repeat: .total)])
    let record = DistrictRecords.sample(
      parks: ["p1", "p2"],
      visits: [
        try rules.visit("v1", to: "park:p1", recording: ["L": ["45/60"]]),
        try rules.visit("v2", to: "park:p2", recording: ["L": ["85%"]]),
      ])
    #expect(rules.summingProblems(in: record).isEmpty)
  }

  @Test("zero_denominator: error is decided on the sums alone")
  func zeroDenominator() throws {
    for leaf in [
      Leaf.sample(.ratio(), repeat: .total), .sample(.ratio(), scope: .enterprise, aggregate: .pooled),
    ] {
      #expect(try problems(leaf, ["0/0", "0/0"]) == ["zero-denominator v1"])
      #expect(try problems(leaf, ["0/0", "3/10"]) == [])
      for policy in [ZeroDenominatorPolicy.full, .zero, .notApplicable] {
        var leaf = leaf
        leaf.zeroDenominator = policy
        #expect(try problems(leaf, ["0/0", "0/0"]) == [])
      }
    }
  }

  @Test("a survey without one weighted answer over all visits")
  func survey() throws {
    let rules = RuleSet.sample([.sample(.ratio(), repeat: .total, survey: .satisfaction)])
    let empty = try rules.visit("v1", on: "2022-01-01", recording: ["L": [Row("不了解", 5)]])
    let answered = try rules.visit("v2", on: "2022-02-01", recording: ["L": [Row("满意", 5)]])
    #expect(rules.summingProblems(in: .sample(visits: [empty])).map(\.code) == ["zero-denominator"])
    #expect(rules.summingProblems(in: .sample(visits: [answered, empty])).isEmpty)
  }

  @Test("leaves that sum nothing have no such problem")
  func others() throws {
    #expect(try problems(.sample(.ratio()), ["45/60", "85%"]) == [])
    #expect(try problems(.sample(.ratio(), zeroDenominator: .zero), ["0/0", "85%"]) == [])
  }
}
