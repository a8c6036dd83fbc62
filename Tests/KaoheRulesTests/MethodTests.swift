import KaoheScoring
import Testing

@testable import KaoheRules

/// What each method of a rule file comes to.
@Suite struct MethodTests {
  private func leaf(_ lines: String) throws -> Leaf { try SmallRules.leaf(lines).read().ruleSet.leaves[0] }

  @Test func items() throws {
    let leaf = try leaf(
      """
      start: zero
      methods:
      - deduct: {items: [{code: X, title: 缺, points: 1, max: 2, zero_at: 3}, {code: Y, title: 少, points: 0.5}], max: 4}
      - add: {items: [{code: Z, title: 好, points: 1}]}
      - checklist: {items: [{code: W, title: 有, points: 2}]}
      """)
    #expect(
      leaf.methods == [
        .deduct(Deduct(items: 0..<2, max: Rational(4))), .add(Add(items: 2..<3, max: nil)),
        .checklist(Checklist(items: 3..<4)),
      ])
    #expect(leaf.items.map(\.code) == ["X", "Y", "Z", "W"])
    #expect(leaf.items.map(\.kind) == [.deduct, .deduct, .add, .checklist])
    #expect(leaf.items[0] == Item(code: "X", title: "缺", kind: .deduct, points: .one, max: Rational(2), zeroAt: 3))
  }

  @Test(arguments: [
    ("ratio", Method.ratio(Ratio(target: .number(.one), uncapped: false))),
    ("{ratio: {target: 100/109}}", .ratio(Ratio(target: .number(Rational(100, 109)), uncapped: false))),
    ("{ratio: {target: peer_mean}}", .ratio(Ratio(target: .peerMean, uncapped: false))),
    (
      "{bands: {bands: [{above: 75%, points: 10}, {at_least: 0.75, points: 5}, {otherwise: 1}]}}",
      .bands(
        Bands(
          bands: [
            Bands.Band(threshold: .above(Rational(3, 4)), points: Rational(10)),
            Bands.Band(threshold: .atLeast(Rational(3, 4)), points: Rational(5)),
            Bands.Band(threshold: .otherwise, points: .one),
          ], interpolate: false))
    ),
    (
      "{bands: {interpolate: true, bands: [{at_least: 80%, points: 10}, {at_least: 60%, points: 0}]}}",
      .bands(
        Bands(
          bands: [
            Bands.Band(threshold: .atLeast(Rational(4, 5)), points: Rational(10)),
            Bands.Band(threshold: .atLeast(Rational(3, 5)), points: .zero),
          ], interpolate: true))
    ),
    (
      "{steps: {from: 0.85, step: 1%, points: -0.25, side: below}}",
      .steps(
        Steps(
          from: .number(Rational(17, 20)), step: Rational(1, 100), points: Rational(-1, 4), side: .below,
          partial: .drop, max: nil))
    ),
    (
      "{steps: {from: peer_mean, step: 1, points: 1, side: above, partial: share, max: 3}}",
      .steps(
        Steps(from: .peerMean, step: .one, points: .one, side: .above, partial: .share, max: Rational(3)))
    ),
    (
      "{levels: {levels: [{code: 优, from: 80%, to: 1}, {code: 差, share: 1/3}]}}",
      .levels(
        Levels(levels: [
          Levels.Level(code: "优", share: .range(from: Rational(4, 5), to: .one)),
          Levels.Level(code: "差", share: .fixed(Rational(1, 3))),
        ]))
    ),
    ("judged", .judged),
    ("{peer_ratio: {better: lower}}", .peerRatio(PeerRatio(better: .lower))),
    (
      "{peer_rank: {better: higher, points: [10, 9.5], beyond: 2}}",
      .peerRank(PeerRank(better: .higher, points: [Rational(10), Rational(19, 2)], beyond: Rational(2)))
    ),
    ("{peer_range: {better: higher}}", .peerRange(PeerRange(better: .higher, base: .zero))),
    ("{peer_range: {better: lower, base: 60%}}", .peerRange(PeerRange(better: .lower, base: Rational(3, 5)))),
  ])
  func method(text: String, method: KaoheScoring.Method) throws {
    #expect(try leaf("methods: [\(text)]").methods == [method])
  }

  /// Keys that a method cannot do without.
  @Test(arguments: [
    ("deduct", "`deduct` lacks `items`"),
    ("bands", "`bands` lacks `bands`"),
    ("{steps: {step: 1, points: 1, side: above}}", "`steps` lacks `from`"),
    ("{steps: {from: 0, points: 1, side: above}}", "`steps` lacks `step`"),
    ("{steps: {from: 0, step: 1, side: above}}", "`steps` lacks `points`"),
    ("{steps: {from: 0, step: 1, points: 1}}", "`steps` lacks `side`"),
    ("levels", "`levels` lacks `levels`"),
    ("peer_ratio", "`peer_ratio` lacks `better`"),
    ("{peer_rank: {better: higher, points: [1]}}", "`peer_rank` lacks `beyond`"),
    ("{peer_range: {base: 60%}}", "`peer_range` lacks `better`"),
  ])
  func requiredKeys(text: String, message: String) {
    let messages = SmallRules.leaf("methods: [\(text)]").messages()
    #expect(messages.hasSuffix(message) && !messages.contains("\n"), "\(messages)")
  }
}
