@testable import KaoheRules

/// Phases, sections and their points.
extension ProblemFixture {
  static let tree: [ProblemFixture] = [
    ProblemFixture(
      .phasesAndSections, "both",
      .top(
        "phases: [{code: P, title: 平时, weight: 1, sections: [{code: B, title: 乙, points: 10, children: [{code: B1, title: 一, points: 10, methods: [judged]}]}]}]"
      ),
      """
      rules.yaml:6: 1: 有了 `phases`，部分要写在各阶段里，不能再有顶层的 `sections`
      rules.yaml:6: 1: with `phases` the sections belong into the phases; there can't be `sections` at top \
      level too
      """),
    ProblemFixture(
      .weightsSum, "weights that make 90%",
      .head(
        """
        phases:
        - {code: P, title: 平时, weight: 30%, sections: [{code: A, title: 甲, points: 10, children: [{code: A1, title: 一, points: 10, methods: [judged]}]}]}
        - {code: Q, title: 年终, weight: 60%, sections: [{code: B, title: 乙, points: 10, children: [{code: B1, title: 一, points: 10, methods: [judged]}]}]}
        """),
      """
      rules.yaml:6: 1: 各阶段权重合计 0.9，应为 1（100%）
      rules.yaml:6: 1: the weights of the phases add up to 0.9, not to 1 (100%)
      """),
    ProblemFixture(
      .leafAtTop, "a leaf at top",
      .head(
        """
        sections:
        - {code: A, title: 甲, points: 10, methods: [judged]}
        ties: [A]
        """),
      """
      rules.yaml:7: 3: `sections` 下直接的是部分，要有 `children`，不能是指标
      rules.yaml:7: 3: what stands directly under `sections` is a section with `children`, not a leaf
      """),
    ProblemFixture(
      .leafWithChildren, "methods and children",
      .leaf(
        """
        methods: [judged]
        children: []
        """),
      """
      rules.yaml:14: 5: 有 `children` 的是部分，不能有 `methods`；计分的指标没有 `children`
      rules.yaml:14: 5: what has `children` is a section and takes no `methods`; a leaf has `methods` and no \
      `children`
      """),
    ProblemFixture(
      .pointsSum, "sections that make less",
      .with("points: 10\nrounding", "points: 100\nrounding"),
      """
      rules.yaml:6: 1: 各部分分值合计 10，应等于 `points` 100
      rules.yaml:6: 1: the sections' points add up to 10, not to the 100 of `points`
      """),
    ProblemFixture(
      .pointsSum, "children that make less",
      .with("    points: 10\n", "    points: 9.5\n"),
      """
      rules.yaml:9: 11: 下级分值合计 9.5，应等于本部分的 10
      rules.yaml:9: 11: the children's points add up to 9.5, not to the section's 10
      """),
    ProblemFixture(
      .floorAboveCap, "of a section",
      .head(
        """
        sections:
        - code: A
          title: 甲
          points: 10
          floor: 6
          cap: 5
          children:
          - code: A1
            title: 一
            points: 10
            methods: [judged]
        """),
      """
      rules.yaml:10: 10: `floor` 6 高于 `cap` 5
      rules.yaml:10: 10: `floor` 6 is above `cap` 5
      """),
    ProblemFixture(
      .floorAboveCap, "of a leaf",
      .leaf(
        """
        floor: 11
        methods: [judged]
        """),
      """
      rules.yaml:14: 12: `floor` 11 高于上限 10
      rules.yaml:14: 12: `floor` 11 is above the leaf's upper bound 10
      """),
  ]
}
