import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("Phases: 平时30%+年终70%")
struct PhaseTests {
  /// Regular (30 %): A 40, B 60; annual (70 %): C 100. Not applicable leaves are taken out.
  private let rules = RuleSet.sample(
    [.given("A", points: 40), .given("B", points: 60), .given("C", points: 100)],
    phases: [
      Phase(code: "regular", title: "平时考核", weight: "30%", sections: [.sample("S1", 40, [0]), .sample("S2", 60, [1])]),
      Phase(code: "annual", title: "年终考核", weight: "70%", sections: [.sample("S3", 100, [2])]),
    ])

  @Test("base = Σ weight · phase score")
  func weights() throws {
    let card = rules.card(try rules.district(["A": "30", "B": "50", "C": "90"]))
    #expect(card.phases.map(\.score) == [80, 90])
    #expect(card.base == 87)
  }

  @Test("what is taken out is made up for within its phase")
  func rescaledWithinThePhase() throws {
    let card = rules.card(try rules.district(["A": "n/a", "B": "48", "C": "90"]))
    #expect(card.phases.map(\.score) == [80, 90])
    #expect(card.phases.map(\.factor) == ["100/60", 1])
    #expect(card.base == 87)
  }

  @Test("a phase with nothing left is taken out: the others share its weight in proportion")
  func takenOut() throws {
    let card = rules.card(try rules.district(["A": "n/a", "B": "n/a", "C": "90"]))
    #expect(card.phases.map(\.score) == [nil, 90])
    #expect(card.phases.map(\.weight) == [0, 1])
    #expect(card.base == 90 && card.isComplete)
  }

  @Test("three phases, one taken out")
  func inProportion() throws {
    let leaves = ["A", "B", "C"].map { Leaf.given($0) }
    let weights: [Rational] = ["20%", "30%", "50%"]
    let rules = RuleSet.sample(
      leaves,
      phases: leaves.indices.map { position in
        Phase(
          code: "p\(position)", title: "", weight: weights[position],
          sections: [.sample("S\(position)", 100, [position])])
      })
    let card = rules.card(try rules.district(["A": "60", "B": "90", "C": "n/a"]))
    #expect(card.phases.map(\.weight) == ["2/5", "3/5", 0])
    #expect(card.base == 78)
  }

  @Test("none is left: base is 0 and the district incomplete")
  func noneLeft() throws {
    let card = rules.card(try rules.district(["A": "n/a", "B": "n/a", "C": "n/a"]))
    #expect(card.base == 0 && card.exactTotal == 0 && !card.isComplete)
  }

  @Test("a phase that is missing is no phase that is taken out")
  func missing() throws {
    let card = rules.card(try rules.district(["C": "90"]))
    #expect(card.phases.map(\.score) == [0, 90])
    #expect(card.base == 63 && !card.isComplete && card.missing == [0, 1])
  }
}
