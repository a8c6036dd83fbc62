@testable import KaoheStore

/// Values that do not fit their leaf.
extension Refusal {
  static let measures: [Refusal] = [
    Refusal(
      "a measure in words", score: "V6,A4,,很高,,,",
      messages: """
        scores.csv:16: value: “很高”：不是数：应写成 0.85、85% 或 45/60；应填 45/60、85%、0.85 或 1041 这样的数
        scores.csv:16: value: “很高”: not a number: write 0.85, 85% or 45/60; write a number such as 45/60, 85%, 0.85 or 1041
        """),
    Refusal(
      "a measure in full-width digits", score: "V6,A4,,８５％,,,",
      messages: """
        scores.csv:16: value: “８５％”：用了全角字符，请改用半角数字和符号；应填 45/60、85%、0.85 或 1041 这样的数
        scores.csv:16: value: “８５％”: full-width characters; write ASCII digits and signs; write a number such as 45/60, 85%, 0.85 or 1041
        """),
    Refusal(
      "a measure with a unit", score: "V6,A4,,60人,,,",
      messages: """
        scores.csv:16: value: “60人”：不是数：应写成 0.85、85% 或 45/60；应填 45/60、85%、0.85 或 1041 这样的数
        scores.csv:16: value: “60人”: not a number: write 0.85, 85% or 45/60; write a number such as 45/60, 85%, 0.85 or 1041
        """),
    Refusal(
      "a measure with spaces", score: "V6,A4,,45 / 60,,,",
      messages: """
        scores.csv:16: value: “45 / 60”：不是数：应写成 0.85、85% 或 45/60；应填 45/60、85%、0.85 或 1041 这样的数
        scores.csv:16: value: “45 / 60”: not a number: write 0.85, 85% or 45/60; write a number such as 45/60, 85%, 0.85 or 1041
        """),
    Refusal(
      "a measure with an exponent", score: "V6,A4,,1e3,,,",
      messages: """
        scores.csv:16: value: “1e3”：不是数：应写成 0.85、85% 或 45/60；应填 45/60、85%、0.85 或 1041 这样的数
        scores.csv:16: value: “1e3”: not a number: write 0.85, 85% or 45/60; write a number such as 45/60, 85%, 0.85 or 1041
        """),
    Refusal(
      "a measure of 31 digits", score: "V6,A4,,1234567890123456789012345678901,,,",
      messages: """
        scores.csv:16: value: “1234567890123456789012345678901”：数字超过 30 位；应填 45/60、85%、0.85 或 1041 这样的数
        scores.csv:16: value: “1234567890123456789012345678901”: more than 30 digits; write a number such as 45/60, 85%, 0.85 or 1041
        """),
    Refusal(
      "a fraction of decimals", score: "V6,A4,,4.5/6,,,",
      messages: """
        scores.csv:16: value: “4.5/6”：不是数：应写成 0.85、85% 或 45/60；应填 45/60、85%、0.85 或 1041 这样的数
        scores.csv:16: value: “4.5/6”: not a number: write 0.85, 85% or 45/60; write a number such as 45/60, 85%, 0.85 or 1041
        """),
    Refusal(
      "a measure named none", score: "V6,A4,,none,,,",
      messages: """
        scores.csv:16: value: “none”：应填 45/60、85%、0.85 或 1041 这样的数
        scores.csv:16: value: “none”: write a number such as 45/60, 85%, 0.85 or 1041
        """),
    Refusal(
      "a measure with an item", score: "V6,A4,甲,60%,,,",
      messages: """
        scores.csv:16: item: 本指标没有条目，item 应为空
        scores.csv:16: item: this leaf has no items; leave item empty
        """),
    Refusal(
      "a denominator of 0", score: "V6,A4,,5/0,,,",
      messages: """
        scores.csv:16: value: “5/0”：分母不能为0
        scores.csv:16: value: “5/0”: the denominator can't be 0
        """),
    Refusal(
      "0/0 where the rules do not say what it means", score: "V6,A4,,0/0,,,",
      messages: """
        scores.csv:16: value: “0/0”：细则没有规定本指标分母为0时如何计分（zero_denominator）；确不适用时填 n/a 并写明理由
        scores.csv:16: value: “0/0”: the rules do not say what this leaf scores without a denominator (zero_denominator); where it does not apply, write n/a with a reason
        """),
    Refusal(
      "a negative measure that is compared by ratio", score: "V6,A9,,-3%,,,",
      messages: """
        scores.csv:16: value: “-3%”：按各地比例计分的值不能为负
        scores.csv:16: value: “-3%”: a measure that is compared by ratio can't be negative
        """),
    Refusal(
      "a pooled measure that is no fraction", score: "V5,B1,,85%,,,",
      messages: """
        scores.csv:16: value: “85%”：本指标合并各点的分子和分母，应填 45/60 的形式
        scores.csv:16: value: “85%”: this leaf pools numerators and denominators; write it as 45/60
        """),
    Refusal(
      "a pooled denominator of 0", score: "V5,B1,,5/0,,,",
      messages: """
        scores.csv:16: value: “5/0”：分母不能为0
        scores.csv:16: value: “5/0”: the denominator can't be 0
        """),
    Refusal(
      "pooled fractions that sum to 0/0", .replace("scores.csv", "V2,B1,,9/10", "V2,B1,,0/0"),
      messages: """
        scores.csv:11: value: B1：累计后分母为 0，细则没有规定如何计分
        scores.csv:11: value: B1: the sum has the denominator 0, and the rules do not say what it scores
        """),
    Refusal(
      "visits that are summed, a fraction and a number",
      .add("visits.csv", "V7,2022,G1,enterprise:E1,2022-07-07,,submitted"),
      .add("scores.csv", "V7,B2,,85%,,,"),
      messages: """
        scores.csv:16: value: B2：各次督查的值要么都写成 45/60，要么都不写成分数，才能累计
        scores.csv:16: value: B2: to be added up, the values of all visits are fractions such as 45/60, or none is
        """),
  ]

  static let items: [Refusal] = [
    Refusal(
      "a deduction without its item", score: "V6,A1,,2,,少两次,",
      messages: """
        scores.csv:16: item: “2”没有指明条目：条目填在 item 列：A1-1；没有可记的填 none
        scores.csv:16: item: “2” names no item: items go in the item column: A1-1; with nothing to count write none
        """),
    Refusal(
      "a deduction of an unknown item", score: "V6,A1,A1-9,2,,少两次,",
      messages: """
        scores.csv:16: item: 本指标没有条目“A1-9”：可填 A1-1
        scores.csv:16: item: this leaf has no item “A1-9”: it has A1-1
        """),
    Refusal(
      "a deduction counted in part", score: "V6,A1,A1-1,0.5,,少半次,",
      messages: """
        scores.csv:16: value: “0.5”不是次数：应为不小于0的整数
        scores.csv:16: value: “0.5” is no count: write a whole number, 0 or more
        """),
    Refusal(
      "a deduction counted below 0", score: "V6,A1,A1-1,-1,,,",
      messages: """
        scores.csv:16: value: “-1”不是次数：应为不小于0的整数
        scores.csv:16: value: “-1” is no count: write a whole number, 0 or more
        """),
    Refusal(
      "a deduction counted in percent", score: "V6,A1,A1-1,100%,,全少,",
      messages: """
        scores.csv:16: value: “100%”不是次数：应为不小于0的整数
        scores.csv:16: value: “100%” is no count: write a whole number, 0 or more
        """),
    Refusal(
      "a deduction in words", score: "V6,A1,A1-1,两次,,少两次,",
      messages: """
        scores.csv:16: value: “两次”：不是数：应写成 0.85、85% 或 45/60；条目填在 item 列：A1-1；没有可记的填 none
        scores.csv:16: value: “两次”: not a number: write 0.85, 85% or 45/60; items go in the item column: A1-1; with nothing to count write none
        """),
    Refusal(
      "a deduction without a reason", score: "V6,A1,A1-1,2,,,",
      messages: """
        scores.csv:16: reason: 扣分要写明理由
        scores.csv:16: reason: a deduction needs a reason
        """),
    Refusal(
      "an addition without its item", score: "V6,A2,,3,,,",
      messages: """
        scores.csv:16: item: “3”没有指明条目：条目填在 item 列：A2-1；没有可记的填 none
        scores.csv:16: item: “3” names no item: items go in the item column: A2-1; with nothing to count write none
        """),
    Refusal(
      "an item of a checklist in numbers", score: "V6,A3,A3-1,1,,,",
      messages: """
        scores.csv:16: value: “1”：应填 yes/no（是/否）
        scores.csv:16: value: “1”: write yes or no (是/否)
        """),
    Refusal(
      "a checklist without its item", score: "V6,A3,,yes,,,",
      messages: """
        scores.csv:16: item: “yes”没有指明条目：条目填在 item 列：A3-1、A3-2
        scores.csv:16: item: “yes” names no item: items go in the item column: A3-1, A3-2
        """),
    Refusal(
      "none in a checklist", score: "V6,A3,,无,,,",
      messages: """
        scores.csv:16: value: “无”：条目填在 item 列：A3-1、A3-2
        scores.csv:16: value: “无”: items go in the item column: A3-1, A3-2
        """),
    Refusal(
      "an item of another leaf", score: "V6,A8,A1-1,1,,迟报,",
      messages: """
        scores.csv:16: item: 本指标没有条目“A1-1”：可填 A8-1
        scores.csv:16: item: this leaf has no item “A1-1”: it has A8-1
        """),
    Refusal(
      "none beside a measure", score: "V6,A8,,none,,,",
      messages: """
        scores.csv:16: value: “none”：应填 45/60、85%、0.85 或 1041 这样的数；条目填在 item 列：A8-1
        scores.csv:16: value: “none”: write a number such as 45/60, 85%, 0.85 or 1041; items go in the item column: A8-1
        """),
    Refusal(
      "a survey without its answer", score: "V6,A7,,85%,,,",
      messages: """
        scores.csv:16: item: “85%”没有指明条目：每种答案一行，填人数
        scores.csv:16: item: “85%” names no item: one row an answer, with its count
        """),
    Refusal(
      "a survey with an unknown answer", score: "V6,A7,很满意,3,,,",
      messages: """
        scores.csv:16: item: 本指标没有条目“很满意”：可填 满意、不满意、不了解
        scores.csv:16: item: this leaf has no item “很满意”: it has 满意, 不满意, 不了解
        """),
    Refusal(
      "a survey counted in part", score: "V6,A7,满意,2.5,,,",
      messages: """
        scores.csv:16: value: “2.5”不是次数：应为不小于0的整数
        scores.csv:16: value: “2.5” is no count: write a whole number, 0 or more
        """),
    Refusal(
      "a withdrawal of an unknown item", score: "V6,A1,A1-9,-,,,",
      messages: """
        scores.csv:16: item: 本指标没有条目“A1-9”：可填 A1-1
        scores.csv:16: item: this leaf has no item “A1-9”: it has A1-1
        """),
    Refusal(
      "none with a count", .add("scores.csv", "V6,A1,,none,,,\nV6,A1,A1-1,0,,,"),
      messages: """
        scores.csv:16: value: A1：“无”必须是本指标本次唯一的一行
        scores.csv:16: value: A1: “none” stands alone in its leaf and visit
        """),
    Refusal(
      "n/a with a measure", .add("scores.csv", "V6,A8,,不适用,,未开展,\nV6,A8,A8-1,1,,迟报,"),
      messages: """
        scores.csv:16: value: A8：“不适用”必须是本指标本次唯一的一行
        scores.csv:16: value: A8: “n/a” stands alone in its leaf and visit
        """),
    Refusal(
      "n/a without a reason", score: "V6,A4,,n/a,,,",
      messages: """
        scores.csv:16: reason: “不适用”要写明理由
        scores.csv:16: reason: “n/a” needs a reason
        """),
  ]

  static let judgements: [Refusal] = [
    Refusal(
      "points above the leaf's", score: "V6,A6,,5.01,,,",
      messages: """
        scores.csv:16: value: 5.01 分超出范围：本指标 0 至 5 分
        scores.csv:16: value: 5.01 points are out of range: this leaf takes 0 to 5
        """),
    Refusal(
      "points below 0", score: "V6,A6,,-1,,,",
      messages: """
        scores.csv:16: value: -1 分超出范围：本指标 0 至 5 分
        scores.csv:16: value: -1 points are out of range: this leaf takes 0 to 5
        """),
    Refusal(
      "points in percent", score: "V6,A6,,80%,,,",
      messages: """
        scores.csv:16: value: “80%”：应填 0 至 5 分
        scores.csv:16: value: “80%”: write points from 0 to 5
        """),
    Refusal(
      "points as a fraction", score: "V6,A6,,4/5,,,",
      messages: """
        scores.csv:16: value: “4/5”：应填 0 至 5 分
        scores.csv:16: value: “4/5”: write points from 0 to 5
        """),
    Refusal(
      "points with an item", score: "V6,A6,甲,4,,,",
      messages: """
        scores.csv:16: item: 本指标没有条目，item 应为空
        scores.csv:16: item: this leaf has no items; leave item empty
        """),
    Refusal(
      "an unknown level", score: "V6,A5,,中,,,",
      messages: """
        scores.csv:16: value: “中”：应填档次 优、良、差
        scores.csv:16: value: “中”: write a level: 优, 良, 差
        """),
    Refusal(
      "a level with a share that is fixed", score: "V6,A5,,优 0.9,,,",
      messages: """
        scores.csv:16: value: “优 0.9”：“优”的比例是固定的，只填“优”
        scores.csv:16: value: “优 0.9”: the share of “优” is fixed; write “优” alone
        """),
    Refusal(
      "a level without its share", score: "V6,A5,,良,,,",
      messages: """
        scores.csv:16: value: “良”缺少比例：应填“良 比例”，比例在 0.7–0.9 之间
        scores.csv:16: value: “良” lacks its share: write “良 SHARE”, within 0.7–0.9
        """),
    Refusal(
      "a share outside its range", score: "V6,A5,,良 0.95,,,",
      messages: """
        scores.csv:16: value: “良 0.95”：“良”的比例应在 0.7–0.9 之间
        scores.csv:16: value: “良 0.95”: the share of “良” lies within 0.7–0.9
        """),
    Refusal(
      "a share in words", score: "V6,A5,,良 九成,,,",
      messages: """
        scores.csv:16: value: “九成”：不是数：应写成 0.85、85% 或 45/60；应填档次 优、良、差
        scores.csv:16: value: “九成”: not a number: write 0.85, 85% or 45/60; write a level: 优, 良, 差
        """),
    Refusal(
      "a leaf of another scope", score: "V6,C1,,15,,,",
      messages: """
        scores.csv:16: indicator: C1 考核特色产业园区，督查 V6 的对象是 district:d1
        scores.csv:16: indicator: C1 is observed at industrial parks; the visit V6 is to district:d1
        """),
    Refusal(
      "a leaf of another scope at an enterprise", score: "V5,A4,,60%,,,",
      messages: """
        scores.csv:16: indicator: A4 考核市（县）区，督查 V5 的对象是 enterprise:E2
        scores.csv:16: indicator: A4 is observed at districts; the visit V5 is to enterprise:E2
        """),
    Refusal(
      "a leaf for other categories", score: "V6,A10,,3,,,",
      messages: """
        scores.csv:16: indicator: A10 不适用于区
        scores.csv:16: indicator: A10 does not apply to 区
        """),
  ]

  static let scorers: [Refusal] = [
    Refusal(
      "a scorer from that district", score: "V6,A6,,4,S3,,",
      messages: """
        scores.csv:16: scorer: 督查员 S3 属于 d1，应回避本地区的评分
        scores.csv:16: scorer: the inspector S3 belongs to d1 and may not score there
        """),
    Refusal(
      "a scorer of a measure", score: "V6,A4,,60%,S1,,",
      messages: """
        scores.csv:16: scorer: 只有评分和档次的行写评分人，这里应为空
        scores.csv:16: scorer: only judged points and levels name a scorer; leave it empty
        """),
    Refusal(
      "an unnamed scorer beside a named one", .add("scores.csv", "V6,A6,,4,S1,,\nV6,A6,,3,,,"),
      messages: """
        scores.csv:17: scorer: A6：有多名评分人时，每行都要写明评分人
        scores.csv:17: scorer: A6: where several score, each row names its scorer
        """),
    Refusal(
      "the same scorer twice", .add("scores.csv", "V6,A6,,4,S1,,\nV6,A6,,3,S1,,"),
      messages: """
        scores.csv:17: visit: 与第 16 行的键相同，同一文件中每个键只能有一行
        scores.csv:17: visit: has the same key as line 16; a key stands once in a file
        """),
    Refusal(
      "the same row twice", .add("scores.csv", "V6,A4,,60%,,,\nV6,A4,,60%,,,"),
      messages: """
        scores.csv:17: visit: 与第 16 行的键相同，同一文件中每个键只能有一行
        scores.csv:17: visit: has the same key as line 16; a key stands once in a file
        """),
    Refusal(
      "the same row three times", .add("scores.csv", "V6,A4,,60%,,,\nV6,A4,,60%,,,\nV6,A4,,61%,,,"),
      messages: """
        scores.csv:17: visit: 与第 16 行的键相同，同一文件中每个键只能有一行
        scores.csv:18: visit: 与第 16 行的键相同，同一文件中每个键只能有一行
        scores.csv:17: visit: has the same key as line 16; a key stands once in a file
        scores.csv:18: visit: has the same key as line 16; a key stands once in a file
        """),
    Refusal(
      "the same withdrawal twice", .add("scores.csv", "V6,A4,,-,,,\nV6,A4,,-,,,"),
      messages: """
        scores.csv:17: visit: 前面已有同一督查、指标、条目、评分人的行
        scores.csv:17: visit: an earlier row has the same visit, indicator, item and scorer
        """),
    Refusal(
      "a withdrawal of what the same file says", .add("scores.csv", "V6,A4,,60%,,,\nV6,A4,,-,,,"),
      messages: """
        scores.csv:17: visit: 与第 16 行的键相同，同一文件中每个键只能有一行
        scores.csv:17: visit: has the same key as line 16; a key stands once in a file
        """),
    Refusal(
      "a withdrawal before what the same file says", .add("scores.csv", "V6,A4,,-,,,\nV6,A4,,60%,,,"),
      messages: """
        scores.csv:17: visit: 与第 16 行的键相同，同一文件中每个键只能有一行
        scores.csv:17: visit: has the same key as line 16; a key stands once in a file
        """),
    Refusal(
      "several mistakes in one row", score: "V6,A6,,9,S3,,EV9",
      messages: """
        scores.csv:16: evidence: 没有代码为“EV9”的台账
        scores.csv:16: scorer: 督查员 S3 属于 d1，应回避本地区的评分
        scores.csv:16: value: 9 分超出范围：本指标 0 至 5 分
        scores.csv:16: evidence: there is no evidence “EV9”
        scores.csv:16: scorer: the inspector S3 belongs to d1 and may not score there
        scores.csv:16: value: 9 points are out of range: this leaf takes 0 to 5
        """),
    Refusal(
      "several unknown codes in one row", score: "V9,A6,,4,S1,,EV9",
      messages: """
        scores.csv:16: evidence: 没有代码为“EV9”的台账
        scores.csv:16: visit: 没有代码为“V9”的督查
        scores.csv:16: evidence: there is no evidence “EV9”
        scores.csv:16: visit: there is no visit “V9”
        """),
  ]
}
