import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("Grades: where")
struct GradeConditionTests {
  /// S1 (40): A 10, B 30; S2 (60): C 60; the better grade from 0 points, under this condition.
  private func passes(
    _ code: String, _ bound: Grade.Condition.Bound, a: String = "5", b: String = "25", c: String = "55",
    policy: NotApplicablePolicy = .rescaleSection, veto: String? = nil
  ) throws -> Bool {
    let rules = RuleSet.sample(
      [
        .given("A", points: 10, notApplicable: policy), .given("B", points: 30, notApplicable: policy),
        .given("C", points: 60),
      ],
      phases: [
        Phase(code: "year", title: "", weight: 1, sections: [.sample("S1", 40, [0, 1]), .sample("S2", 60, [2])])
      ]
    ).with {
      $0.grades = [
        .sample("优", min: 0, where: [Grade.Condition(code: code, bound: bound)]), .sample("差", min: nil),
      ]
      $0.vetoes = [Veto(code: "V", title: "", effect: .zero(of: veto ?? "S1"))]
    }
    let entries: [AdjustmentEntry] = veto == nil ? [] : [.veto("V")]
    return rules.card(try rules.district(["A": a, "B": b, "C": c], entries: entries)).grade == 0
  }

  @Test("min, inclusive, of a top-level section, leaf or phase")
  func points() throws {
    for (code, score) in [("S1", 30), ("A", 5), ("year", 85)] as [(String, Rational)] {
      #expect(try passes(code, .points(score)))
      #expect(try !passes(code, .points(score + "0.000001")))
    }
  }

  @Test("min_share of its points")
  func shares() throws {
    for (code, share) in [("S1", "75%"), ("A", "50%"), ("year", "85%"), ("C", "55/60")] as [(String, Rational)] {
      #expect(try passes(code, .share(share)))
      #expect(try !passes(code, .share(share + "0.000001")))
    }
  }

  @Test("of a section, of P − T")
  func shareOfWhatIsLeft() throws {
    // B's 25 of the 30 that are left after rescale_total.
    #expect(try passes("S1", .share("25/30"), a: "n/a", policy: .rescaleTotal))
    #expect(try !passes("S1", .share("26/30"), a: "n/a", policy: .rescaleTotal))
    // Rescaled to 40 by rescale_section: 25 · 40/30 = 100/3.
    #expect(try passes("S1", .share("25/30"), a: "n/a"))
    #expect(try passes("S1", .points("100/3"), a: "n/a"))
    #expect(try !passes("S1", .points("33.334"), a: "n/a"))
  }

  @Test("what is taken out meets it")
  func takenOut() throws {
    #expect(try passes("A", .points(10), a: "n/a"))
    #expect(try passes("S1", .points(40), a: "n/a", b: "n/a"))
    #expect(try passes("S1", .share(1), a: "n/a", b: "n/a", policy: .rescaleTotal))
  }

  @Test("the exact score is compared, not the rounded one")
  func exact() throws {
    #expect(try !passes("A", .points("9.995"), a: "9.9949"))
  }

  @Test("a vetoed section is 0, while the leaves inside it keep their scores")
  func vetoed() throws {
    #expect(try !passes("S1", .points(1), veto: "S1"))
    #expect(try passes("A", .points(5), veto: "S1"))
    #expect(try !passes("A", .points(1), veto: "A"))
  }

  @Test(
    "基础≥42 且 总分≥90: a double threshold",
    arguments: [
      ("45", "46", 0), ("42", "48", 0), ("41.99", "50", 1), ("45", "44.9", 1), ("50", "50", 0),
    ])
  func doubleThreshold(base: String, other: String, grade: Int) throws {
    let rules = RuleSet.sample(
      [.given("A", points: 50), .given("B", points: 50)],
      sections: [.sample("基础", 50, [0]), .sample("工作", 50, [1])]
    ).with {
      $0.grades = [
        .sample("优秀", min: 90, where: [Grade.Condition(code: "基础", bound: .points(42))]), .sample("其他", min: nil),
      ]
    }
    #expect(rules.card(try rules.district(["A": base, "B": other])).grade == grade)
  }
}
