import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("aggregate: how sites of a district combine")
struct AggregateTests {
  /// A district with so many enterprises, and one visit to each that has a value.
  private func outcome(_ leaf: Leaf, sites: Int, _ values: [String]) throws -> Outcome {
    let rules = RuleSet.sample([leaf])
    let record = DistrictRecords.sample(
      enterprises: (0..<sites).map { "e\($0)" },
      visits: try values.enumerated().map { position, value in
        try rules.visit("v\(position)", to: "enterprise:e\(position)", recording: ["L": [Row("", value)]])
      })
    return rules.appraise(record).leaves[0].outcome
  }

  private func leaf(_ aggregate: Aggregate, minSites: Int = 1) -> Leaf {
    .sample(.judged, scope: .enterprise, aggregate: aggregate, minSites: minSites)
  }

  @Test(
    "mean, median, min and trimmed mean of the sites' scores",
    arguments: [
      (.mean, ["2", "4", "9"], 5), (.median, ["2", "4", "9"], 4), (.median, ["9", "2", "4", "6"], 5),
      (.median, ["7"], 7), (.min, ["4", "2", "9"], 2), (.trimmedMean, ["0", "4", "5", "6", "10"], 5),
      (.trimmedMean, ["0", "4", "5", "6"], "3.75"), (.trimmedMean, ["0", "4", "5", "6", "10", "10"], "6.25"),
      (.mean, ["1", "2", "2"], "5/3"),
    ] as [(Aggregate, [String], Rational)])
  func combination(aggregate: Aggregate, values: [String], score: Rational) throws {
    #expect(try outcome(leaf(aggregate), sites: values.count, values) == .score(score))
  }

  @Test(
    "over the subjects that have a score",
    arguments: [
      (.mean, 6), (.median, 6), (.min, 4), (.trimmedMean, 6),
    ] as [(Aggregate, Rational)])
  func notApplicableSitesAreLeftOut(aggregate: Aggregate, score: Rational) throws {
    #expect(try outcome(leaf(aggregate), sites: 5, ["4", "n/a", "8"]) == .score(score))
  }

  @Test("all sites not applicable: not applicable")
  func allNotApplicable() throws {
    #expect(try outcome(leaf(.mean), sites: 2, ["n/a", "n/a"]) == .notApplicable)
  }

  @Test("no site of that scope in the district: not applicable")
  func noSites() throws {
    #expect(try outcome(leaf(.mean), sites: 0, []) == .notApplicable)
    #expect(try outcome(.sample(.ratio(), scope: .enterprise, aggregate: .pooled), sites: 0, []) == .notApplicable)
  }

  @Test("no observation: missing")
  func noObservation() throws {
    #expect(try outcome(leaf(.mean), sites: 2, []) == .missing)
    #expect(try outcome(.sample(.ratio(), scope: .enterprise, aggregate: .pooled), sites: 2, []) == .missing)
  }

  @Test(
    "fewer sites observed than min_sites and than it has: missing",
    arguments: [
      (5, 1, false), (5, 2, false), (5, 3, true), (2, 1, false), (2, 2, true), (1, 1, true),
    ])
  func minSites(sites: Int, observed: Int, isScored: Bool) throws {
    let values = Array(repeating: "6", count: observed)
    #expect(try outcome(leaf(.mean, minSites: 3), sites: sites, values) == (isScored ? .score(6) : .missing))
    let pooled = Leaf.sample(.ratio(), scope: .enterprise, aggregate: .pooled, minSites: 3)
    let fractions = Array(repeating: "3/5", count: observed)
    #expect(try outcome(pooled, sites: sites, fractions) == (isScored ? .score(6) : .missing))
  }

  @Test("not applicable counts as observed")
  func notApplicableIsObserved() throws {
    #expect(try outcome(leaf(.mean, minSites: 3), sites: 9, ["6", "n/a", "n/a"]) == .score(6))
    #expect(try outcome(leaf(.mean, minSites: 3), sites: 9, ["n/a", "n/a"]) == .missing)
    #expect(try outcome(leaf(.mean, minSites: 3), sites: 2, ["n/a", "n/a"]) == .notApplicable)
    let pooled = Leaf.sample(.ratio(), scope: .enterprise, aggregate: .pooled, minSites: 2)
    #expect(try outcome(pooled, sites: 5, ["3/5", "n/a"]) == .score(6))
    #expect(try outcome(pooled, sites: 5, ["n/a", "n/a"]) == .notApplicable)
    #expect(try outcome(pooled, sites: 5, ["n/a"]) == .missing)
  }

  @Test("several visits to one site are one site")
  func visitsAreNoSites() throws {
    let rules = RuleSet.sample([leaf(.mean, minSites: 2)])
    let visits = try ["v1", "v2", "v3"].map { try rules.visit($0, to: "enterprise:e1", recording: ["L": ["6"]]) }
    let record = DistrictRecords.sample(enterprises: ["e1", "e2"], visits: visits)
    #expect(rules.appraise(record).leaves[0].outcome == .missing)
  }

  @Test("sites of each scope are counted apart")
  func scopes() throws {
    let rules = RuleSet.sample([
      .given("D", points: 10), .given("E", points: 10, scope: .enterprise), .given("P", points: 10, scope: .park),
    ])
    let record = DistrictRecords.sample(
      enterprises: ["x"],
      visits: [
        try rules.visit("v1", recording: ["D": ["5"]]),
        try rules.visit("v2", to: "enterprise:x", recording: ["E": ["6"]]),
      ])
    #expect(rules.appraise(record).leaves.map(\.outcome) == [.score(5), .score(6), .notApplicable])
  }
}
