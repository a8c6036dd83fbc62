@testable import KaoheStore

/// Measures that do not fit their leaf.
extension Refusal {
  static let measures: [Refusal] = [
    Refusal(
      "a measure in words", code: "wrong-form", score: "V6,A4,,很高,,,",
      messages: """
        scores.csv:16: value: “很高”：不是数：应写成 0.85、85% 或 45/60；应填 45/60、85%、0.85 或 1041 这样的数
        scores.csv:16: value: “很高”: not a number: write 0.85, 85% or 45/60; write a number such as 45/60, 85%, 0.85 or 1041
        """),
    Refusal(
      "a measure in full-width digits", code: "wrong-form", score: "V6,A4,,８５％,,,",
      messages: """
        scores.csv:16: value: “８５％”：用了全角字符，请改用半角数字和符号；应填 45/60、85%、0.85 或 1041 这样的数
        scores.csv:16: value: “８５％”: full-width characters; write ASCII digits and signs; write a number such as 45/60, 85%, 0.85 or 1041
        """),
    Refusal(
      "a measure with a unit", code: "wrong-form", score: "V6,A4,,60人,,,",
      messages: """
        scores.csv:16: value: “60人”：不是数：应写成 0.85、85% 或 45/60；应填 45/60、85%、0.85 或 1041 这样的数
        scores.csv:16: value: “60人”: not a number: write 0.85, 85% or 45/60; write a number such as 45/60, 85%, 0.85 or 1041
        """),
    Refusal(
      "a measure with spaces", code: "wrong-form", score: "V6,A4,,45 / 60,,,",
      messages: """
        scores.csv:16: value: “45 / 60”：不是数：应写成 0.85、85% 或 45/60；应填 45/60、85%、0.85 或 1041 这样的数
        scores.csv:16: value: “45 / 60”: not a number: write 0.85, 85% or 45/60; write a number such as 45/60, 85%, 0.85 or 1041
        """),
    Refusal(
      "a measure with an exponent", code: "wrong-form", score: "V6,A4,,1e3,,,",
      messages: """
        scores.csv:16: value: “1e3”：不是数：应写成 0.85、85% 或 45/60；应填 45/60、85%、0.85 或 1041 这样的数
        scores.csv:16: value: “1e3”: not a number: write 0.85, 85% or 45/60; write a number such as 45/60, 85%, 0.85 or 1041
        """),
    Refusal(
      "a measure of 31 digits", code: "wrong-form", score: "V6,A4,,1234567890123456789012345678901,,,",
      messages: """
        scores.csv:16: value: “1234567890123456789012345678901”：数字超过 30 位；应填 45/60、85%、0.85 或 1041 这样的数
        scores.csv:16: value: “1234567890123456789012345678901”: more than 30 digits; write a number such as 45/60, 85%, 0.85 or 1041
        """),
    Refusal(
      "a fraction of decimals", code: "wrong-form", score: "V6,A4,,4.5/6,,,",
      messages: """
        scores.csv:16: value: “4.5/6”：不是数：应写成 0.85、85% 或 45/60；应填 45/60、85%、0.85 或 1041 这样的数
        scores.csv:16: value: “4.5/6”: not a number: write 0.85, 85% or 45/60; write a number such as 45/60, 85%, 0.85 or 1041
        """),
    Refusal(
      "a measure named none", code: "wrong-form", score: "V6,A4,,none,,,",
      messages: """
        scores.csv:16: value: “none”：应填 45/60、85%、0.85 或 1041 这样的数
        scores.csv:16: value: “none”: write a number such as 45/60, 85%, 0.85 or 1041
        """),
    Refusal(
      "a measure with an item", code: "unknown-item", score: "V6,A4,甲,60%,,,",
      messages: """
        scores.csv:16: item: 本指标没有细项，item 应为空
        scores.csv:16: item: this leaf has no items; leave item empty
        """),
    Refusal(
      "a denominator of 0", code: "zero-denominator", score: "V6,A4,,5/0,,,",
      messages: """
        scores.csv:16: value: “5/0”：分母不能为0
        scores.csv:16: value: “5/0”: the denominator can't be 0
        """),
    Refusal(
      "0/0 where the rules do not say what it means", code: "zero-denominator", score: "V6,A4,,0/0,,,",
      messages: """
        scores.csv:16: value: “0/0”：细则没有规定本指标分母为0时如何计分（zero_denominator）；确不适用时填 n/a 并写明理由
        scores.csv:16: value: “0/0”: the rules do not say what this leaf scores without a denominator (zero_denominator); where it does not apply, write n/a with a reason
        """),
    Refusal(
      "a negative measure that is compared by ratio", code: "out-of-range", score: "V6,A9,,-3%,,,",
      messages: """
        scores.csv:16: value: “-3%”：按各地比例计分的值不能为负
        scores.csv:16: value: “-3%”: a measure that is compared by ratio can't be negative
        """),
    Refusal(
      "a pooled measure that is no fraction", code: "wrong-form", score: "V5,B1,,85%,,,",
      messages: """
        scores.csv:16: value: “85%”：本指标合并各点的分子和分母，应填 45/60 的形式
        scores.csv:16: value: “85%”: this leaf pools numerators and denominators; write it as 45/60
        """),
    Refusal(
      "a pooled denominator of 0", code: "zero-denominator", score: "V5,B1,,5/0,,,",
      messages: """
        scores.csv:16: value: “5/0”：分母不能为0
        scores.csv:16: value: “5/0”: the denominator can't be 0
        """),
    Refusal(
      "pooled fractions that sum to 0/0", code: "zero-denominator", .replace("scores.csv", "V2,B1,,9/10", "V2,B1,,0/0"),
      messages: """
        scores.csv:11: value: B1：累计后分母为 0，细则没有规定如何计分
        scores.csv:11: value: B1: the sum has the denominator 0, and the rules do not say what it scores
        """),
    Refusal(
      "visits that are summed, a fraction and a number", code: "mixed-forms",
      .add("visits.csv", "V7,2022,G1,enterprise:E1,2022-07-07,,submitted"),
      .add("scores.csv", "V7,B2,,85%,,,"),
      messages: """
        scores.csv:16: value: B2：各次督查的值要么都写成 45/60，要么都不写成分数，才能累计
        scores.csv:16: value: B2: to be added up, the values of all visits are fractions such as 45/60, or none is
        """),
  ]
}
