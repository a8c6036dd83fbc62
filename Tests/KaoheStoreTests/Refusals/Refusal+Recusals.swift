@testable import KaoheStore

/// Why somebody does not stand aside.
extension Refusal {
  private static let header = "visit,indicator,item,scorer,inspector,reason\n"

  static let recusals: [Refusal] = [
    Refusal(
      "recusals of what there is not", code: "unknown-code",
      .file("recusals.csv", header + "V9,A6,,S3,S3,只有他懂\nV6,A99,,S3,S3,只有他懂\nV6,A6,,S8,S9,只有他懂\n"),
      messages: """
        recusals.csv:2: visit: 没有代码为“V9”的督查
        recusals.csv:3: indicator: 细则 small 没有代码为“A99”的考核要点
        recusals.csv:4: inspector: 没有代码为“S9”的督查员
        recusals.csv:4: scorer: 没有代码为“S8”的督查员
        recusals.csv:2: visit: there is no visit “V9”
        recusals.csv:3: indicator: there is no leaf “A99” in the rule set small
        recusals.csv:4: inspector: there is no inspector “S9”
        recusals.csv:4: scorer: there is no inspector “S8”
        """),
    Refusal(
      "a recusal without a score", code: "no-such-score",
      .file("recusals.csv", header + "V6,A6,,S3,S3,只有他懂\nV1,A3,A3-3,,S3,只有他懂\n"),
      messages: """
        recusals.csv:2: 督查 V6 没有 A6 S3 的记录
        recusals.csv:3: 督查 V1 没有 A3 A3-3 的记录
        recusals.csv:2: there is no score of A6 S3 at the visit V6
        recusals.csv:3: there is no score of A3 A3-3 at the visit V1
        """),
    Refusal(
      "a recusal of another row", code: "recusal",
      .add("scores.csv", "V6,A6,,4,S3,,"), .file("recusals.csv", header + "V6,A5,,S3,S3,只有他懂\nV6,A6,,S3,S1,只有他懂\n"),
      messages: """
        scores.csv:16: scorer: 督查员 S3 属于 d1，应回避本地区的评分
        scores.csv:16: scorer: the inspector S3 belongs to d1 and may not score there
        """),
    .later(
      "a recusal at a closed visit", code: "closed-visit",
      .file("recusals.csv", header + "V1,A6,,S1,S1,只有他懂\n"),
      messages: """
        recusals.csv:2: 督查 V1 已确认，不能再改记录；先由办公室退回：kaohe visit return V1 --reason 理由
        recusals.csv:2: the visit V1 is confirmed; its scores can't be changed; the office returns it first: kaohe visit return V1 --reason WHY
        """),
    .later(
      "a recusal of somebody who has none to make", code: "no-recusal-needed",
      .add("scores.csv", "V6,A4,,1/3,,,"), .file("recusals.csv", header + "V6,A4,,,S3,只有他在场\nV6,A4,,,S2,只有他在场\n"),
      messages: """
        recusals.csv:3: inspector: 督查员 S2 不是这一行的评分人，也不属于督查 V6 的地区，无须回避；删掉这一行，或改正 inspector
        recusals.csv:3: inspector: the inspector S2 neither scored this row nor belongs to the district of the visit V6, and need not stand aside; remove the row, or correct the inspector
        """),
    .later(
      "a score from before the recusal at a known draft", code: "recusal",
      .add("scores.csv", "V6,A6,,4,S3,,"), .file("recusals.csv", header + "V6,A6,,S3,S3,\n"),
      messages: """
        visits.csv:7: subject: 督查员 S3 属于 d1，应回避本地区的评分
        visits.csv:7: subject: the inspector S3 belongs to d1 and may not score there
        """),
  ]
}
