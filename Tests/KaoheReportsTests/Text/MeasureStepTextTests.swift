import KaoheReports
import KaoheScoring
import Testing

/// Words of steps that turn a measure into points: what was written goes through the engine.
@Suite struct MeasureStepTextTests {
  /// The words of all steps of one leaf but its start, for districts with these measures; the first is explained.
  private func words(_ methods: [Method], start: Rational = .zero, _ measures: String...) throws -> [String] {
    let leaf = Leaf(
      code: "X", title: "持证率", points: r(5), start: start, cap: r(9), methods: methods, zeroDenominator: .full)
    var rules = Fixture.rules
    rules.leaves = [leaf]
    rules.phases[0].sections = [
      Section(code: "S", title: "部分", points: r(5), floor: nil, cap: nil, children: [.leaf(0)])
    ]
    rules.vetoes = []
    let appraisals = try measures.enumerated().map { position, measure in
      let row = Observation(value: .measure(try NumberText.parse(measure)), scorer: "", hasEvidence: true)
      let visit = VisitRecord(
        code: "V\(position)", date: "2022-06-01", subject: Subject(scope: .district, code: "D\(position)"),
        leaves: [.init(leaf: 0, rows: [row])])
      let participant = Participant(code: "D\(position)", name: "D\(position)", category: "区")
      return rules.appraise(DistrictRecords(participant: participant, visits: [visit]), explaining: true)
    }
    let card = try #require(
      rules.rank(appraisals, pools: false, explaining: "D0").scorecards.first { $0.participant.code == "D0" })
    let visits = appraisals[0].leaves[0].subjects[0].visits.flatMap(\.steps)
    let steps = (leaf.isPeer ? card.leaves[0].steps : visits).filter { $0.reason != .start }
    return steps.map { StepText(leaf: leaf, ruleSet: rules).text(of: $0).chinese }
  }

  private func bands(_ interpolate: Bool) -> Method {
    .bands(
      Bands(
        bands: [.init(threshold: .atLeast(r(4, 5)), points: r(5)), .init(threshold: .atLeast(r(3, 5)), points: .one)],
        interpolate: interpolate))
  }

  @Test func ratios() throws {
    let method = Method.ratio(Ratio(target: .number(.one), uncapped: false))
    #expect(try words([method], "45/60") == ["持证率 45/60 = 75% × 5 分"])
    #expect(try words([method], "2/3") == ["持证率 2/3 ≈ 66.67% × 5 分"])
    #expect(try words([method], "130/100") == ["持证率 130/100 = 130% × 5 分，超过的部分不计"])
    #expect(try words([method], "0/0") == ["分母为 0，没有应计的对象，按满分计"])
    let target = Method.ratio(Ratio(target: .number(r(1000)), uncapped: true))
    #expect(try words([target], "1041") == ["持证率 1041 ÷ 目标 1000 × 5 分"])
    let mean = Method.ratio(Ratio(target: .peerMean, uncapped: false))
    #expect(try words([mean], "50%", "75%") == ["持证率 50% ÷ 各地平均 62.5% × 5 分"])
    #expect(try words([mean], "0", "0") == ["持证率 0 各地平均为 0，按 0 分计"])
  }

  @Test func bandsAndBetween() throws {
    #expect(try words([bands(true)], "79%") == ["持证率 79% 在 60%→1 与 80%→5 之间"])
    #expect(try words([bands(true)], "20%") == ["持证率 20% 低于最低一档 60%，得 1 分"])
    #expect(try words([bands(false)], "4/5") == ["持证率 4/5 = 80% 达到 80%，得 5 分"])
    #expect(try words([bands(false)], "0.5") == ["持证率 50% 未达到任何一档"])
    let open = Method.bands(
      Bands(
        bands: [.init(threshold: .above(r(10)), points: r(2)), .init(threshold: .otherwise, points: .one)],
        interpolate: false))
    #expect(try words([open], "10.5") == ["持证率 10.5 超过 10，得 2 分"])
    #expect(try words([open], "10") == ["持证率 10 属于其余情形，得 1 分"])
  }

  @Test func distances() throws {
    func steps(_ side: Steps.Side, max: Rational? = nil, from: Reference = .number(r(9, 10))) -> Method {
      .steps(Steps(from: from, step: r(1, 100), points: r(-1, 10), side: side, partial: .drop, max: max))
    }
    #expect(
      try words([steps(.below)], start: r(5), "171/200") == ["持证率 171/200 = 85.5% 比 90% 低 4.5 个百分点，每 1 个百分点 -0.1 分 × 4"]
    )
    #expect(
      try words([steps(.below)], start: r(5), "2/3") == ["持证率 2/3 ≈ 66.67% 比 90% 低 ≈ 23.33 个百分点，每 1 个百分点 -0.1 分 × 23"])
    #expect(try words([steps(.below)], start: r(5), "95%") == ["持证率 95% 不低于 90%"])
    #expect(
      try words([steps(.above, max: r(1, 5))], start: r(5), "95%") == [
        "持证率 95% 比 90% 高 5 个百分点，每 1 个百分点 -0.1 分 × 5，最多 0.2 分"
      ])
    #expect(
      try words([steps(.below, from: .peerMean)], start: r(5), "80%", "90%")
        == ["持证率 80% 比 各地平均 85% 低 5 个百分点，每 1 个百分点 -0.1 分 × 5"])
  }

  @Test func peers() throws {
    #expect(
      try words([.peerRank(PeerRank(better: .higher, points: [r(5), r(3)], beyond: .one))], "7", "9", "9")
        == ["持证率 7 在 3 个地区中第 3 名"])
    #expect(try words([.peerRatio(PeerRatio(better: .higher))], "50%", "80%") == ["持证率 50% ÷ 最优 80% × 5 分"])
    #expect(try words([.peerRatio(PeerRatio(better: .lower))], "3", "2") == ["持证率 3，最优 2 ÷ 本地 × 5 分"])
    #expect(try words([.peerRatio(PeerRatio(better: .lower))], "0", "2") == ["持证率 0 为最优，得满分"])
    #expect(
      try words([.peerRange(PeerRange(better: .higher, base: r(3, 5)))], "70%", "60%", "90%")
        == ["持证率 70% 在最差 60% 与最优 90% 之间：5 分 × (0.6 + 0.4 × (70% - 60%) ÷ (90% - 60%))"])
  }
}
