@testable import KaoheRules

/// Methods, alone and together.
extension ProblemFixture {
  static let method: [ProblemFixture] = [
    ProblemFixture(
      .notOneMethod, "keys beside the name",
      .leaf(
        """
        methods:
        - deduct:
          items: [{code: A1-1, title: 缺, points: 1}]
        """),
      """
      rules.yaml:15: 7: 每个方法单独一项，写成“- 方法名:”，它的键缩进在下面
      rules.yaml:15: 7: each method is an entry of its own, `- name:`, with its keys indented below it
      """),
    ProblemFixture(
      .notOneMethod, "a list",
      .leaf("methods: [[judged]]"),
      """
      rules.yaml:14: 15: 方法写成 {方法名: {…}}，或只写方法名
      rules.yaml:14: 15: a method is written as {name: {…}}, or as its bare name
      """),
    ProblemFixture(
      .unknownMethod, "a mistyped name",
      .leaf("methods: [judge]"),
      """
      rules.yaml:14: 15: 没有 `judge` 这种方法；是不是 `judged`？
      rules.yaml:14: 15: there is no method `judge`; did you mean `judged`?
      """),
    ProblemFixture(
      .unknownMethod, "a name of nothing",
      .leaf("methods: [{formula: {}}]"),
      """
      rules.yaml:14: 16: 没有 `formula` 这种方法；方法有 `deduct`、`add`、`checklist`、`ratio`、`bands`、`steps`、`levels`、\
      `judged`、`peer_ratio`、`peer_rank` 或 `peer_range`
      rules.yaml:14: 16: there is no method `formula`; a method is `deduct`, `add`, `checklist`, `ratio`, \
      `bands`, `steps`, `levels`, `judged`, `peer_ratio`, `peer_rank` or `peer_range`
      """),
    ProblemFixture(
      .methodConflict, "levels beside a measure",
      .leaf("methods: [ratio, {levels: {levels: [{code: 优, share: 1}]}}]"),
      """
      rules.yaml:14: 22: `levels` 不能与 `ratio` 用在同一指标
      rules.yaml:14: 22: `levels` can't stand beside `ratio` in one leaf
      """),
    ProblemFixture(
      .methodConflict, "judged twice",
      .leaf("methods: [judged, judged]"),
      """
      rules.yaml:14: 23: 一个指标只能有一个 `judged`
      rules.yaml:14: 23: a leaf has one `judged` only
      """),
    ProblemFixture(
      .methodConflict, "a peer method beside a ratio",
      .leaf("methods: [{peer_ratio: {better: higher}}, ratio]"),
      """
      rules.yaml:14: 47: `ratio` 不能与 `peer_ratio` 用在同一指标
      rules.yaml:14: 47: `ratio` can't stand beside `peer_ratio` in one leaf
      """),
    ProblemFixture(
      .methodNotAllowed, "items on a peer leaf",
      .leaf(
        "methods: [{peer_ratio: {better: higher}}, {add: {items: [{code: A1-1, title: 缺, points: 1}]}}]"),
      """
      rules.yaml:14: 47: 与其他地区比较的指标不能有 `add`
      rules.yaml:14: 47: a leaf that compares districts takes no `add`
      """),
    ProblemFixture(
      .methodNotAllowed, "a checklist pooled",
      .leaf(
        """
        scope: park
        aggregate: pooled
        methods: [ratio, {checklist: {items: [{code: A1-1, title: 缺, points: 1}]}}]
        """),
      """
      rules.yaml:16: 22: `aggregate: pooled` 的指标不能有 `checklist`
      rules.yaml:16: 22: a leaf with `aggregate: pooled` takes no `checklist`
      """),
    ProblemFixture(
      .methodNotAllowed, "judged over the year",
      .leaf(
        """
        repeat: total
        methods: [judged]
        """),
      """
      rules.yaml:15: 15: `repeat: total` 的指标不能有 `judged`
      rules.yaml:15: 15: a leaf with `repeat: total` takes no `judged`
      """),
    ProblemFixture(
      .uncappedWithoutCap, "no cap",
      .leaf("methods: [{ratio: {over: uncapped}}]"),
      """
      rules.yaml:14: 30: `over: uncapped` 需要指标有高于分值的 `cap`
      rules.yaml:14: 30: `over: uncapped` needs a `cap` of the leaf above its points
      """),
    ProblemFixture(
      .bandThreshold, "none",
      .leaf("methods: [{bands: {bands: [{points: 10}]}}]"),
      """
      rules.yaml:14: 32: 每档要有 `at_least`、`above` 或 `otherwise`，且只有一个
      rules.yaml:14: 32: a band has `at_least`, `above` or `otherwise`, exactly one of them
      """),
    ProblemFixture(
      .bandThreshold, "points beside otherwise",
      .leaf("methods: [{bands: {bands: [{otherwise: 1, points: 10}]}}]"),
      """
      rules.yaml:14: 47: `otherwise` 后面直接写分数，不再有 `points`；例如 {otherwise: 1}
      rules.yaml:14: 47: `otherwise` is followed by its points; there is no `points` beside it; for instance \
      {otherwise: 1}
      """),
    ProblemFixture(
      .bandsOrder, "rising",
      .leaf("methods: [{bands: {bands: [{at_least: 60%, points: 6}, {at_least: 80%, points: 10}]}}]"),
      """
      rules.yaml:14: 60: 各档从高到低排列，同一界限 `above` 在 `at_least` 之前；这一档永远用不到
      rules.yaml:14: 60: bands stand highest threshold first, `above: X` before `at_least: X`; this one is \
      never reached
      """),
    ProblemFixture(
      .bandsOrder, "at_least before above",
      .leaf("methods: [{bands: {bands: [{at_least: 60%, points: 6}, {above: 60%, points: 10}]}}]"),
      """
      rules.yaml:14: 60: 各档从高到低排列，同一界限 `above` 在 `at_least` 之前；这一档永远用不到
      rules.yaml:14: 60: bands stand highest threshold first, `above: X` before `at_least: X`; this one is \
      never reached
      """),
    ProblemFixture(
      .bandsOrder, "otherwise first",
      .leaf("methods: [{bands: {bands: [{otherwise: 6}, {above: 60%, points: 10}]}}]"),
      """
      rules.yaml:14: 32: `otherwise` 必须是最后一档
      rules.yaml:14: 32: `otherwise` must be the last band
      """),
    ProblemFixture(
      .bandsInterpolate, "one band",
      .leaf("methods: [{bands: {interpolate: true, bands: [{at_least: 60%, points: 10}]}}]"),
      """
      rules.yaml:14: 24: `interpolate` 要求至少两档，且都是 `at_least`，没有 `otherwise`
      rules.yaml:14: 24: `interpolate` needs two or more bands, all of them `at_least`, and no `otherwise`
      """),
    ProblemFixture(
      .bandsInterpolate, "with otherwise",
      .leaf(
        "methods: [{bands: {interpolate: true, bands: [{at_least: 60%, points: 10}, {otherwise: 1}]}}]"),
      """
      rules.yaml:14: 24: `interpolate` 要求至少两档，且都是 `at_least`，没有 `otherwise`
      rules.yaml:14: 24: `interpolate` needs two or more bands, all of them `at_least`, and no `otherwise`
      """),
    ProblemFixture(
      .levelShare, "no share",
      .leaf("methods: [{levels: {levels: [{code: 优}]}}]"),
      """
      rules.yaml:14: 34: 档次要有 `share`，或者 `from` 和 `to`
      rules.yaml:14: 34: a level has either `share`, or `from` and `to`
      """),
    ProblemFixture(
      .levelShare, "a range the wrong way round",
      .leaf("methods: [{levels: {levels: [{code: 优, from: 1, to: 0.8}]}}]"),
      """
      rules.yaml:14: 50: `from` 1 大于 `to` 0.8
      rules.yaml:14: 50: `from` 1 is above `to` 0.8
      """),
    ProblemFixture(
      .rankPointsIncrease, "in the list",
      .leaf("methods: [{peer_rank: {better: higher, points: [8, 9], beyond: 0}}]"),
      """
      rules.yaml:14: 56: 名次靠后的不能得分更高：9 在 8 之后
      rules.yaml:14: 56: a later rank can't earn more: 9 after 8
      """),
  ]
}
