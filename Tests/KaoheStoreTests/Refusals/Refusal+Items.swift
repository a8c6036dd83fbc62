@testable import KaoheStore

/// Counts, ticks and answers that do not fit their leaf.
extension Refusal {
  static let items: [Refusal] = [
    Refusal(
      "a deduction without its item", code: "item-missing", score: "V6,A1,,2,,少两次,",
      messages: """
        scores.csv:16: item: “2”没有指明细项：细项填在 item 列：A1-1；没有可记的填 none
        scores.csv:16: item: “2” names no item: items go in the item column: A1-1; with nothing to count write none
        """),
    Refusal(
      "a deduction of an unknown item", code: "unknown-item", score: "V6,A1,A1-9,2,,少两次,",
      messages: """
        scores.csv:16: item: 本指标没有细项“A1-9”：可填 A1-1
        scores.csv:16: item: this leaf has no item “A1-9”: it has A1-1
        """),
    Refusal(
      "a deduction counted in part", code: "wrong-form", score: "V6,A1,A1-1,0.5,,少半次,",
      messages: """
        scores.csv:16: value: “0.5”不是次数：应为不小于0的整数
        scores.csv:16: value: “0.5” is no count: write a whole number, 0 or more
        """),
    Refusal(
      "a deduction counted below 0", code: "wrong-form", score: "V6,A1,A1-1,-1,,,",
      messages: """
        scores.csv:16: value: “-1”不是次数：应为不小于0的整数
        scores.csv:16: value: “-1” is no count: write a whole number, 0 or more
        """),
    Refusal(
      "a deduction counted in percent", code: "wrong-form", score: "V6,A1,A1-1,100%,,全少,",
      messages: """
        scores.csv:16: value: “100%”不是次数：应为不小于0的整数
        scores.csv:16: value: “100%” is no count: write a whole number, 0 or more
        """),
    Refusal(
      "a deduction in words", code: "wrong-form", score: "V6,A1,A1-1,两次,,少两次,",
      messages: """
        scores.csv:16: value: “两次”：不是数：应写成 0.85、85% 或 45/60；细项填在 item 列：A1-1；没有可记的填 none
        scores.csv:16: value: “两次”: not a number: write 0.85, 85% or 45/60; items go in the item column: A1-1; with nothing to count write none
        """),
    Refusal(
      "a deduction without a reason", code: "reason-missing", score: "V6,A1,A1-1,2,,,",
      messages: """
        scores.csv:16: reason: 扣分要写明理由
        scores.csv:16: reason: a deduction needs a reason
        """),
    Refusal(
      "an addition without its item", code: "item-missing", score: "V6,A2,,3,,,",
      messages: """
        scores.csv:16: item: “3”没有指明细项：细项填在 item 列：A2-1；没有可记的填 none
        scores.csv:16: item: “3” names no item: items go in the item column: A2-1; with nothing to count write none
        """),
    Refusal(
      "an item of a checklist in numbers", code: "wrong-form", score: "V6,A3,A3-1,1,,,",
      messages: """
        scores.csv:16: value: “1”：应填 yes/no（是/否）
        scores.csv:16: value: “1”: write yes or no (是/否)
        """),
    Refusal(
      "a checklist without its item", code: "item-missing", score: "V6,A3,,yes,,,",
      messages: """
        scores.csv:16: item: “yes”没有指明细项：细项填在 item 列：A3-1、A3-2
        scores.csv:16: item: “yes” names no item: items go in the item column: A3-1, A3-2
        """),
    Refusal(
      "none in a checklist", code: "wrong-form", score: "V6,A3,,无,,,",
      messages: """
        scores.csv:16: value: “无”：细项填在 item 列：A3-1、A3-2
        scores.csv:16: value: “无”: items go in the item column: A3-1, A3-2
        """),
    Refusal(
      "an item of another leaf", code: "unknown-item", score: "V6,A8,A1-1,1,,迟报,",
      messages: """
        scores.csv:16: item: 本指标没有细项“A1-1”：可填 A8-1
        scores.csv:16: item: this leaf has no item “A1-1”: it has A8-1
        """),
    Refusal(
      "none beside a measure", code: "wrong-form", score: "V6,A8,,none,,,",
      messages: """
        scores.csv:16: value: “none”：应填 45/60、85%、0.85 或 1041 这样的数；细项填在 item 列：A8-1
        scores.csv:16: value: “none”: write a number such as 45/60, 85%, 0.85 or 1041; items go in the item column: A8-1
        """),
    Refusal(
      "a survey without its answer", code: "item-missing", score: "V6,A7,,85%,,,",
      messages: """
        scores.csv:16: item: “85%”没有指明细项：每种答案一行，填人数
        scores.csv:16: item: “85%” names no item: one row an answer, with its count
        """),
    Refusal(
      "a survey with an unknown answer", code: "unknown-item", score: "V6,A7,很满意,3,,,",
      messages: """
        scores.csv:16: item: 本指标没有细项“很满意”：可填 满意、不满意、不了解
        scores.csv:16: item: this leaf has no item “很满意”: it has 满意, 不满意, 不了解
        """),
    Refusal(
      "a survey counted in part", code: "wrong-form", score: "V6,A7,满意,2.5,,,",
      messages: """
        scores.csv:16: value: “2.5”不是次数：应为不小于0的整数
        scores.csv:16: value: “2.5” is no count: write a whole number, 0 or more
        """),
    Refusal(
      "a withdrawal of an unknown item", code: "unknown-item", score: "V6,A1,A1-9,-,,,",
      messages: """
        scores.csv:16: item: 本指标没有细项“A1-9”：可填 A1-1
        scores.csv:16: item: this leaf has no item “A1-9”: it has A1-1
        """),
    Refusal(
      "none with a count", code: "not-alone", .add("scores.csv", "V6,A1,,none,,,\nV6,A1,A1-1,0,,,"),
      messages: """
        scores.csv:16: value: A1：“无”必须是本指标本次唯一的一行
        scores.csv:16: value: A1: “none” stands alone in its leaf and visit
        """),
    Refusal(
      "n/a with a measure", code: "not-alone", .add("scores.csv", "V6,A8,,不适用,,未开展,\nV6,A8,A8-1,1,,迟报,"),
      messages: """
        scores.csv:16: value: A8：“不适用”必须是本指标本次唯一的一行
        scores.csv:16: value: A8: “n/a” stands alone in its leaf and visit
        """),
    Refusal(
      "n/a without a reason", code: "reason-missing", score: "V6,A4,,n/a,,,",
      messages: """
        scores.csv:16: reason: “不适用”要写明理由
        scores.csv:16: reason: “n/a” needs a reason
        """),
  ]
}
