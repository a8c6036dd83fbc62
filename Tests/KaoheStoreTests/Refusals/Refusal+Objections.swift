@testable import KaoheStore

/// Objections, and what they correct.
extension Refusal {
  private static let header =
    "code,visit,indicator,raised_by,text,opened_at,opened_by,status,decision,decided_at,decided_by,evidence\n"
  private static let open = "O1,V1,A4,甲区,漏计,2022-07-01T08:00:00.000Z,S2,open,,,,\n"
  private static let upheld =
    "O1,V1,A4,甲区,漏计,2022-07-01T08:00:00.000Z,S2,upheld,属实,2022-07-02T08:00:00.000Z,办公室,\n"

  static let objections: [Refusal] = [
    Refusal(
      "objections to what there is not", code: "unknown-code",
      .file(
        "objections.csv",
        header + "O1,V9,A4,甲区,漏计,2022-07-01T08:00:00.000Z,S2,open,,,,\n"
          + "O2,V1,B,甲区,漏计,2022-07-01T08:00:00.000Z,S2,open,,,,EV9\n"),
      messages: """
        objections.csv:2: visit: 没有代码为“V9”的督查
        objections.csv:3: evidence: 没有编号为“EV9”的台账
        objections.csv:3: indicator: 细则 small 没有代码为“B”的考核要点
        objections.csv:2: visit: there is no visit “V9”
        objections.csv:3: evidence: there is no evidence “EV9”
        objections.csv:3: indicator: there is no leaf “B” in the rule set small
        """),
    Refusal(
      "objections that say too little", code: "bad-code bad-moment decision-of-open empty-cell unknown-word",
      .file(
        "objections.csv",
        header + "O1,V1,A4,,,昨天,,open,属实,,,\n" + "O2,V1,A4,甲区,漏计,2022-07-01T08:00:00.000Z,S2,upheld,,,,\n"
          + "O;3,V1,A4,甲区,漏计,2022-07-01T08:00:00.000Z,S2,成立,,,,\n"),
      messages: """
        objections.csv:2: decision: 待复核的申诉还没有复核意见，应为空
        objections.csv:2: opened_at: “昨天”不是时刻：应为 2022-09-01T08:00:00.000Z 的形式（UTC，2020年以后）
        objections.csv:2: opened_by: 不能为空
        objections.csv:2: raised_by: 不能为空
        objections.csv:2: text: 不能为空
        objections.csv:3: decided_at: 不能为空
        objections.csv:3: decided_by: 不能为空
        objections.csv:3: decision: 不能为空
        objections.csv:4: code: 代码首尾不能有空格，不能含分号或不可见字符
        objections.csv:4: status: “成立”不在可填的词中：open、upheld、rejected
        objections.csv:2: decision: an open objection is not decided yet; leave it empty
        objections.csv:2: opened_at: “昨天” is no moment: write it as 2022-09-01T08:00:00.000Z (UTC, from 2020 on)
        objections.csv:2: opened_by: must not be empty
        objections.csv:2: raised_by: must not be empty
        objections.csv:2: text: must not be empty
        objections.csv:3: decided_at: must not be empty
        objections.csv:3: decided_by: must not be empty
        objections.csv:3: decision: must not be empty
        objections.csv:4: code: a code has no space at its ends, no `;` and nothing invisible
        objections.csv:4: status: “成立” is not one of open, upheld, rejected
        """),
    Refusal(
      "a decision from before the objection", code: "decided-before-opened",
      .file("objections.csv", header + upheld.replacing("2022-07-02", with: "2022-06-30")),
      messages: """
        objections.csv:2: decided_at: 复核时刻 2022-06-30T08:00:00.000Z 早于受理时刻 2022-07-01T08:00:00.000Z
        objections.csv:2: decided_at: it was decided at 2022-06-30T08:00:00.000Z, before it was opened at 2022-07-01T08:00:00.000Z
        """),
    Refusal(
      "corrections without an upheld objection", code: "not-upheld unknown-code",
      .file("objections.csv", header + open), .file("corrections.csv", "objection\nO1\nO9\n"),
      messages: """
        corrections.csv:2: objection: 申诉 O1 没有成立，不更正得分
        corrections.csv:3: objection: 没有代码为“O9”的申诉
        corrections.csv:2: objection: the objection O1 is not upheld and corrects no score
        corrections.csv:3: objection: there is no objection “O9”
        """),
    Refusal(
      "a correction of what was not recorded", code: "no-such-score",
      .file("objections.csv", header + upheld), .file("corrections.csv", "objection,item,scorer\nO1,A3-1,\nO1,,S1\n"),
      messages: """
        corrections.csv:2: 督查 V1 没有 A4 A3-1 的记录
        corrections.csv:3: 督查 V1 没有 A4 S1 的记录
        corrections.csv:2: there is no score of A4 A3-1 at the visit V1
        corrections.csv:3: there is no score of A4 S1 at the visit V1
        """),
  ]
}
