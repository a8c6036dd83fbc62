import KaoheReports
import KaoheScoring
import Testing

/// One case for each kind of step, made by the engine where only it can make the value.
@Suite struct StepTextTests {
  private func words(
    _ reason: Step.Reason, _ points: Rational = .zero, leaf: Leaf = Fixture.leaves[0], mode: RoundingMode = .halfUp
  ) -> [String] {
    var rules = Fixture.rules
    rules.rounding.mode = mode
    let text = StepText(leaf: leaf, ruleSet: rules).text(of: Step(reason, points: points))
    return [text.chinese, text.english]
  }

  @Test func items() {
    let late = Fixture.lateReport
    #expect(words(.start, r(3)) == ["起评 3 分", "starts at 3"])
    #expect(words(.item(late, count: r(2), limited: false), r(-2, 5)) == ["迟报 2 × 0.2 = 0.4 分", "迟报: 2 × 0.2 = 0.4"])
    #expect(
      words(.item(late, count: r(15), limited: true), r(-2))
        == ["迟报 15 × 0.2 = 3 分，本项最多扣 2 分", "迟报: 15 × 0.2 = 3, at most 2 for this item"])
    #expect(words(.methodMax(.deduct, max: r(4)), r(1)) == ["合计最多扣 4 分", "deductions of 4 at most"])
    #expect(words(.methodMax(.add, max: r(4)), r(-1)) == ["合计最多得 4 分", "additions of 4 at most"])
    let plan = Fixture.leaves[1].items[0]
    #expect(words(.checklist(plan, met: true), r(2)) == ["列入年度要点：是", "列入年度要点: met"])
    #expect(words(.checklist(plan, met: false)) == ["列入年度要点：否", "列入年度要点: not met"])
    #expect(
      words(.zeroAt(Fixture.noMinutes, count: r(5)), r(-1))
        == ["无会议纪要 5 次，达到 4 次即不得分", "无会议纪要: counted 5 times; 4 or more leave nothing"])
  }

  @Test func bounds() {
    #expect(words(.floor(.zero), r(1)) == ["扣完为止", "not below 0"])
    #expect(words(.floor(r(-1)), r(1)) == ["最低 -1 分", "not below -1"])
    #expect(words(.cap(r(5)), r(-1)) == ["封顶 5 分", "not above 5"])
    #expect(words(.noEvidence, r(-1))[0] == "没有佐证材料，不得分")
    #expect(words(.zeroDenominator(full: true), r(3))[0] == "分母为 0，没有应计的对象，按满分计")
    #expect(words(.rounded(decimals: 2), r(1, 300)) == ["四舍五入到 2 位小数", "rounded half up to 2 decimals"])
    #expect(words(.rounded(decimals: 2), mode: .halfEven)[0] == "按 GB/T 8170 修约到 2 位小数")
    #expect(words(.vetoed(code: "V2"), r(-3)) == ["一票否决 V2 群体性事件：记 0 分", "veto V2 群体性事件: scores 0"])
    #expect(words(.notApplicable(.full), r(3)) == ["不适用，按满分计", "not applicable: full points"])
    #expect(words(.notApplicable(.peerMean), r(3))[0] == "不适用，取其他地区的平均分")
    #expect(words(.missing)[0] == "未考核，或考核的点不够，按 0 分计")
  }

  @Test func scorers() {
    #expect(words(.judged(points: [r(3)], by: .mean), r(3)) == ["评分 3", "judged 3"])
    #expect(words(.judged(points: [r(3), r(4)], by: .mean), r(7, 2)) == ["评分 3、4，平均", "judged 3, 4, mean"])
    #expect(
      words(.judged(points: [r(1), r(2), r(3), r(4), r(5)], by: .trimmedMean), r(3))[0]
        == "评分 1、2、3、4、5，去掉一个最高和一个最低后平均")
    #expect(
      words(.level(codes: ["良"], shares: [r(4, 5)], combined: r(4, 5), by: .mean), r(12, 5))
        == ["档次 良：3 分 × 0.8", "level 良: 3 × 0.8"])
    #expect(
      words(.level(codes: ["优", "良"], shares: [.one, r(4, 5)], combined: r(9, 10), by: .mean), r(27, 10))[0]
        == "档次 优 1、良 0.8，平均 0.9：3 分 × 0.9")
  }

  @Test func combinations() {
    let site = Fixture.leaves[3]
    #expect(words(.combinedVisits(.mean, count: 2), .one) == ["2 次督查取平均", "mean of 2 visits"])
    #expect(words(.combinedVisits(.latest, count: 3), .one) == ["3 次督查取最近一次", "the latest of 3 visits"])
    #expect(words(.combinedVisits(.max, count: 1), .one) == ["1 次督查", "one visit"])
    #expect(words(.combinedSites(.mean, count: 3), .one, leaf: site) == ["3 个企业取平均", "mean of 3 enterprises"])
    #expect(words(.combinedSites(.trimmedMean, count: 5), .one, leaf: site)[0] == "5 个企业去掉一个最高和一个最低后平均")
    #expect(words(.combinedSites(.trimmedMean, count: 4), .one, leaf: site)[0] == "4 个企业取平均")
    #expect(words(.combinedSites(.median, count: 2), .one, leaf: Fixture.leaves[6])[0] == "2 个园区取中位数")
    #expect(words(.combinedSites(.mean, count: 1), .one) == ["本地区得分", "the district's own score"])
    #expect(words(.summed(visits: 4, subjects: 1))[0] == "4 次督查的记录合计后计分")
    var pooled = site
    pooled.aggregate = .pooled
    #expect(
      words(.summed(visits: 4, subjects: 3), leaf: pooled)
        == ["3 个企业的 4 次督查的记录合计后计分", "what 4 visits to 3 enterprises recorded is summed, then scored"])
  }
}
