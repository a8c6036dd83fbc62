@testable import KaoheStore

/// Figures that are shown beside the scores.
extension Refusal {
  static let monitoring: [Refusal] = [
    Refusal(
      "a metric that is no number", code: "wrong-form", .add("metrics.csv", "district:d1,2022,disputes,很少,件"),
      messages: """
        metrics.csv:3: value: “很少”：不是数：应写成 0.85、85% 或 45/60
        metrics.csv:3: value: “很少”: not a number: write 0.85, 85% or 45/60
        """),
    Refusal(
      "a metric of an unknown enterprise", code: "unknown-code", .add("metrics.csv", "enterprise:E9,2022,disputes,1,件"),
      messages: """
        metrics.csv:3: subject: 没有代码为“E9”的试点企业
        metrics.csv:3: subject: there is no pilot enterprise “E9”
        """),
    Refusal(
      "a year of five digits", code: "bad-year", .add("metrics.csv", "district:d1,20222,disputes,1,件"),
      messages: """
        metrics.csv:3: year: “20222”不是年份
        metrics.csv:3: year: “20222” is no year
        """),
    Refusal(
      "a year that is no number", code: "not-whole", .add("metrics.csv", "district:d1,去年,disputes,1,件"),
      messages: """
        metrics.csv:3: year: “去年”应为不小于0的整数
        metrics.csv:3: year: “去年”: write a whole number, 0 or more
        """),
    Refusal(
      "a part above the whole", code: "part-above-whole", .replace("coverage.csv", "60,50", "60,61"),
      messages: """
        coverage.csv:2: enterprises_participating: 61 大于 enterprises 的 60
        coverage.csv:2: enterprises_participating: 61 is more than enterprises, 60
        """),
    Refusal(
      "coverage of an unknown park", code: "unknown-code", .add("coverage.csv", "P9,2022,1,1,1,1,1,1"),
      messages: """
        coverage.csv:3: park: 没有代码为“P9”的特色产业园区
        coverage.csv:3: park: there is no industrial park “P9”
        """),
    Refusal(
      "coverage that is not whole", code: "not-whole", .replace("coverage.csv", "60,50", "60,83%"),
      messages: """
        coverage.csv:2: enterprises_participating: “83%”应为不小于0的整数
        coverage.csv:2: enterprises_participating: “83%”: write a whole number, 0 or more
        """),
    Refusal(
      "coverage that is not filled in", code: "empty-cell", .replace("coverage.csv", "60,50", "60,"),
      messages: """
        coverage.csv:2: enterprises_participating: 不能为空
        coverage.csv:2: enterprises_participating: must not be empty
        """),
    Refusal(
      "progress above 100%", code: "bad-progress", .replace("tasks.csv", "85%", "101%"),
      messages: """
        tasks.csv:2: progress: “101%”应在 0% 到 100% 之间
        tasks.csv:2: progress: “101%”: write 0% to 100%
        """),
    Refusal(
      "progress in words", code: "bad-progress", .replace("tasks.csv", "85%", "过半"),
      messages: """
        tasks.csv:2: progress: “过半”应在 0% 到 100% 之间
        tasks.csv:2: progress: “过半”: write 0% to 100%
        """),
    Refusal(
      "a task of an unknown assessment and district", code: "unknown-code",
      .add("tasks.csv", "R2,2023,开会,市总工会,d9,,0%,planned"),
      messages: """
        tasks.csv:3: assessment: 没有代码为“2023”的考核
        tasks.csv:3: district: 没有代码为“d9”的市（县）区
        tasks.csv:3: assessment: there is no assessment “2023”
        tasks.csv:3: district: there is no district “d9”
        """),
    Refusal(
      "a survey count that is not whole", code: "not-whole",
      .add("surveys.csv", "Q1,enterprise:E1,2022-05-18,面料,不满意,1.5"),
      messages: """
        surveys.csv:3: count: “1.5”应为不小于0的整数
        surveys.csv:3: count: “1.5”: write a whole number, 0 or more
        """),
    Refusal(
      "publicity without a form", code: "empty-cell", .add("publicity.csv", "U2,district:d1,歌,,2022-05-12,,"),
      messages: """
        publicity.csv:3: form: 不能为空
        publicity.csv:3: form: must not be empty
        """),
  ]
}
