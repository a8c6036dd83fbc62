@testable import KaoheStore

/// Points, levels, and those who give them.
extension Refusal {
  static let judgements: [Refusal] = [
    Refusal(
      "points above the leaf's", code: "out-of-range", score: "V6,A6,,5.01,,,",
      messages: """
        scores.csv:16: value: 5.01 分超出范围：本指标 0 至 5 分
        scores.csv:16: value: 5.01 points are out of range: this leaf takes 0 to 5
        """),
    Refusal(
      "points below 0", code: "out-of-range", score: "V6,A6,,-1,,,",
      messages: """
        scores.csv:16: value: -1 分超出范围：本指标 0 至 5 分
        scores.csv:16: value: -1 points are out of range: this leaf takes 0 to 5
        """),
    Refusal(
      "points in percent", code: "wrong-form", score: "V6,A6,,80%,,,",
      messages: """
        scores.csv:16: value: “80%”：应填 0 至 5 分
        scores.csv:16: value: “80%”: write points from 0 to 5
        """),
    Refusal(
      "points as a fraction", code: "wrong-form", score: "V6,A6,,4/5,,,",
      messages: """
        scores.csv:16: value: “4/5”：应填 0 至 5 分
        scores.csv:16: value: “4/5”: write points from 0 to 5
        """),
    Refusal(
      "points with an item", code: "unknown-item", score: "V6,A6,甲,4,,,",
      messages: """
        scores.csv:16: item: 本指标没有细项，item 应为空
        scores.csv:16: item: this leaf has no items; leave item empty
        """),
    Refusal(
      "an unknown level", code: "wrong-form", score: "V6,A5,,中,,,",
      messages: """
        scores.csv:16: value: “中”：应填档次 优、良、差
        scores.csv:16: value: “中”: write a level: 优, 良, 差
        """),
    Refusal(
      "a level with a share that is fixed", code: "wrong-form", score: "V6,A5,,优 0.9,,,",
      messages: """
        scores.csv:16: value: “优 0.9”：“优”的比例是固定的，只填“优”
        scores.csv:16: value: “优 0.9”: the share of “优” is fixed; write “优” alone
        """),
    Refusal(
      "a level without its share", code: "wrong-form", score: "V6,A5,,良,,,",
      messages: """
        scores.csv:16: value: “良”缺少比例：应填“良 比例”，比例在 0.7–0.9 之间
        scores.csv:16: value: “良” lacks its share: write “良 SHARE”, within 0.7–0.9
        """),
    Refusal(
      "a share outside its range", code: "out-of-range", score: "V6,A5,,良 0.95,,,",
      messages: """
        scores.csv:16: value: “良 0.95”：“良”的比例应在 0.7–0.9 之间
        scores.csv:16: value: “良 0.95”: the share of “良” lies within 0.7–0.9
        """),
    Refusal(
      "a share in words", code: "wrong-form", score: "V6,A5,,良 九成,,,",
      messages: """
        scores.csv:16: value: “九成”：不是数：应写成 0.85、85% 或 45/60；应填档次 优、良、差
        scores.csv:16: value: “九成”: not a number: write 0.85, 85% or 45/60; write a level: 优, 良, 差
        """),
    Refusal(
      "a leaf of another scope", code: "wrong-scope", score: "V6,C1,,15,,,",
      messages: """
        scores.csv:16: indicator: C1 考核特色产业园区，督查 V6 的对象是 district:d1
        scores.csv:16: indicator: C1 is observed at industrial parks; the visit V6 is to district:d1
        """),
    Refusal(
      "a leaf of another scope at an enterprise", code: "wrong-scope", score: "V5,A4,,60%,,,",
      messages: """
        scores.csv:16: indicator: A4 考核市（县）区，督查 V5 的对象是 enterprise:E2
        scores.csv:16: indicator: A4 is observed at districts; the visit V5 is to enterprise:E2
        """),
    Refusal(
      "a leaf for other categories", code: "does-not-apply", score: "V6,A10,,3,,,",
      messages: """
        scores.csv:16: indicator: A10 不适用于区
        scores.csv:16: indicator: A10 does not apply to 区
        """),
  ]

  static let scorers: [Refusal] = [
    Refusal(
      "a scorer from that district", code: "recusal", score: "V6,A6,,4,S3,,",
      messages: """
        scores.csv:16: scorer: 督查员 S3 属于 d1，应回避本地区的评分
        scores.csv:16: scorer: the inspector S3 belongs to d1 and may not score there
        """),
    Refusal(
      "a scorer of a measure", code: "scorer-not-taken", score: "V6,A4,,60%,S1,,",
      messages: """
        scores.csv:16: scorer: 只有评分和档次的行写评分人，这里应为空
        scores.csv:16: scorer: only judged points and levels name a scorer; leave it empty
        """),
    Refusal(
      "an unnamed scorer beside a named one", code: "scorer-missing", .add("scores.csv", "V6,A6,,4,S1,,\nV6,A6,,3,,,"),
      messages: """
        scores.csv:17: scorer: A6：有多名评分人时，每行都要写明评分人
        scores.csv:17: scorer: A6: where several score, each row names its scorer
        """),
    Refusal(
      "the same scorer twice", code: "duplicate-key", .add("scores.csv", "V6,A6,,4,S1,,\nV6,A6,,3,S1,,"),
      messages: """
        scores.csv:17: visit: 与第 16 行重复，同一文件中每个键只能有一行
        scores.csv:17: visit: has the same key as line 16; a key stands once in a file
        """),
    Refusal(
      "the same row twice", code: "duplicate-key", .add("scores.csv", "V6,A4,,60%,,,\nV6,A4,,60%,,,"),
      messages: """
        scores.csv:17: visit: 与第 16 行重复，同一文件中每个键只能有一行
        scores.csv:17: visit: has the same key as line 16; a key stands once in a file
        """),
    Refusal(
      "the same row three times", code: "duplicate-key",
      .add("scores.csv", "V6,A4,,60%,,,\nV6,A4,,60%,,,\nV6,A4,,61%,,,"),
      messages: """
        scores.csv:17: visit: 与第 16 行重复，同一文件中每个键只能有一行
        scores.csv:18: visit: 与第 16 行重复，同一文件中每个键只能有一行
        scores.csv:17: visit: has the same key as line 16; a key stands once in a file
        scores.csv:18: visit: has the same key as line 16; a key stands once in a file
        """),
    Refusal(
      "the same withdrawal twice", code: "duplicate-key", .add("scores.csv", "V6,A4,,-,,,\nV6,A4,,-,,,"),
      messages: """
        scores.csv:17: visit: 前面已有同一督查、指标、细项、评分人的行
        scores.csv:17: visit: an earlier row has the same visit, indicator, item and scorer
        """),
    Refusal(
      "a withdrawal of what the same file says", code: "duplicate-key",
      .add("scores.csv", "V6,A4,,60%,,,\nV6,A4,,-,,,"),
      messages: """
        scores.csv:17: visit: 与第 16 行重复，同一文件中每个键只能有一行
        scores.csv:17: visit: has the same key as line 16; a key stands once in a file
        """),
    Refusal(
      "a withdrawal before what the same file says", code: "duplicate-key",
      .add("scores.csv", "V6,A4,,-,,,\nV6,A4,,60%,,,"),
      messages: """
        scores.csv:17: visit: 与第 16 行重复，同一文件中每个键只能有一行
        scores.csv:17: visit: has the same key as line 16; a key stands once in a file
        """),
    Refusal(
      "several mistakes in one row", code: "out-of-range recusal unknown-code", score: "V6,A6,,9,S3,,EV9",
      messages: """
        scores.csv:16: evidence: 没有编号为“EV9”的台账
        scores.csv:16: scorer: 督查员 S3 属于 d1，应回避本地区的评分
        scores.csv:16: value: 9 分超出范围：本指标 0 至 5 分
        scores.csv:16: evidence: there is no evidence “EV9”
        scores.csv:16: scorer: the inspector S3 belongs to d1 and may not score there
        scores.csv:16: value: 9 points are out of range: this leaf takes 0 to 5
        """),
    Refusal(
      "several unknown codes in one row", code: "unknown-code", score: "V9,A6,,4,S1,,EV9",
      messages: """
        scores.csv:16: evidence: 没有编号为“EV9”的台账
        scores.csv:16: visit: 没有代码为“V9”的督查
        scores.csv:16: evidence: there is no evidence “EV9”
        scores.csv:16: visit: there is no visit “V9”
        """),
  ]
}
