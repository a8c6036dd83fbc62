import KaoheScoring

@testable import KaoheStore

extension ChangeRefusal {
  private static func open(
    _ visit: String, _ indicator: String, by raisedBy: String = "甲区", _ text: String = "算错了", evidence: [String] = []
  ) -> @Sendable (Store) throws -> Void {
    { store in
      _ = try store.open(
        NewObjection(visit: visit, indicator: indicator, raisedBy: raisedBy, text: text, evidence: evidence),
        session: Session(actor: "办公室", command: "objection open"))
    }
  }

  private static func reject(
    _ code: String = "V1-S1", by actor: String = "办公室", _ reason: String = "无误", evidence: [String] = []
  ) -> @Sendable (Store) throws -> Void {
    {
      try $0.reject(
        code, ObjectionDecision(reason: reason, evidence: evidence),
        session: Session(actor: actor, command: "objection reject"))
    }
  }

  private static func uphold(
    _ answer: Answer, by actor: String = "办公室"
  ) -> @Sendable (Store) throws -> Void {
    {
      _ = try $0.uphold(
        "V1-S1", ObjectionDecision(reason: "有据"), correction: answer,
        session: Session(actor: actor, command: "objection uphold"))
    }
  }

  private static let isOpen = """
    INSERT INTO objection (code, visit, indicator, raised_by, text, opened_at, opened_by, status)
    VALUES ('V1-S1', 'V1', 'A4', '甲区', '算错了', '2022-07-02T08:00:00.000Z', 'x', 'open');

    """
  private static let isRejected =
    isOpen + "UPDATE objection SET status = 'rejected', decision = '无误', decided_at = opened_at, decided_by = '主任';"
  private static let isUpheld =
    isOpen + "UPDATE objection SET status = 'upheld', decision = '有据', decided_at = opened_at, decided_by = '主任';"

  static let objections: [ChangeRefusal] = [
    ChangeRefusal(
      "an objection to no visit", code: "unknown-visit",
      messages: """
        没有督查 V9；共有 6 次督查，用 `kaohe visit list` 查看
        there is no visit V9; there are 6; see them with `kaohe visit list`
        """, open("V9", "A1")),
    ChangeRefusal(
      "an objection to a draft", code: "wrong-status",
      messages: """
        督查 V4 是草稿，不计分，没有可申诉的得分；草稿直接改：kaohe score V4 …
        the visit V4 is a draft and counts nowhere; there is no score to object to; change the draft itself: kaohe score V4 …
        """, open("V4", "A4")),
    ChangeRefusal(
      "an objection to no leaf", code: "unknown-code",
      messages: """
        细则 small 没有代码为“A”的考核要点；本次可填 A1、A2、A3、A4、A5、A6、A7、A8、A9
        there is no leaf “A” in the rule set small; at this visit there are A1, A2, A3, A4, A5, A6, A7, A8, A9
        """, open("V1", "A")),
    ChangeRefusal(
      "an objection to a leaf of another scope", code: "wrong-scope",
      messages: """
        B1 考核试点企业，督查 V1 的对象是 district:d1
        B1 is observed at pilot enterprises; the visit V1 is to district:d1
        """, open("V1", "B1")),
    ChangeRefusal(
      "an objection by nobody about nothing", code: "empty-text empty-text unknown-code",
      messages: """
        要写明谁申诉（--by）
        要写明申诉内容（--text）
        没有编号为“EV9”的台账；先登记：kaohe evidence add
        say who objects (--by)
        say what is objected (--text)
        there is no evidence “EV9”; register it first: kaohe evidence add
        """, open("V1", "A4", by: "", " ", evidence: ["EV9"])),
    ChangeRefusal(
      "the same objection twice", code: "known-objection", after: isOpen,
      messages: """
        甲区 对督查 V1 的 A4 已有待复核的申诉 V1-S1；先裁定它
        甲区 has an open objection to A4 of the visit V1 already: V1-S1; decide that one first
        """, open("V1", "A4")),
    ChangeRefusal(
      "no objection rejected", code: "unknown-objection",
      messages: """
        没有申诉 V1-S9；用 `kaohe objection list` 查看
        there is no objection V1-S9; see `kaohe objection list`
        """, reject("V1-S9")),
    ChangeRefusal(
      "rejected twice", code: "decided-already", after: isRejected,
      messages: """
        申诉 V1-S1 已复核：不成立（主任）；有新的理由时另开一件：kaohe objection open
        the objection V1-S1 is rejected already (主任); for new reasons open another: kaohe objection open
        """, reject()),
    ChangeRefusal(
      "rejected after it was upheld", code: "decided-already", after: isUpheld,
      messages: """
        申诉 V1-S1 已复核：成立（主任）；还要更正同一指标时：kaohe score V1 A4 值 --objection V1-S1
        the objection V1-S1 is upheld already (主任); to correct more of the leaf: kaohe score V1 A4 VALUE --objection V1-S1
        """, reject()),
    ChangeRefusal(
      "rejected without a reason, on unknown evidence", code: "reason-missing unknown-code", after: isOpen,
      messages: """
        要写明理由；用 --reason 写明，相关人员会看到
        没有编号为“EV9”的台账；先登记：kaohe evidence add
        a reason is needed; give it with --reason; those concerned will read it
        there is no evidence “EV9”; register it first: kaohe evidence add
        """,
      reject("V1-S1", by: "办公室", " ", evidence: ["EV9"])),
    ChangeRefusal(
      "rejected by the group", code: "not-office", after: isOpen,
      messages: """
        督查 V1 由第一组完成，本组的 S1 不能退回、确认、取消已提交的督查，也不能裁定其申诉；由办公室操作
        the visit V1 was made by 第一组; S1, who is of it, can't return, confirm or cancel what it submitted, nor decide an objection to it; that is the office's to do
        """, reject(by: "S1")),
    ChangeRefusal(
      "rejected by one of the group and the district", code: "not-office recusal", after: isOpen,
      messages: """
        督查 V1 由第一组完成，本组的 王五 不能退回、确认、取消已提交的督查，也不能裁定其申诉；由办公室操作
        王五 属于示例甲区，应回避本地区申诉的复核；换人复核
        the visit V1 was made by 第一组; 王五, who is of it, can't return, confirm or cancel what it submitted, nor decide an objection to it; that is the office's to do
        王五 belongs to 示例甲区 (d1) and may not decide its objections; let another decide
        """, reject(by: "王五")),
    ChangeRefusal(
      "rejected in a field copy", code: "field-copy", after: isOpen + isCopy,
      messages: """
        这是外勤副本，这一步由办公室在自己的数据库里做；先把它合并到办公室数据库（kaohe merge）
        this is a field copy; that is the office's to do, in its own database; merge it into the office's database first (kaohe merge)
        """, reject()),
    ChangeRefusal(
      "upheld with a value that does not fit", code: "wrong-form", after: isOpen,
      messages: """
        “许多”：不是数：应写成 0.85、85% 或 45/60；应填 45/60、85%、0.85 或 1041 这样的数
        “许多”: not a number: write 0.85, 85% or 45/60; write a number such as 45/60, 85%, 0.85 or 1041
        """,
      uphold(Answer(indicator: "", value: "许多"))),
    ChangeRefusal(
      "upheld with a scorer who is unknown", code: "scorer-not-taken", after: isOpen,
      messages: """
        只有评分和档次写评分人
        only judged points and levels name a scorer
        """,
      uphold(Answer(indicator: "", scorer: "S9", value: "50/60"))),
    ChangeRefusal(
      "upheld with nothing to withdraw", code: "nothing-to-withdraw",
      after: isOpen + "UPDATE objection SET indicator = 'A8';",
      messages: """
        这里没有记录，不能撤回
        nothing was recorded here that could be withdrawn
        """, uphold(Answer(indicator: "", value: "-"))),
    ChangeRefusal(
      "upheld by the group", code: "not-office", after: isOpen,
      messages: """
        督查 V1 由第一组完成，本组的 张三 不能退回、确认、取消已提交的督查，也不能裁定其申诉；由办公室操作
        the visit V1 was made by 第一组; 张三, who is of it, can't return, confirm or cancel what it submitted, nor decide an objection to it; that is the office's to do
        """, uphold(Answer(indicator: "", value: "50/60"), by: "张三")),
    ChangeRefusal(
      "upheld although the visit is cancelled", code: "closed-visit",
      after: isOpen + "UPDATE visit SET status = 'cancelled' WHERE code = 'V1'",
      messages: """
        督查 V1 已取消，没有得分可更正；申诉不成立：kaohe objection reject
        the visit V1 is cancelled; there is no score to correct; reject it: kaohe objection reject
        """,
      uphold(Answer(indicator: "", value: "50/60"))),
    ChangeRefusal(
      "upheld with a sum that makes no sense", code: "mixed-forms",
      after: isOpen + """
        UPDATE objection SET visit = 'V2', indicator = 'B2';
        INSERT INTO visit (code, assessment, inspection_group, enterprise, date, status)
        VALUES ('V7', '2022', 'G1', 'E1', '2022-07-01', 'confirmed');

        """ + row("V7", "B2", "1/2"),
      messages: """
        B2 累计：各次督查的值要么都写成 45/60，要么都不写成分数，才能累计
        B2 累计: to be added up, the values of all visits are fractions such as 45/60, or none is
        """, uphold(Answer(indicator: "", value: "0.5"))),
    ChangeRefusal(
      "an answer that names a rejected objection", code: "no-such-objection", after: isRejected,
      messages: """
        对督查 V1 的 A4 没有成立的申诉 V1-S1；用 `kaohe objection list` 查看
        there is no upheld objection V1-S1 to A4 of the visit V1; see `kaohe objection list`
        """,
      { store in
        _ = try VisitRecording(store, visit: "V1", session: Session(actor: "办公室", command: "score"))
          .record(Answer(indicator: "A4", value: "50/60", objection: "V1-S1"))
      }),
  ]
}
