import KaoheScoring

@testable import KaoheStore

extension ChangeRefusal {
  private static let session = Session(actor: "S2", command: "finding")

  private static func add(_ finding: NewFinding) -> @Sendable (Store) throws -> Void {
    { _ = try $0.add(finding, session: session) }
  }

  private static func step(_ step: FindingStep, _ codes: String...) -> @Sendable (Store) throws -> Void {
    { try $0.take(step, codes, session: session) }
  }

  private static func add(_ evidence: NewEvidence) -> @Sendable (Store) throws -> Void {
    { _ = try $0.add(evidence, session: session) }
  }

  static let findings: [ChangeRefusal] = [
    ChangeRefusal(
      "a finding of no visit", code: "unknown-visit",
      messages: """
        没有督查 V9；共有 6 次督查，用 `kaohe visit list` 查看
        there is no visit V9; there are 6; see them with `kaohe visit list`
        """, add(NewFinding(visit: "V9", kind: .problem, text: "漏记"))),
    ChangeRefusal(
      "a finding with everything wrong", code: "empty-text unknown-code bad-date known-code unknown-code",
      messages: """
        要写明发现了什么（--text）
        细则 small 没有代码为“Z1”的指标；用 `kaohe rules show small` 查看
        “2022-13-01”不是日期：应为 2022-09-01 的形式
        代码 W1 已经用了；换一个；不写 --code 时自动编号
        没有编号为“EV9”的台账；先登记：kaohe evidence add
        say what was found (--text)
        there is no indicator “Z1” in the rule set small; see `kaohe rules show small`
        “2022-13-01” is no date: write it as 2022-09-01
        the code W1 is taken; choose another; without --code it is numbered
        there is no evidence “EV9”; register it first: kaohe evidence add
        """,
      add(
        NewFinding(
          visit: "V1", kind: .problem, text: " ", indicator: "Z1", due: "2022-13-01", evidence: ["EV1", "EV9"],
          code: "W1"))),
    ChangeRefusal(
      "due before the visit", code: "early-date",
      messages: """
        整改期限 2022-05-31 早于督查日期 2022-06-01
        due on 2022-05-31, before the visit on 2022-06-01
        """,
      add(NewFinding(visit: "V1", kind: .problem, text: "漏记", due: "2022-05-31"))),
    ChangeRefusal(
      "a highlight that is to be put right", code: "not-a-problem",
      messages: """
        亮点不需整改，不写整改要求、期限和责任单位
        a highlight has nothing to put right: no requirement, due date or responsible
        """,
      add(NewFinding(visit: "V1", kind: .highlight, text: "宣讲", responsible: "工会"))),
    ChangeRefusal(
      "a finding with a bad code", code: "bad-code",
      messages: """
        代码首尾不能有空格，不能含分号或不可见字符
        a code has no space at its ends, no `;` and nothing invisible
        """,
      add(NewFinding(visit: "V1", kind: .problem, text: "漏记", code: " W2"))),
    ChangeRefusal(
      "a finding of a cancelled visit", code: "closed-visit",
      after: "UPDATE visit SET status = 'cancelled' WHERE code = 'V4'",
      messages: """
        督查 V4 已取消，不能再记问题
        the visit V4 is cancelled; nothing is added to it
        """, add(NewFinding(visit: "V4", kind: .problem, text: "漏记"))),
    ChangeRefusal(
      "closed without evidence, beside one that is not there", code: "evidence-missing unknown-finding",
      messages: """
        整改要有台账；先登记（kaohe evidence add），再用 --evidence 写明
        没有问题 W9；用 `kaohe finding list` 查看
        to close a problem takes evidence that it was put right; register it (kaohe evidence add), then name it with --evidence
        there is no finding W9; see `kaohe finding list`
        """,
      step(FindingStep(.rectify, date: "2022-07-01"), "W1", "W9")),
    ChangeRefusal(
      "closed on no day", code: "bad-date",
      messages: """
        “7月1日”不是日期：应为 2022-09-01 的形式
        “7月1日” is no date: write it as 2022-09-01
        """,
      step(FindingStep(.rectify, date: "7月1日", evidence: ["EV1"]), "W1")),
    ChangeRefusal(
      "closed before the visit", code: "early-date",
      messages: """
        W1：日期 2022-05-01 早于督查日期 2022-06-01
        W1: 2022-05-01 is before the visit on 2022-06-01
        """,
      step(FindingStep(.rectify, date: "2022-05-01", evidence: ["EV1"]), "W1")),
    ChangeRefusal(
      "closed twice", code: "wrong-status", after: "UPDATE finding SET status = 'rectified'",
      messages: """
        问题 W1 已整改，只有未整改的问题才能整改；没有改好的用 kaohe finding reopen W1 --reason 理由 重新打开
        the problem W1 is rectified and can't be closed: only one that is open can; where it is not put right: kaohe finding reopen W1 --reason WHY
        """,
      step(FindingStep(.rectify, date: "2022-07-01", evidence: ["EV1"]), "W1")),
    ChangeRefusal(
      "a highlight closed", code: "not-a-problem", after: "UPDATE finding SET kind = 'highlight'",
      messages: """
        W1 是亮点，没有整改和销号
        W1 is a highlight; only problems are put right
        """,
      step(FindingStep(.rectify, date: "2022-07-01", evidence: ["EV1"]), "W1")),
    ChangeRefusal(
      "verified before it was closed", code: "wrong-status",
      messages: """
        问题 W1 未整改，只有已整改的问题才能销号；先整改：kaohe finding close W1 --evidence 台账编号
        the problem W1 is open and can't be verified: only one that is rectified can; close it first: kaohe finding close W1 --evidence EVIDENCE
        """, step(FindingStep(.verify, date: "2022-07-01"), "W1")),
    ChangeRefusal(
      "verified earlier than it was closed", code: "early-date",
      after: """
        UPDATE finding SET status = 'rectified';
        INSERT INTO finding_step VALUES ('W1', 9, 'rectify', '2022-07-02', '', '2022-07-02T08:00:00.000Z', 'x')
        """,
      messages: """
        W1：日期 2022-07-01 早于上一步的日期 2022-07-02
        W1: 2022-07-01 is before the last step on 2022-07-02
        """, step(FindingStep(.verify, date: "2022-07-01"), "W1")),
    ChangeRefusal(
      "reopened without a reason", code: "reason-missing", after: "UPDATE finding SET status = 'verified'",
      messages: """
        要写明理由；用 --reason 写明，相关人员会看到
        a reason is needed; give it with --reason; those concerned will read it
        """,
      step(FindingStep(.reopen, date: "2022-08-01"), "W1")),
    ChangeRefusal(
      "reopened while it is open", code: "wrong-status",
      messages: """
        问题 W1 未整改，只有已整改、已销号的问题才能重新打开
        the problem W1 is open and can't be reopened: only one that is rectified or verified can
        """,
      step(FindingStep(.reopen, date: "2022-08-01", note: "没有改好"), "W1")),
    ChangeRefusal(
      "overdue on no day", code: "bad-date",
      messages: """
        “今天”不是日期：应为 2022-09-01 的形式
        “今天” is no date: write it as 2022-09-01
        """, { _ = try $0.findings(today: "今天") }),
    ChangeRefusal(
      "findings of a district that is not there", code: "unknown-district",
      messages: """
        没有地区 示例；有：d1 示例甲区、d2 示例乙市
        there is no district 示例; there are: d1 示例甲区, d2 示例乙市
        """,
      { _ = try $0.findings(FindingFilter(district: "示例")) }),
    ChangeRefusal(
      "visits of a group that is not there", code: "unknown-group",
      messages: """
        没有督查组 G9；有：G1 第一组
        there is no group G9; there are: G1 第一组
        """, { _ = try $0.visits(VisitFilter(group: "G9")) }),
    ChangeRefusal(
      "evidence with everything wrong", code: "bad-subject empty-text unknown-word bad-date known-code",
      messages: """
        “d1”不是对象：应写 district:代码、enterprise:代码 或 park:代码
        要写明名称
        “信”不在可填的类型中：文件、台账、照片、问卷、系统数据、作品、活动
        “昨天”不是日期：应为 2022-09-01 的形式
        代码 EV1 已经用了；换一个；不写 --code 时自动编号
        “d1” is no subject: write district:CODE, enterprise:CODE or park:CODE
        it needs a title
        “信” is not one of 文件, 台账, 照片, 问卷, 系统数据, 作品, 活动
        “昨天” is no date: write it as 2022-09-01
        the code EV1 is taken; choose another; without --code it is numbered
        """,
      add(NewEvidence(subject: "d1", title: " ", kind: "信", date: "昨天", code: "EV1"))),
    ChangeRefusal(
      "evidence of an enterprise that is not there", code: "unknown-code",
      messages: """
        没有代码为“E9”的试点企业
        there is no pilot enterprise “E9”
        """,
      add(NewEvidence(subject: "enterprise:E9", title: "合同", date: "2022-06-01"))),
    ChangeRefusal(
      "evidence without its file", code: "no-file",
      messages: """
        没有文件 /nowhere/合同.pdf；检查路径
        there is no file /nowhere/合同.pdf; check its path
        """,
      add(NewEvidence(subject: "district:d1", title: "合同", file: "/nowhere/合同.pdf"))),
    ChangeRefusal(
      "a folder as evidence", code: "not-a-file",
      messages: """
        /usr 不是普通文件；用 --file 指明一个文件
        /usr is no regular file; name a file with --file
        """,
      add(NewEvidence(subject: "district:d1", title: "合同", file: "/usr"))),
    ChangeRefusal(
      "a device as evidence", code: "not-a-file",
      messages: """
        /dev/null 不是普通文件；用 --file 指明一个文件
        /dev/null is no regular file; name a file with --file
        """,
      add(NewEvidence(subject: "district:d1", title: "合同", file: "/dev/null"))),
    ChangeRefusal(
      "no folder to verify", code: "no-folder",
      messages: """
        打不开文件夹 /nowhere/台账
        can't open the folder /nowhere/台账
        """, { _ = try $0.verifyEvidence(in: "/nowhere/台账") }),
  ]
}
