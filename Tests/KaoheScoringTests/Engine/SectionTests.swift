import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("Sections: sums, rescaling, floors and caps")
struct SectionTests {
  /// S1 (40): A 10, B 30; S2 (60): C 60.
  private func rules(
    a: NotApplicablePolicy = .rescaleSection, floor: Rational? = nil, cap: Rational? = nil
  ) -> RuleSet {
    .sample(
      [.given("A", points: 10, notApplicable: a), .given("B", points: 30), .given("C", points: 60)],
      sections: [.sample("S1", 40, [0, 1], floor: floor, cap: cap), .sample("S2", 60, [2])])
  }

  @Test("a section is the sum of its children")
  func sums() throws {
    let rules = rules()
    let card = rules.card(try rules.district(["A": "7", "B": "20", "C": "50"]))
    #expect(card.sections.map(\.score) == [27, 50])
    #expect(card.base == 77)
  }

  @Test("rescale_section: Σ · (P − T)/(P − T − S) makes up within the section")
  func rescaleSection() throws {
    let rules = rules()
    let card = rules.card(try rules.district(["A": "n/a", "B": "24", "C": "30"]))
    #expect(card.sections[0].score == 32 && card.sections[0].factor == "4/3" && card.sections[0].worth == 40)
    #expect(card.base == 62)
  }

  @Test("rescale_total: the whole phase makes up")
  func rescaleTotal() throws {
    let rules = rules(a: .rescaleTotal)
    let card = rules.card(try rules.district(["A": "n/a", "B": "24", "C": "30"]))
    #expect(card.sections[0].score == 24 && card.sections[0].factor == 1 && card.sections[0].worth == 30)
    #expect(card.phases[0].factor == "10/9")
    #expect(card.base == 60)
  }

  @Test("both at once in one section")
  func both() throws {
    let rules = RuleSet.sample(
      [
        .given("A", points: 10, notApplicable: .rescaleTotal), .given("B", points: 20), .given("C", points: 30),
        .given("D", points: 40),
      ], sections: [.sample("S1", 60, [0, 1, 2]), .sample("S2", 40, [3])])
    let card = rules.card(try rules.district(["A": "n/a", "B": "n/a", "C": "15", "D": "20"]))
    // S1 = 15 · (60 − 10)/(60 − 10 − 20) = 25; the phase (25 + 20) · 100/90.
    #expect(card.sections[0].score == 25)
    #expect(card.base == 50)
  }

  @Test(
    "a section with nothing left is taken out, whatever its floor: P is made up for by the others",
    arguments: [
      NotApplicablePolicy.rescaleSection, .rescaleTotal,
    ])
  func takenOut(policy: NotApplicablePolicy) throws {
    var rules = rules(a: policy, floor: 5)
    rules.leaves[1].notApplicable = policy
    let card = rules.card(try rules.district(["A": "n/a", "B": "n/a", "C": "30"]))
    #expect(card.sections[0].score == nil)
    #expect(card.phases[0].factor == "100/60")
    #expect(card.base == 50)
    #expect(card.isComplete)
  }

  @Test("taken out by both policies together")
  func takenOutTogether() throws {
    let rules = rules(a: .rescaleTotal)
    let card = rules.card(try rules.district(["A": "n/a", "B": "n/a", "C": "30"]))
    #expect(card.sections[0].score == nil && card.base == 50)
  }

  @Test(
    "floor and cap bound the score after the factor",
    arguments: [
      ("10", "30", 35), ("10", "20", 30), ("1", "2", 8), ("0", "8", 8), ("n/a", "24", 32), ("n/a", "27", 35),
      ("n/a", "5", 8),
      ("n/a", "6", 8),
    ] as [(String, String, Rational)])
  func bounds(a: String, b: String, score: Rational) throws {
    let rules = rules(floor: 8, cap: 35)
    #expect(rules.card(try rules.district(["A": a, "B": b, "C": "0"])).sections[0].score == score)
  }

  @Test("本大项扣完为止: losses beyond 0 in one leaf take from its neighbours, down to the section's floor")
  func sectionFloorStopsLosses() throws {
    let losing = Leaf.sample(code: "A", points: 10, .deduct(0..<1), items: [.deduct("a", 10)], floor: -100)
    let rules = RuleSet.sample(
      [losing, .given("B", points: 30), .given("C", points: 60)],
      sections: [.sample("S1", 40, [0, 1], floor: 0), .sample("S2", 60, [2])])
    for (count, score) in [(2, 10), (4, 0), (9, 0)] as [(Int, Rational)] {
      var record = try rules.district(["B": "20", "C": "50"])
      record.visits.append(try rules.visit("v", recording: ["A": [Row("a", count)]]))
      let card = rules.card(record)
      #expect(card.sections[0].score == score && card.base == score + 50)
    }
  }

  @Test("without a floor a section may be negative; the total is at least 0")
  func negativeSection() throws {
    let losing = Leaf.sample(code: "A", points: 10, .deduct(0..<1), items: [.deduct("a", 10)], floor: -100)
    let rules = RuleSet.sample([losing, .given("B", points: 90)])
    let record = DistrictRecords.sample(visits: [try rules.visit(recording: ["A": [Row("a", 9)], "B": ["10"]])])
    let card = rules.card(record)
    #expect(card.sections[0].score == -70 && card.base == -70 && card.exactTotal == 0)
  }
}

@Suite("Nested sections")
struct NestedSectionTests {
  /// S (100): S1 (40, floor 4, cap 30): A 10, B 30; S2 (60): C 60.
  private func rules(_ policy: NotApplicablePolicy = .rescaleSection) -> RuleSet {
    let inner = Section.sample("S1", 40, [0, 1], floor: 4, cap: 30)
    return .sample(
      [
        .given("A", points: 10, notApplicable: policy), .given("B", points: 30, notApplicable: policy),
        .given("C", points: 60),
      ],
      sections: [.sample("S", 100, children: [.section(inner), .section(.sample("S2", 60, [2]))])])
  }

  @Test(
    "a nested section's floor and cap bound the sum of its children",
    arguments: [
      ("0", "0", 54), ("3", "0", 54), ("3", "2", 55), ("10", "20", 80), ("10", "30", 80),
    ] as [(String, String, Rational)])
  func bounds(a: String, b: String, base: Rational) throws {
    let rules = rules()
    #expect(rules.card(try rules.district(["A": a, "B": b, "C": "50"])).base == base)
  }

  @Test("the factor is the top-level section's, after the nested bounds")
  func factor() throws {
    let rules = rules()
    // (30 + 51) · 100/90: B's 30 is the nested cap already.
    #expect(rules.card(try rules.district(["A": "n/a", "B": "30", "C": "51"])).base == 90)
    // (4 + 50) · 100/90: the nested floor holds before the factor.
    #expect(rules.card(try rules.district(["A": "n/a", "B": "1", "C": "50"])).base == 60)
  }

  @Test(
    "a nested section with nothing left contributes nothing, whatever its floor",
    arguments: [
      NotApplicablePolicy.rescaleSection, .rescaleTotal,
    ])
  func takenOut(policy: NotApplicablePolicy) throws {
    let rules = rules(policy)
    let card = rules.card(try rules.district(["A": "n/a", "B": "n/a", "C": "30"]))
    #expect(card.sections[0].sum == 30)
    #expect(card.base == 50)
  }

  @Test("full and zero stay inside the nested bounds")
  func fullInside() throws {
    #expect(rules(.full).card(try rules(.full).district(["A": "n/a", "B": "n/a", "C": "30"])).base == 60)
    #expect(rules(.zero).card(try rules(.zero).district(["A": "n/a", "B": "n/a", "C": "30"])).base == 34)
  }
}
