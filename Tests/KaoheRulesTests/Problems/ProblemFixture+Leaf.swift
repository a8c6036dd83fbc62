@testable import KaoheRules

/// A leaf as a whole.
extension ProblemFixture {
  static let leaf: [ProblemFixture] = [
    ProblemFixture(
      .capBelowPoints, "a cap below the points",
      .leaf(
        """
        cap: 9
        methods: [judged]
        """),
      """
      rules.yaml:14: 10: `cap` 9 低于分值 10
      rules.yaml:14: 10: `cap` 9 is below the points 10
      """),
    ProblemFixture(
      .startRequired, "deduct and add",
      .leaf(
        """
        methods:
        - deduct: {items: [{code: A1-1, title: 缺, points: 1}]}
        - add: {items: [{code: A1-2, title: 好, points: 1}]}
        """),
      """
      rules.yaml:11: 5: 既有 `deduct` 又有 `add`，必须写明 `start`；写 full（从满分起）、zero（从 0 分起）或一个数
      rules.yaml:11: 5: there are both `deduct` and `add`, so `start` is required; write full, zero or a number
      """),
    ProblemFixture(
      .startRequired, "negative bands",
      .leaf(
        """
        methods:
        - bands: {bands: [{at_least: 1, points: 0}, {otherwise: -3}]}
        """),
      """
      rules.yaml:11: 5: `bands` 里有负分，必须写明 `start`；写 full（从满分起）、zero（从 0 分起）或一个数
      rules.yaml:11: 5: `bands` has negative points, so `start` is required; write full, zero or a number
      """),
    ProblemFixture(
      .startOutOfBounds, "above the cap",
      .leaf(
        """
        start: 11
        methods: [judged]
        """),
      """
      rules.yaml:14: 12: 起始分 11 不在下限 0 和上限 10 之间
      rules.yaml:14: 12: the leaf starts with 11, which is not between its floor 0 and its cap 10
      """),
    ProblemFixture(
      .startOutOfBounds, "below the floor",
      .leaf(
        """
        start: zero
        floor: 2
        methods: [judged]
        """),
      """
      rules.yaml:14: 12: 起始分 0 不在下限 2 和上限 10 之间
      rules.yaml:14: 12: the leaf starts with 0, which is not between its floor 2 and its cap 10
      """),
    ProblemFixture(
      .keyWithoutEffect, "scorers without judged",
      .leaf(
        """
        scorers: mean
        methods: [ratio]
        """),
      """
      rules.yaml:14: 5: `scorers` 只用于有 `judged` 或 `levels` 的指标
      rules.yaml:14: 5: `scorers` belongs to leaves with `judged` or `levels` only
      """),
    ProblemFixture(
      .keyWithoutEffect, "a survey without a measure",
      .leaf(
        """
        survey: {weights: {满意: 1}}
        methods: [judged]
        """),
      """
      rules.yaml:14: 5: `survey` 给出实际值，但本指标没有用实际值计分的方法；例如加上 `ratio`
      rules.yaml:14: 5: `survey` makes a measure, and no method of this leaf takes one; add `ratio`, for instance
      """),
    ProblemFixture(
      .keyWithoutEffect, "a grade for a veto that takes none",
      .top("vetoes: [{code: V1, title: 伪造台账, effect: fail, of: A}]"),
      """
      rules.yaml:15: 48: `of` 只用于 `effect: zero`
      rules.yaml:15: 48: `of` belongs to `effect: zero` only
      """),
    ProblemFixture(
      .keyWithoutEffect, "with_better without a quota",
      .top("grades: [{code: 优秀, min: 9, with_better: true}, {code: 合格}]"),
      """
      rules.yaml:15: 29: 没有 `max_share` 或 `max_count`，`with_better` 不起作用
      rules.yaml:15: 29: `with_better` does nothing without `max_share` or `max_count`
      """),
    ProblemFixture(
      .keyNotAllowed, "evidence of a total",
      .leaf(
        """
        repeat: total
        evidence: required
        methods: [ratio]
        """),
      """
      rules.yaml:15: 5: 全年累计（`repeat: total`）的指标不能要求 `evidence: required`
      rules.yaml:15: 5: a leaf with `repeat: total` can't have `evidence: required`
      """),
    ProblemFixture(
      .keyNotAllowed, "examples of a peer leaf",
      .leaf(
        """
        methods: [{peer_ratio: {better: higher}}]
        examples: [{rows: [{value: 1}], score: 1}]
        """),
      """
      rules.yaml:15: 5: 与其他地区比较的指标不能有 `examples`：一次督查不单独计分
      rules.yaml:15: 5: a leaf that compares districts can't have `examples`: a single visit has no score there
      """),
    ProblemFixture(
      .keyNotAllowed, "evidence of a pooled leaf",
      .leaf(
        """
        scope: park
        aggregate: pooled
        evidence: required
        methods: [ratio]
        """),
      """
      rules.yaml:16: 5: 合并各点数据（`aggregate: pooled`）的指标不能要求 `evidence: required`
      rules.yaml:16: 5: a leaf with `aggregate: pooled` can't have `evidence: required`
      """),
    ProblemFixture(
      .peerScope, "the mean of sites",
      .leaf(
        """
        scope: park
        methods: [{steps: {from: peer_mean, step: 1, points: -1, side: below}}]
        """),
      """
      rules.yaml:14: 12: 与其他地区比较的指标要用 `scope: district` 或 `aggregate: pooled`
      rules.yaml:14: 12: a leaf that compares districts needs `scope: district` or `aggregate: pooled`
      """),
    ProblemFixture(
      .peerZeroDenominator, "full",
      .leaf(
        """
        zero_denominator: full
        methods: [{ratio: {target: peer_mean}}]
        """),
      """
      rules.yaml:14: 23: 与其他地区比较的指标，`zero_denominator` 只能是 `error` 或 `not_applicable`
      rules.yaml:14: 23: a leaf that compares districts takes `zero_denominator: error` or `not_applicable` only
      """),
    ProblemFixture(
      .exampleDiffers, "another score",
      .leaf(
        """
        methods: [{deduct: {items: [{code: A1-1, title: 缺, points: 1}]}}]
        examples:
        - {rows: [{item: A1-1, value: 2}], score: 8}
        - {rows: [{item: A1-1, value: 2}], score: 9}
        """),
      """
      rules.yaml:17: 7: 示例应得 9，实际算得 8
      rules.yaml:17: 7: the example says 9, the rules give 8
      """),
    ProblemFixture(
      .exampleDiffers, "a row that import would refuse",
      .leaf(
        """
        methods: [judged]
        examples:
        - {rows: [{value: 11}], score: 10}
        """),
      """
      rules.yaml:16: 7: 示例第 1 行：11 分超出范围：本指标 0 至 10 分
      rules.yaml:16: 7: row 1 of the example: 11 points are out of range: this leaf takes 0 to 10
      """),
  ]
}
