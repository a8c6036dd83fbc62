import KaoheScoring
import Testing

@testable import KaoheRules

/// The standards as people read them: keys of a leaf of 10 points, then the Chinese and the English standard.
@Suite struct RuleTextTests {
  @Test(arguments: [
    (
      """
      methods: [{deduct: {items: [{code: X, title: 少开一次会, points: 1, max: 2}]}}]
      """,
      """
      “少开一次会”每次扣1分，最多扣2分；扣完为止。
      “少开一次会”: 1 point off each time, 2 at most; never below 0.
      """
    ),
    (
      """
      methods: [{deduct: {items: [{code: X, title: 缺席, points: 0.5, zero_at: 2}, {code: Y, title: 造假, points: \
      0, zero_at: 1}], max: 3}}]
      floor: -1
      """,
      """
      “缺席”每次扣0.5分，2次及以上不得分；“造假”出现即不得分；合计最多扣3分；可扣至-1分。
      “缺席”: 0.5 points off each time, no points from 2 times on; “造假”: no points once it is found; 3 off at \
      most in all; down to -1 points.
      """
    ),
    (
      """
      start: 4.5
      methods: [{add: {items: [{code: X, title: 获奖, points: 1, max: 2}, {code: Y, title: 推广, points: 0.5}], \
      max: 4}}, {deduct: {items: [{code: Z, title: 迟报, points: 1}]}}]
      """,
      """
      从4.5分起；“获奖”每次加1分，最多加2分；“推广”每次加0.5分；合计最多加4分；“迟报”每次扣1分；扣完为止。
      from 4.5 points; “获奖”: 1 point more each time, 2 at most; “推广”: 0.5 points more each time; 4 more at \
      most in all; “迟报”: 1 point off each time; never below 0.
      """
    ),
    (
      """
      methods: [{checklist: {items: [{code: X, title: 有制度, points: 1}, {code: Y, title: 有台账, points: 9}]}}]
      evidence: required
      """,
      """
      符合“有制度”得1分，符合“有台账”得9分；没有佐证材料不得分。
      1 point for “有制度”, 9 points for “有台账”; no points without evidence.
      """
    ),
    (
      """
      methods: [ratio]
      """,
      """
      得分为实际值×10分，最多10分。
      measure × 10 points, 10 at most.
      """
    ),
    (
      """
      methods: [{ratio: {target: 85%, over: uncapped}}]
      cap: 12
      """,
      """
      得分为实际值÷85%×10分，超出部分同样按比例得分；最高得12分。
      measure ÷ 85% × 10 points, more than the target earning more; 12 points at most.
      """
    ),
    (
      """
      methods: [{ratio: {target: peer_mean}}]
      zero_denominator: not_applicable
      """,
      """
      得分为实际值÷各地平均值×10分，最多10分；分母为0时不适用。
      measure ÷ peers' mean × 10 points, 10 at most; not applicable with a denominator of 0.
      """
    ),
    (
      """
      methods: [{bands: {bands: [{at_least: 90%, points: 10}, {above: 75%, points: 6}, {at_least: 75%, \
      points: 5}, {otherwise: 1}]}}]
      zero_denominator: zero
      """,
      """
      实际值≥90%得10分，＞75%得6分，≥75%得5分，其余得1分；分母为0得0分。
      points by measure ≥ 90%: 10, > 75%: 6, ≥ 75%: 5, otherwise: 1; 0 points with a denominator of 0.
      """
    ),
    (
      """
      methods: [{bands: {bands: [{at_least: 1000, points: 10}, {at_least: 600, points: 5}]}}]
      repeat: total
      """,
      """
      全年累计后计分；实际值≥1000得10分，≥600得5分，其余得0分。
      summed over the year, then scored; points by measure ≥ 1000: 10, ≥ 600: 5, otherwise: 0.
      """
    ),
    (
      """
      methods: [{bands: {interpolate: true, bands: [{at_least: 2/3, points: 10}, {at_least: 0, points: 0}]}}]
      """,
      """
      实际值2/3得10分，0%得0分，中间按直线内插，两端之外同两端。
      points by measure 2/3: 10, 0%: 0, linear in between, constant beyond.
      """
    ),
    (
      """
      methods: [{steps: {from: 85%, step: 1%, points: -0.2, side: below, partial: count, max: 3}}]
      """,
      """
      实际值比85%每低1个百分点扣0.2分，不足一档按一档计，最多扣3分；扣完为止。
      0.2 points off for every 1 percentage point below 85%, parts of a step counted as one, 3 at most; never \
      below 0.
      """
    ),
    (
      """
      methods: [{steps: {from: peer_mean, step: 100, points: 1, side: above}}]
      start: full
      cap: 15
      """,
      """
      从满分起；实际值比各地平均值每高100加1分，不足一档不计；最高得15分。
      from full points; 1 point more for every 100 above the peers' mean, parts of a step dropped; 15 points \
      at most.
      """
    ),
    (
      """
      methods: [{steps: {from: 0, step: 5%, points: 0.25, side: above, partial: share}}]
      """,
      """
      实际值比0%每高5个百分点加0.25分，不足一档按比例计。
      0.25 points more for every 5 percentage points above 0%, parts of a step in proportion.
      """
    ),
    (
      """
      methods: [{levels: {levels: [{code: 优, from: 80%, to: 1}, {code: 差, share: 0}]}}]
      scorers: trimmed_mean
      """,
      """
      按档次：“优”得8–10分，“差”得0分，多人评分取平均（5人及以上去掉一个最高分和一个最低分）。
      points by level “优”: 8–10, “差”: 0, the mean of several scorers (of 5 or more without one highest and \
      one lowest).
      """
    ),
    (
      """
      methods: [judged]
      floor: 0.2
      """,
      """
      由评分人在0至10分之间评定；最低得0.2分。
      judged from 0 to 10 points; never below 0.2 points.
      """
    ),
    (
      """
      methods: [{peer_ratio: {better: higher}}]
      """,
      """
      得分为实际值÷各地最高值×10分。
      measure ÷ the peers' highest × 10 points.
      """
    ),
    (
      """
      methods: [{peer_ratio: {better: lower}}]
      scope: park
      aggregate: pooled
      """,
      """
      各点数据合并后计分；得分为各地最低值÷实际值×10分。
      pooled over the sites, then scored; the peers' lowest ÷ measure × 10 points.
      """
    ),
    (
      """
      methods: [{peer_rank: {better: lower, points: [10, 9.5], beyond: 0}}]
      """,
      """
      按实际值从低到高排名得分：第1名10分，第2名9.5分，其后0分，并列同分。
      points by rank (lowest first): 1: 10, 2: 9.5, then 0; equal measures share a rank.
      """
    ),
    (
      """
      methods: [{peer_range: {better: higher}}]
      """,
      """
      功效系数法：10×(实际值−各地最差值)÷(各地最好值−各地最差值)，高者为好。
      10 × (measure − worst) ÷ (best − worst) among the peers, higher is better.
      """
    ),
    (
      """
      methods: [{peer_range: {better: lower, base: 60%}}]
      """,
      """
      功效系数法：10×[60%＋40%×(实际值−各地最差值)÷(各地最好值−各地最差值)]，低者为好。
      10 × [60% + 40% × (measure − worst) ÷ (best − worst)] among the peers, lower is better.
      """
    ),
    (
      """
      methods: [ratio]
      survey: {weights: {满意: 1, 不满意: 0.55}, excluded: [不了解, 未答]}
      zero_denominator: full
      """,
      """
      实际值为答卷平均权重：“满意”1、“不满意”0.55（“不了解”“未答”不计）；得分为实际值×10分，最多10分；没有计分的答卷得满分。
      the measure is the mean weight of the answers: 满意 1, 不满意 0.55 (不了解, 未答 not counted); measure × 10 \
      points, 10 at most; full points without a counted answer.
      """
    ),
  ])
  func standard(lines: String, texts: String) throws {
    let leaf = try SmallRules.leaf(lines).read().ruleSet.leaves[0]
    let standard = RuleText.standard(of: leaf)
    #expect(standard.chinese + "\n" + standard.english == texts)
  }
}
