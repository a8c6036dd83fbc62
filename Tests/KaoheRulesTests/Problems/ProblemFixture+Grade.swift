@testable import KaoheRules

/// Grades.
extension ProblemFixture {
  static let grade: [ProblemFixture] = [
    ProblemFixture(
      .gradeOrder, "rising",
      .top("grades: [{code: 良好, min: 8}, {code: 优秀, min: 9}, {code: 合格}]"),
      """
      rules.yaml:15: 46: `min` 9 没有低于上一等次的 8；等次从高到低排列
      rules.yaml:15: 46: `min` 9 is not below the 8 of the grade before; grades stand best first
      """),
    ProblemFixture(
      .lastGrade, "a min",
      .top("grades: [{code: 优秀, min: 9}, {code: 合格, min: 6}]"),
      """
      rules.yaml:15: 41: 最后一个等次不能有 `min`：其余的都归入它；请在后面加一个没有 `min` 的等次
      rules.yaml:15: 41: the last grade takes no `min`: all the others end there; add one without `min` after it
      """),
    ProblemFixture(
      .lastGrade, "a quota",
      .top("grades: [{code: 优秀, min: 9}, {code: 合格, max_count: 6}]"),
      """
      rules.yaml:15: 41: 最后一个等次不能有 `max_count`：其余的都归入它
      rules.yaml:15: 41: the last grade takes no `max_count`: all the others end there
      """),
    ProblemFixture(
      .twoQuotas, "both",
      .top("grades: [{code: 优秀, min: 9, max_share: 40%, max_count: 3}, {code: 合格}]"),
      """
      rules.yaml:15: 45: `max_share` 和 `max_count` 只能有一个
      rules.yaml:15: 45: a grade has `max_share` or `max_count`, not both
      """),
    ProblemFixture(
      .conditionBound, "none",
      .top("grades: [{code: 优秀, min: 9, where: [{code: A}]}, {code: 合格}]"),
      """
      rules.yaml:15: 37: 条件要有 `min` 或 `min_share`，且只有一个
      rules.yaml:15: 37: a condition has `min` or `min_share`, exactly one of them
      """),
    ProblemFixture(
      .conditionBound, "both",
      .top("grades: [{code: 优秀, min: 9, where: [{code: A, min: 1, min_share: 10%}]}, {code: 合格}]"),
      """
      rules.yaml:15: 37: 条件要有 `min` 或 `min_share`，且只有一个
      rules.yaml:15: 37: a condition has `min` or `min_share`, exactly one of them
      """),
    ProblemFixture(
      .missingKey, "a grade without min",
      .top("grades: [{code: 优秀}, {code: 合格}]"),
      """
      rules.yaml:15: 10: 等次缺少 `min`
      rules.yaml:15: 10: a grade lacks `min`
      """),
  ]
}
