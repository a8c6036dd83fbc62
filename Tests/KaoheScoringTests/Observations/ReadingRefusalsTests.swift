import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("Reading values: what is refused")
struct ReadingRefusalsTests {
  @Test(
    "a value of the wrong form",
    arguments: [
      (LeafFixtures.measure, "", "abc"), (LeafFixtures.measure, "", "1e3"), (LeafFixtures.measure, "", "８５％"),
      (LeafFixtures.measure, "", "yes"), (LeafFixtures.measure, "", "none"), (LeafFixtures.measure, "", "无"),
      (LeafFixtures.measure, "", "1234567890123456789012345678901"), (LeafFixtures.measure, "", " 5"),
      (LeafFixtures.counts, "late", "-1"), (LeafFixtures.counts, "late", "1.5"), (LeafFixtures.counts, "late", "1/1"),
      (LeafFixtures.counts, "late", "100%"), (LeafFixtures.counts, "late", ""), (LeafFixtures.counts, "late", "yes"),
      (LeafFixtures.counts, "late", "n/a"), (LeafFixtures.counts, "late", "none"), (LeafFixtures.survey, "满意", "-5"),
      (LeafFixtures.survey, "满意", "0.5"), (LeafFixtures.survey, "满意", "60%"), (LeafFixtures.survey, "满意", "6/10"),
      (LeafFixtures.checklist, "a", "1"), (LeafFixtures.checklist, "a", "true"), (LeafFixtures.checklist, "a", ""),
      (LeafFixtures.checklist, "a", "YES"), (LeafFixtures.checklist, "a", "n/a"), (LeafFixtures.checklist, "", "none"),
      (LeafFixtures.levels, "", "中"), (LeafFixtures.levels, "", "优 1"), (LeafFixtures.levels, "", "1"),
      (LeafFixtures.levels, "", "none"), (LeafFixtures.ranges, "", "良"), (LeafFixtures.ranges, "", "良 x"),
      (LeafFixtures.ranges, "", "良 0.85 0.9"), (LeafFixtures.ranges, "", "0.85"), (LeafFixtures.judged, "", "80%"),
      (LeafFixtures.judged, "", "优"), (LeafFixtures.judged, "", "none"), (LeafFixtures.mixed, "", "none"),
      (LeafFixtures.mixed, "late", "45/60"),
    ])
  func wrongForm(leaf: Leaf, item: String, value: String) {
    #expect(leaf.refusal(item, value) == "value: wrong-form")
  }

  @Test("an empty value", arguments: LeafFixtures.all)
  func empty(leaf: Leaf) {
    #expect(leaf.refusal("", "") == "value: empty-value")
  }

  @Test(
    "judged points or a share out of range",
    arguments: [
      (LeafFixtures.judged, "2.500001"), (LeafFixtures.judged, "-0.1"), (LeafFixtures.judged, "100"),
      (LeafFixtures.ranges, "良 0.79"), (LeafFixtures.ranges, "良 0.91"), (LeafFixtures.ranges, "中 0.8"),
      (LeafFixtures.ranges, "中 1/0"), (LeafFixtures.ranges, "良 -0.85"),
    ])
  func outOfRange(leaf: Leaf, value: String) {
    #expect(leaf.refusal("", value) == "value: out-of-range")
  }

  @Test(
    "an unknown item",
    arguments: [
      (LeafFixtures.counts, "lat", "1"), (LeafFixtures.checklist, "c", "yes"), (LeafFixtures.measure, "late", "1"),
      (LeafFixtures.survey, "很满意", "5"), (LeafFixtures.levels, "优", "1"), (LeafFixtures.judged, "x", "1"),
      (LeafFixtures.mixed, "c", "1"), (LeafFixtures.counts, "lat", "-"), (LeafFixtures.measure, "x", "-"),
      (LeafFixtures.survey, "x", "-"), (LeafFixtures.measure, "x", "n/a"),
    ])
  func unknownItem(leaf: Leaf, item: String, value: String) {
    #expect(leaf.refusal(item, value) == "item: unknown-item")
  }

  @Test(
    "a value without the item that it is about",
    arguments: [
      (LeafFixtures.counts, "3"), (LeafFixtures.counts, "yes"), (LeafFixtures.checklist, "yes"),
      (LeafFixtures.survey, "85%"), (LeafFixtures.survey, "60"),
    ])
  func itemMissing(leaf: Leaf, value: String) {
    #expect(leaf.refusal("", value) == "item: item-missing")
  }

  @Test("for a pooled leaf the measure is n/d", arguments: ["85%", "0.85", "1041", "-3"])
  func pooled(value: String) {
    #expect(LeafFixtures.pooled.refusal("", value) == "value: wrong-form")
    #expect(LeafFixtures.pooled.refusal("", "45/60") == nil)
  }

  @Test("n/0 is always refused", arguments: ZeroDenominatorPolicy.allCases)
  func nOverZero(policy: ZeroDenominatorPolicy) {
    for value in ["1/0", "-1/0", "45/0"] {
      for leaf in [
        Leaf.sample(.ratio(), zeroDenominator: policy), .sample(.ratio(), repeat: .total, zeroDenominator: policy),
        .sample(.ratio(), scope: .park, aggregate: .pooled, zeroDenominator: policy),
      ] {
        #expect(leaf.refusal("", value) == "value: zero-denominator")
      }
    }
  }

  @Test("0/0 is refused by zero_denominator: error only, and not where it is decided on the sums alone")
  func zeroOverZero() {
    for policy in ZeroDenominatorPolicy.allCases {
      let leaf = Leaf.sample(.ratio(), zeroDenominator: policy)
      #expect(leaf.refusal("", "0/0") == (policy == .error ? "value: zero-denominator" : nil))
      #expect(Leaf.sample(.ratio(), repeat: .total, zeroDenominator: policy).refusal("", "0/0") == nil)
      #expect(
        Leaf.sample(.ratio(), scope: .park, aggregate: .pooled, zeroDenominator: policy).refusal("", "0/0") == nil)
    }
  }

  @Test("a negative measure, where it is compared by ratio")
  func negative() {
    for method in [Method.peerRatio(better: .higher), .peerRatio(better: .lower), .ratioToPeerMean()] {
      #expect(Leaf.sample(method).refusal("", "-1%") == "value: out-of-range")
      #expect(Leaf.sample(method).refusal("", "0") == nil)
    }
    let others: [Method] = [
      .ratio(), .bands(.atLeast(0, 1)), .stepsFromPeerMean(1, each: 1, .above), .peerRange(better: .higher),
      .peerRank(better: .higher, [1], beyond: 0),
    ]
    for method in others { #expect(Leaf.sample(method).refusal("", "-1%") == nil) }
  }

  @Test("every refusal says in both languages what was written and what was expected")
  func messages() {
    for leaf in LeafFixtures.all {
      for value in ["?", "999999999999", "85％", "良 9"] {
        do throws(ObservationProblem) {
          _ = try leaf.read(item: "", value: value)
        } catch {
          #expect(error.text.chinese.contains(value) && error.text.english.contains(value), "\(error.text)")
        }
      }
    }
    #expect(LeafFixtures.judged.expectation.english.contains("2.5"))
    #expect(LeafFixtures.levels.expectation.chinese.contains("优、良、差"))
  }

  @Test("a long text is cut in the message")
  func excerpt() {
    #expect(String(repeating: "长", count: 41).excerpt == String(repeating: "长", count: 40) + "…")
    #expect(String(repeating: "长", count: 40).excerpt == String(repeating: "长", count: 40))
  }
}
