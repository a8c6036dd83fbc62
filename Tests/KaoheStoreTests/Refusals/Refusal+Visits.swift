@testable import KaoheStore

/// Visits that can't be as the folder wants them, and folders that contradict what was imported before.
extension Refusal {
  private static func submit(_ visit: String, _ subject: String, _ day: Int) -> Change {
    .replace(
      "visits.csv", "\(visit),2022,G1,\(subject),2022-06-0\(day),,draft",
      "\(visit),2022,G1,\(subject),2022-06-0\(day),,submitted")
  }

  static let visits: [Refusal] = [
    Refusal(
      "a visit before the assessment opens", code: "outside-period",
      .add("visits.csv", "V7,2022,G1,district:d1,2021-12-31,,draft"),
      messages: """
        visits.csv:8: date: 2021-12-31 不在考核 2022 的期间（2022-01-01 – 2022-12-31）内
        visits.csv:8: date: 2021-12-31 is outside the assessment 2022 (2022-01-01 – 2022-12-31)
        """),
    Refusal(
      "a visit after the assessment closes", code: "outside-period",
      .add("visits.csv", "V7,2022,G1,district:d1,2023-01-01,,draft"),
      messages: """
        visits.csv:8: date: 2023-01-01 不在考核 2022 的期间（2022-01-01 – 2022-12-31）内
        visits.csv:8: date: 2023-01-01 is outside the assessment 2022 (2022-01-01 – 2022-12-31)
        """),
    Refusal(
      "submitted without the measure beside an item", code: "incomplete-visit", submit("V6", "district:d1", 6),
      .add("scores.csv", "V6,A8,A8-1,1,,迟报,"),
      messages: """
        visits.csv:7: status: 督查 V6 不能提交：A8 比率和迟报：缺少实际值
        visits.csv:7: status: the visit V6 can't be submitted: A8 比率和迟报: its measure is missing
        """),
    Refusal(
      "submitted without an item of the checklist", code: "incomplete-visit", submit("V6", "district:d1", 6),
      .add("scores.csv", "V6,A3,A3-2,yes,,,"),
      messages: """
        visits.csv:7: status: 督查 V6 不能提交：A3 清单：细项 A3-1 未填
        visits.csv:7: status: the visit V6 can't be submitted: A3 清单: checklist item A3-1 has no row
        """),
    Refusal(
      "submitted without an answer that counts", code: "incomplete-visit", submit("V6", "district:d1", 6),
      .add("scores.csv", "V6,A7,不了解,5,,,\nV6,A7,满意,0,,,"),
      messages: """
        visits.csv:7: status: 督查 V6 不能提交：A7 满意度：没有一份计分的答卷
        visits.csv:7: status: the visit V6 can't be submitted: A7 满意度: not one answer that counts was given
        """),
    Refusal(
      "submitted without a level", code: "incomplete-visit",
      .replace(
        "rules.yaml", "methods: [{levels: {levels: [{code: 优, share: 1}",
        "methods: [{deduct: {items: [{code: A5-1, title: 迟到, points: 1}]}}, {levels: {levels: [{code: 优, share: 1}"),
      submit("V6", "district:d1", 6), .add("scores.csv", "V6,A5,A5-1,1,,迟到,"),
      messages: """
        visits.csv:7: status: 督查 V6 不能提交：A5 档次：缺少档次
        visits.csv:7: status: the visit V6 can't be submitted: A5 档次: its level is missing
        """),
    Refusal(
      "submitted without points", code: "incomplete-visit",
      .replace(
        "rules.yaml", "C1, title: 园区评分, points: 20, scope: park, methods: [judged",
        "C1, title: 园区评分, points: 20, scope: park, methods: [judged, {checklist: {items: [{code: C1-1, title: 有站, points: 1}]}}"
      ),
      submit("V3", "park:P1", 3), .add("scores.csv", "V3,C1,C1-1,是,,,"),
      messages: """
        visits.csv:4: status: 督查 V3 不能提交：C1 园区评分：缺少评分
        visits.csv:4: status: the visit V3 can't be submitted: C1 园区评分: its judged points are missing
        """),
    Refusal(
      "submitted with several gaps", code: "incomplete-visit", submit("V6", "district:d1", 6),
      .add("scores.csv", "V6,A3,A3-2,yes,,,\nV6,A8,A8-1,0,,,"),
      messages: """
        visits.csv:7: status: 督查 V6 不能提交：A3 清单：细项 A3-1 未填
        visits.csv:7: status: 督查 V6 不能提交：A8 比率和迟报：缺少实际值
        visits.csv:7: status: the visit V6 can't be submitted: A3 清单: checklist item A3-1 has no row
        visits.csv:7: status: the visit V6 can't be submitted: A8 比率和迟报: its measure is missing
        """),
  ]

  static let later: [Refusal] = [
    .later(
      "a changed score of a confirmed visit", code: "closed-visit", .replace("scores.csv", "45/60", "46/60"),
      messages: """
        scores.csv:5: 督查 V1 已确认，不能再改记录；先由办公室退回：kaohe visit return V1 --reason 理由
        scores.csv:5: the visit V1 is confirmed; its scores can't be changed; the office returns it first: kaohe visit return V1 --reason WHY
        """),
    .later(
      "a changed reason of a confirmed visit", code: "closed-visit", .replace("scores.csv", "少两次", "少了两次"),
      messages: """
        scores.csv:2: 督查 V1 已确认，不能再改记录；先由办公室退回：kaohe visit return V1 --reason 理由
        scores.csv:2: the visit V1 is confirmed; its scores can't be changed; the office returns it first: kaohe visit return V1 --reason WHY
        """),
    .later(
      "a score withdrawn from a submitted visit", code: "closed-visit", .replace("scores.csv", "V2,B3,,8", "V2,B3,,-"),
      messages: """
        scores.csv:13: 督查 V2 已提交，不能再改记录；先由办公室退回：kaohe visit return V2 --reason 理由
        scores.csv:13: the visit V2 is submitted; its scores can't be changed; the office returns it first: kaohe visit return V2 --reason WHY
        """),
    .later(
      "a new score of a submitted visit", code: "closed-visit", .add("scores.csv", "V1,A2,,none,,,"),
      messages: """
        scores.csv:16: 督查 V1 已确认，不能再改记录；先由办公室退回：kaohe visit return V1 --reason 理由
        scores.csv:16: the visit V1 is confirmed; its scores can't be changed; the office returns it first: kaohe visit return V1 --reason WHY
        """),
    .later(
      "other evidence of a confirmed visit", code: "closed-visit",
      .replace("scores.csv", "V1,A4,,45/60,,,", "V1,A4,,45/60,,,EV1"),
      messages: """
        scores.csv:5: 督查 V1 已确认，不能再改记录；先由办公室退回：kaohe visit return V1 --reason 理由
        scores.csv:5: the visit V1 is confirmed; its scores can't be changed; the office returns it first: kaohe visit return V1 --reason WHY
        """),
    .later(
      "a row of a confirmed visit twice", code: "duplicate-key", .add("scores.csv", "V1,A4,,45/60,,,"),
      messages: """
        scores.csv:16: visit: 前面已有同一督查、指标、细项、评分人的行
        scores.csv:16: visit: an earlier row has the same visit, indicator, item and scorer
        """),
    .later(
      "another day of a confirmed visit", code: "closed-visit", .replace("visits.csv", "2022-06-01", "2022-06-11"),
      messages: """
        visits.csv:2: 督查 V1 已确认，不能修改；先由办公室退回：kaohe visit return V1 --reason 理由
        visits.csv:2: the visit V1 is confirmed and can't be changed; the office returns it first: kaohe visit return V1 --reason WHY
        """),
    .later(
      "a confirmed visit as a draft", code: "closed-visit", .replace("visits.csv", "查台账,confirmed", "查台账,draft"),
      messages: """
        visits.csv:2: status: 督查 V1 已确认，不能由导入改为“草稿”；先由办公室退回：kaohe visit return V1 --reason 理由
        visits.csv:2: status: the visit V1 is confirmed; an import can't make it draft; the office returns it first: kaohe visit return V1 --reason WHY
        """),
    .later(
      "a confirmed visit as submitted", code: "closed-visit", .replace("visits.csv", "查台账,confirmed", "查台账,submitted"),
      messages: """
        visits.csv:2: status: 督查 V1 已确认，不能由导入改为“已提交”；先由办公室退回：kaohe visit return V1 --reason 理由
        visits.csv:2: status: the visit V1 is confirmed; an import can't make it submitted; the office returns it first: kaohe visit return V1 --reason WHY
        """),
    .later(
      "a submitted visit as cancelled", code: "closed-visit", .replace("visits.csv", ",submitted", ",cancelled"),
      messages: """
        visits.csv:3: status: 督查 V2 已提交，不能由导入改为“已取消”；先由办公室退回：kaohe visit return V2 --reason 理由
        visits.csv:3: status: the visit V2 is submitted; an import can't make it cancelled; the office returns it first: kaohe visit return V2 --reason WHY
        """),
    .later(
      "a draft with scores to another kind of subject", code: "wrong-scope",
      .replace("visits.csv", "V4,2022,G1,district:d2", "V4,2022,G1,park:P1"),
      .replace("scores.csv", "V4,A2,,none,,,\n", ""), .replace("scores.csv", "V4,A4,,n/a,,没有这项工作,\n", ""),
      messages: """
        visits.csv:5: subject: A2 考核市（县）区，督查 V4 的对象是 park:P1
        visits.csv:5: subject: A4 考核市（县）区，督查 V4 的对象是 park:P1
        visits.csv:5: subject: A2 is observed at districts; the visit V4 is to park:P1
        visits.csv:5: subject: A4 is observed at districts; the visit V4 is to park:P1
        """),
    .later(
      "a row twice that is known", code: "duplicate-key", .add("scores.csv", "V4,A2,,none,,,"),
      messages: """
        scores.csv:16: visit: 前面已有同一督查、指标、细项、评分人的行
        scores.csv:16: visit: an earlier row has the same visit, indicator, item and scorer
        """),
    .later(
      "a known row and a change of it", code: "duplicate-key", .add("scores.csv", "V4,A4,,0.5,,,"),
      messages: """
        scores.csv:16: visit: 前面已有同一督查、指标、细项、评分人的行
        scores.csv:16: visit: an earlier row has the same visit, indicator, item and scorer
        """),
    .later(
      "a change and what is known", code: "duplicate-key",
      .replace("scores.csv", "V4,A4,,n/a,,没有这项工作,", "V4,A4,,0.5,,,\nV4,A4,,n/a,,没有这项工作,"),
      messages: """
        scores.csv:16: visit: 前面已有同一督查、指标、细项、评分人的行
        scores.csv:16: visit: an earlier row has the same visit, indicator, item and scorer
        """),
    .later(
      "a known row and its withdrawal", code: "duplicate-key", .add("scores.csv", "V4,A4,,-,,,"),
      messages: """
        scores.csv:16: visit: 前面已有同一督查、指标、细项、评分人的行
        scores.csv:16: visit: an earlier row has the same visit, indicator, item and scorer
        """),
    .later(
      "a changed row twice", code: "duplicate-key",
      .replace("scores.csv", "V4,A2,,none,,,", "V4,A2,A2-1,3,,,\nV4,A2,,-,,,\nV4,A2,A2-1,4,,,"),
      messages: """
        scores.csv:16: visit: 与第 14 行重复，同一文件中每个键只能有一行
        scores.csv:16: visit: has the same key as line 14; a key stands once in a file
        """),
    .later(
      "n/a beside what is known", code: "not-alone",
      .file("scores.csv", "visit,indicator,item,value,reason\nV4,A2,A2-1,3,\n"),
      messages: """
        visits.csv:5: status: A2：“无”必须是本指标本次唯一的一行
        visits.csv:5: status: A2: “none” stands alone in its leaf and visit
        """),
    .later(
      "a changed rule set", code: "changed-rule-set", .replace("rules.yaml", "title: 小细则", "title: 小小细则"),
      messages: """
        rules.yaml: 细则 small 已导入且内容不同；细则导入后不可修改；改动后的细则用新的 rule_set 代码
        rules.yaml: the rule set small is known with another content; it never changes once imported; give the changed rules a new rule_set code
        """),
    .later(
      "a rule set changed in its comments alone", code: "changed-rule-set",
      .replace("rules.yaml", "year: 2022", "year: 2022 # 试行"),
      messages: """
        rules.yaml: 细则 small 已导入且内容不同；细则导入后不可修改；改动后的细则用新的 rule_set 代码
        rules.yaml: the rule set small is known with another content; it never changes once imported; give the changed rules a new rule_set code
        """),
  ]

  static let assessments: [Refusal] = [
    Refusal(
      "an assessment that closes before it opens", code: "bad-period",
      .add("assessments.csv", "2023,二三年,small,2023-12-31,2023-01-01,"),
      messages: """
        assessments.csv:3: closes: 截止日期早于开始日期
        assessments.csv:3: closes: closes before it opens
        """),
    .later(
      "known visits outside a new period", code: "visits-outside",
      .replace("assessments.csv", "2022-01-01", "2022-06-05"),
      .remove("visits.csv"),
      messages: """
        assessments.csv:2: opens: 已有督查在此期间之外：V1, V2, V3 …
        assessments.csv:2: opens: visits lie outside this period: V1, V2, V3 …
        """),
    .later(
      "another rule set where there are visits", code: "rule-set-in-use",
      .file("rules-2.yaml", Records.base["rules.yaml"].replacing("small", with: "large")),
      .replace("assessments.csv", "small", "large"),
      messages: """
        assessments.csv:2: rule_set: 已有督查或加减分按 small 记录，不能换成 large
        assessments.csv:2: rule_set: visits or adjustments were recorded by small; it can't be replaced by large
        """),
  ]
}
