@testable import KaoheStore

/// How visits and findings came to their status.
extension Refusal {
  private static let visitSteps = "visit,action,recorded_at,recorded_by,reason\n"
  private static let findingSteps = "finding,action,date,recorded_at,recorded_by,reason\n"

  static let steps: [Refusal] = [
    Refusal(
      "steps of unknown visits", code: "unknown-code",
      .file("visit_steps.csv", visitSteps + "V9,submit,2022-06-02T08:00:00.000Z,张三,\n"),
      messages: """
        visit_steps.csv:2: visit: 没有代码为“V9”的督查
        visit_steps.csv:2: visit: there is no visit “V9”
        """),
    Refusal(
      "a step that there is not", code: "unknown-word",
      .file("visit_steps.csv", visitSteps + "V2,提交,2022-06-02T08:00:00.000Z,张三,\n"),
      messages: """
        visit_steps.csv:2: action: “提交”不在可填的词中：submit、return、confirm、cancel
        visit_steps.csv:2: action: “提交” is not one of submit, return, confirm, cancel
        """),
    Refusal(
      "steps without a moment", code: "bad-moment empty-cell",
      .file(
        "visit_steps.csv",
        visitSteps + "V2,submit,2022-06-02 08:00,张三,\nV2,submit,2022-02-30T08:00:00.000Z,张三,\nV2,submit,,,\n"
          + "V2,submit,2019-12-31T23:59:59.999Z,张三,\nV2,submit,2022-06-02T24:00:00.000Z,张三,\n"),
      messages: """
        visit_steps.csv:2: recorded_at: “2022-06-02 08:00”不是时刻：应为 2022-09-01T08:00:00.000Z 的形式（UTC，2020年以后）
        visit_steps.csv:3: recorded_at: “2022-02-30T08:00:00.000Z”不是时刻：应为 2022-09-01T08:00:00.000Z 的形式（UTC，2020年以后）
        visit_steps.csv:4: recorded_at: 不能为空
        visit_steps.csv:4: recorded_by: 不能为空
        visit_steps.csv:5: recorded_at: “2019-12-31T23:59:59.999Z”不是时刻：应为 2022-09-01T08:00:00.000Z 的形式（UTC，2020年以后）
        visit_steps.csv:6: recorded_at: “2022-06-02T24:00:00.000Z”不是时刻：应为 2022-09-01T08:00:00.000Z 的形式（UTC，2020年以后）
        visit_steps.csv:2: recorded_at: “2022-06-02 08:00” is no moment: write it as 2022-09-01T08:00:00.000Z (UTC, from 2020 on)
        visit_steps.csv:3: recorded_at: “2022-02-30T08:00:00.000Z” is no moment: write it as 2022-09-01T08:00:00.000Z (UTC, from 2020 on)
        visit_steps.csv:4: recorded_at: must not be empty
        visit_steps.csv:4: recorded_by: must not be empty
        visit_steps.csv:5: recorded_at: “2019-12-31T23:59:59.999Z” is no moment: write it as 2022-09-01T08:00:00.000Z (UTC, from 2020 on)
        visit_steps.csv:6: recorded_at: “2022-06-02T24:00:00.000Z” is no moment: write it as 2022-09-01T08:00:00.000Z (UTC, from 2020 on)
        """),
    Refusal(
      "a step that is still to come", code: "future-moment",
      .file("visit_steps.csv", visitSteps + "V2,submit,2099-06-02T08:00:00.000Z,张三,\n"),
      messages: """
        visit_steps.csv:2: recorded_at: “2099-06-02T08:00:00.000Z”还没有到
        visit_steps.csv:2: recorded_at: “2099-06-02T08:00:00.000Z” is still to come
        """),
    Refusal(
      "a return without a reason", code: "reason-missing",
      .file("visit_steps.csv", visitSteps + "V2,return,2022-06-02T08:00:00.000Z,办公室,\n"),
      messages: """
        visit_steps.csv:2: reason: 退回要写明理由
        visit_steps.csv:2: reason: to return a visit takes a reason
        """),
    .later(
      "steps without a reason beside other problems", code: "empty-cell reason-missing unknown-code",
      .file(
        "visit_steps.csv",
        visitSteps + "V2,return,2022-06-02T08:00:00.000Z,办公室,\nV9,return,2022-06-02T08:00:00.000Z,办公室,漏项\n"),
      .file(
        "finding_steps.csv",
        findingSteps + "W1,reopen,2022-07-01,2022-07-01T08:00:00.000Z,张三,\n"
          + "W1,verify,2022-07-01,2022-07-01T08:00:00.000Z,,\n"),
      messages: """
        finding_steps.csv:2: reason: 重新打开要写明理由
        finding_steps.csv:3: recorded_by: 不能为空
        visit_steps.csv:2: reason: 退回要写明理由
        visit_steps.csv:3: visit: 没有代码为“V9”的督查
        finding_steps.csv:2: reason: to reopen a finding takes a reason
        finding_steps.csv:3: recorded_by: must not be empty
        visit_steps.csv:2: reason: to return a visit takes a reason
        visit_steps.csv:3: visit: there is no visit “V9”
        """),
    .later(
      "visit steps that do not lead to the status", code: "step-against-status",
      .file(
        "visit_steps.csv",
        visitSteps + "V4,confirm,2022-06-05T08:00:00.000Z,办公室,\nV1,cancel,2022-06-05T08:00:00.000Z,办公室,没有成行\n"
          + "V2,confirm,2022-06-05T08:00:00.000Z,办公室,\nV2,submit,2022-06-05T08:00:00.001Z,张三,\n"),
      messages: """
        visit_steps.csv:2: action: confirm 之后督查 V4 应当已确认，而它是草稿；把导出的 visits.csv 和 visit_steps.csv 一起导入
        visit_steps.csv:3: action: cancel 之后督查 V1 应当已取消，而它已确认；把导出的 visits.csv 和 visit_steps.csv 一起导入
        visit_steps.csv:2: action: confirm makes the visit V4 confirmed, but it is a draft; hand in visits.csv and visit_steps.csv both as they were exported
        visit_steps.csv:3: action: cancel makes the visit V1 cancelled, but it is confirmed; hand in visits.csv and visit_steps.csv both as they were exported
        """),
    .later(
      "a finding step that does not lead to the status", code: "step-against-status",
      .file(
        "finding_steps.csv",
        findingSteps + "W1,verify,2022-07-02,2022-07-02T08:00:00.000Z,办公室,\n"
          + "W1,rectify,2022-07-01,2022-07-01T08:00:00.000Z,张三,补\n"),
      messages: """
        finding_steps.csv:2: action: verify 之后问题 W1 应为 verified，而它是 open；把导出的 findings.csv 和 finding_steps.csv 一起导入
        finding_steps.csv:2: action: verify makes the finding W1 verified, but it is open; hand in findings.csv and finding_steps.csv both as they were exported
        """),
    Refusal(
      "steps of a finding that is no problem", code: "not-a-problem",
      .add("findings.csv", "W2,V1,A1,highlight,宣讲,,,open,,"),
      .file("finding_steps.csv", findingSteps + "W2,rectify,2022-07-01,2022-07-01T08:00:00.000Z,张三,补\n"),
      messages: """
        finding_steps.csv:2: finding: W2 不是问题，没有整改和销号
        finding_steps.csv:2: finding: W2 is a highlight; only problems are put right
        """),
    Refusal(
      "a step that stands twice", code: "duplicate-key",
      .file(
        "visit_steps.csv",
        visitSteps + "V2,submit,2022-06-02T08:00:00.000Z,张三,\nV2,submit,2022-06-02T08:00:00.000Z,张三,\n"),
      messages: """
        visit_steps.csv:3: visit: 与第 2 行重复，同一文件中每个键只能有一行
        visit_steps.csv:3: visit: has the same key as line 2; a key stands once in a file
        """),
    Refusal(
      "steps of unknown findings", code: "unknown-code",
      .file("finding_steps.csv", findingSteps + "W9,rectify,2022-07-01,2022-07-01T08:00:00.000Z,张三,补\n"),
      messages: """
        finding_steps.csv:2: finding: 没有代码为“W9”的问题
        finding_steps.csv:2: finding: there is no finding “W9”
        """),
    Refusal(
      "finding steps that say too little", code: "bad-date empty-cell reason-missing unknown-word",
      .file(
        "finding_steps.csv",
        findingSteps + "W1,reopen,2022-07-01,2022-07-01T08:00:00.000Z,张三,\n"
          + "W1,close,7月1日,2022-07-01T08:00:00.000Z,,补\n"),
      messages: """
        finding_steps.csv:2: reason: 重新打开要写明理由
        finding_steps.csv:3: action: “close”不在可填的词中：rectify、verify、reopen
        finding_steps.csv:3: date: “7月1日”不是日期：应为 2022-09-01 的形式
        finding_steps.csv:3: recorded_by: 不能为空
        finding_steps.csv:2: reason: to reopen a finding takes a reason
        finding_steps.csv:3: action: “close” is not one of rectify, verify, reopen
        finding_steps.csv:3: date: “7月1日” is no date: write it as 2022-09-01
        finding_steps.csv:3: recorded_by: must not be empty
        """),
  ]
}
