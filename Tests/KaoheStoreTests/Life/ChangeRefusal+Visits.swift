import KaoheScoring

@testable import KaoheStore

extension ChangeRefusal {
  /// A step of a visit's life.
  private static func step(
    _ action: VisitAction, _ visits: String..., by actor: String, reason: String = "", override: String = ""
  ) -> @Sendable (Store) throws -> Void {
    { store in
      _ = try store.take(
        action, visits, reason: reason, override: override, session: Session(actor: actor, command: "visit"))
    }
  }

  static let visits: [ChangeRefusal] = [
    ChangeRefusal(
      "submitted by another than the leader", code: "not-leader",
      messages: """
        督查 V4 由组长张三（S1）提交，操作人是 李四；由组长操作（--as 组长的代码或姓名）
        the visit V4 is for its group's leader, 张三 (S1), to submit; the actor is 李四; let the leader do it (--as, with code or name)
        """, step(.submit, "V4", by: "李四")),
    ChangeRefusal(
      "submitted by nobody of a group without a leader", code: "not-of-group",
      after: "UPDATE inspection_group SET leader = NULL",
      messages: """
        督查 V4 由第一组（G1）的督查员提交，李四 不在其中；用 --as 写明操作人的代码
        the visit V4 is for an inspector of the group G1 to submit; 李四 is none; say with --as who acts, by code
        """, step(.submit, "V4", by: "李四")),
    ChangeRefusal(
      "submitted without a row", code: "empty-visit",
      messages: """
        督查 V5 不能提交：还没有任何记录；先记录（kaohe record V5）；没有成行的用 kaohe visit cancel 取消
        the visit V5 can't be submitted: nothing is recorded; record it (kaohe record V5); where it did not take place, kaohe visit cancel
        """, step(.submit, "V5", by: "张三")),
    ChangeRefusal(
      "submitted with gaps, beside a visit that is not there and one that was submitted",
      code: "incomplete-visit incomplete-visit unknown-visit wrong-status",
      after: row("V4", "A3", "yes", item: "A3-2") + row("V4", "A8", "0", item: "A8-1"),
      messages: """
        督查 V4 不能提交：A3 清单：细项 A3-1 未填
        督查 V4 不能提交：A8 比率和迟报：缺少实际值
        没有督查 V9；共有 6 次督查，用 `kaohe visit list` 查看
        督查 V2 已提交，无需再次提交
        the visit V4 can't be submitted: A3 清单: checklist item A3-1 has no row
        the visit V4 can't be submitted: A8 比率和迟报: its measure is missing
        there is no visit V9; there are 6; see them with `kaohe visit list`
        the visit V2 is submitted already
        """,
      step(.submit, "V4", "V9", "V2", "V4", by: "S1")),
    ChangeRefusal(
      "submitted with a conflict", code: "incomplete-visit",
      after: row("V4", "A8", "3/4") + row("V4", "A8", "2/4", id: 8),
      messages: """
        督查 V4 不能提交：A8 比率和迟报：同一项有两条有效记录，需先裁定（kaohe conflict list）
        the visit V4 can't be submitted: A8 比率和迟报: two live rows of one cell: decide first (kaohe conflict list)
        """,
      step(.submit, "V4", by: "S1")),
    ChangeRefusal(
      "submitted with a value that can't be read", code: "incomplete-visit incomplete-visit",
      after: row("V4", "A8", "many"),
      messages: """
        督查 V4 不能提交：A8 比率和迟报：记录值“many”无法识别
        督查 V4 不能提交：A8 比率和迟报：缺少实际值
        the visit V4 can't be submitted: A8 比率和迟报: the value “many” can't be read
        the visit V4 can't be submitted: A8 比率和迟报: its measure is missing
        """,
      step(.submit, "V4", by: "S1")),
    ChangeRefusal(
      "submitted with n/a beside another row", code: "incomplete-visit", after: row("V4", "A2", "2", item: "A2-1"),
      messages: """
        督查 V4 不能提交：A2 加分：“无”必须是本指标本次唯一的一行
        the visit V4 can't be submitted: A2 加分: “none” stands alone in its leaf and visit
        """,
      step(.submit, "V4", by: "S1")),
    ChangeRefusal(
      "submitted by a leader of the district", code: "recusal",
      after: row("V6", "A2", "none") + "UPDATE inspection_group SET leader = 'S3'",
      messages: """
        王五 属于示例甲区，应回避督查 V6；换人操作；确需如此时用 --override 写明理由
        王五 belongs to 示例甲区 (d1) and has to stand aside from the visit V6; let another do it; where it must be, give the reason with --override
        """,
      step(.submit, "V6", by: "王五")),
    ChangeRefusal(
      "submitted with a blank override", code: "recusal",
      after: row("V6", "A2", "none") + "UPDATE inspection_group SET leader = 'S3'",
      messages: """
        王五 属于示例甲区，应回避督查 V6；换人操作；确需如此时用 --override 写明理由
        王五 belongs to 示例甲区 (d1) and has to stand aside from the visit V6; let another do it; where it must be, give the reason with --override
        """,
      step(.submit, "V6", by: "王五", override: " ")),
    ChangeRefusal(
      "submitted with a scorer of the district", code: "recusal", after: row("V6", "A6", "4", scorer: "S3"),
      messages: """
        督查 V6 不能提交：A6 评分：督查员 S3 属于 d1，应回避本地区的评分
        the visit V6 can't be submitted: A6 评分: the inspector S3 belongs to d1 and may not score there
        """,
      step(.submit, "V6", by: "S1")),
    ChangeRefusal(
      "submitted where the sum makes no sense", code: "mixed-forms",
      after: """
        INSERT INTO visit (code, assessment, inspection_group, enterprise, date, status)
        VALUES ('V7', '2022', 'G1', 'E1', '2022-07-01', 'draft');
        """ + row("V7", "B2", "0.5"),
      messages: """
        督查 V7 不能提交：B2 累计：各次督查的值要么都写成 45/60，要么都不写成分数，才能累计
        the visit V7 can't be submitted: B2 累计: to be added up, the values of all visits are fractions such as 45/60, or none is
        """, step(.submit, "V7", by: "S1")),
    ChangeRefusal(
      "a draft confirmed", code: "wrong-status",
      messages: """
        督查 V4 是草稿，不能确认：只有已提交的才能确认；先由组长提交：kaohe visit submit V4
        the visit V4 is a draft and can't be confirmed: only one that is submitted can; its leader submits it first: kaohe visit submit V4
        """, step(.confirm, "V4", by: "办公室")),
    ChangeRefusal(
      "confirmed by the group's leader", code: "not-office",
      messages: """
        督查 V2 由第一组完成，本组的 张三 不能退回、确认、取消已提交的督查，也不能裁定其申诉；由办公室操作
        the visit V2 was made by 第一组; 张三, who is of it, can't return, confirm or cancel what it submitted, nor decide an objection to it; that is the office's to do
        """, step(.confirm, "V2", by: "张三")),
    ChangeRefusal(
      "confirmed by one of the group and the district", code: "not-office recusal",
      messages: """
        督查 V2 由第一组完成，本组的 S3 不能退回、确认、取消已提交的督查，也不能裁定其申诉；由办公室操作
        S3 属于示例甲区，应回避督查 V2；换人操作；确需如此时用 --override 写明理由
        the visit V2 was made by 第一组; S3, who is of it, can't return, confirm or cancel what it submitted, nor decide an objection to it; that is the office's to do
        S3 belongs to 示例甲区 (d1) and has to stand aside from the visit V2; let another do it; where it must be, give the reason with --override
        """, step(.confirm, "V2", by: "S3")),
    ChangeRefusal(
      "confirmed by a leader who is no inspector", code: "not-office",
      after: "UPDATE inspection_group SET leader = '赵六'",
      messages: """
        督查 V2 由第一组完成，本组的 赵六 不能退回、确认、取消已提交的督查，也不能裁定其申诉；由办公室操作
        the visit V2 was made by 第一组; 赵六, who is of it, can't return, confirm or cancel what it submitted, nor decide an objection to it; that is the office's to do
        """, step(.confirm, "V2", by: "赵六")),
    ChangeRefusal(
      "confirmed in a field copy", code: "field-copy", after: isCopy,
      messages: """
        这是外勤副本，这一步由办公室在自己的数据库里做；先把它合并到办公室数据库（kaohe merge）
        this is a field copy; that is the office's to do, in its own database; merge it into the office's database first (kaohe merge)
        """, step(.confirm, "V2", by: "办公室")),
    ChangeRefusal(
      "confirmed by one of the district", code: "recusal",
      after: "UPDATE inspector SET district = 'd1' WHERE code = 'S2'",
      messages: """
        S2 属于示例甲区，应回避督查 V2；换人操作；确需如此时用 --override 写明理由
        S2 belongs to 示例甲区 (d1) and has to stand aside from the visit V2; let another do it; where it must be, give the reason with --override
        """, step(.confirm, "V2", by: "S2")),
    ChangeRefusal(
      "returned without a reason", code: "reason-missing",
      messages: """
        要写明理由；用 --reason 写明，相关人员会看到
        a reason is needed; give it with --reason; those concerned will read it
        """, step(.sendBack, "V1", by: "办公室", reason: " ")),
    ChangeRefusal(
      "a draft returned", code: "wrong-status",
      messages: """
        督查 V4 是草稿，不能退回：只有已提交、已确认的才能退回
        the visit V4 is a draft and can't be returned: only one that is submitted or confirmed can
        """, step(.sendBack, "V4", by: "办公室", reason: "缺材料")),
    ChangeRefusal(
      "returned by the group's leader", code: "not-office",
      messages: """
        督查 V2 由第一组完成，本组的 S1 不能退回、确认、取消已提交的督查，也不能裁定其申诉；由办公室操作
        the visit V2 was made by 第一组; S1, who is of it, can't return, confirm or cancel what it submitted, nor decide an objection to it; that is the office's to do
        """, step(.sendBack, "V2", by: "S1", reason: "改数")),
    ChangeRefusal(
      "returned in a field copy", code: "field-copy", after: isCopy,
      messages: """
        这是外勤副本，这一步由办公室在自己的数据库里做；先把它合并到办公室数据库（kaohe merge）
        this is a field copy; that is the office's to do, in its own database; merge it into the office's database first (kaohe merge)
        """,
      step(.sendBack, "V1", "V2", by: "办公室", reason: "改数")),
    ChangeRefusal(
      "a confirmed visit cancelled", code: "wrong-status",
      messages: """
        督查 V1 已确认，不能取消：只有草稿、已提交的才能取消；先退回：kaohe visit return V1 --reason 理由
        the visit V1 is confirmed and can't be cancelled: only one that is a draft or submitted can; return it first: kaohe visit return V1 --reason WHY
        """, step(.cancel, "V1", by: "办公室", reason: "作废")),
    ChangeRefusal(
      "cancelled without a reason", code: "reason-missing",
      messages: """
        要写明理由；用 --reason 写明，相关人员会看到
        a reason is needed; give it with --reason; those concerned will read it
        """, step(.cancel, "V4", by: "办公室")),
    ChangeRefusal(
      "a draft cancelled by another of the group", code: "not-leader",
      messages: """
        督查 V4 由组长张三（S1）取消，操作人是 S3；由组长操作（--as 组长的代码或姓名）
        the visit V4 is for its group's leader, 张三 (S1), to cancel; the actor is S3; let the leader do it (--as, with code or name)
        """, step(.cancel, "V4", by: "S3", reason: "未成行")),
    ChangeRefusal(
      "submitted, and cancelled by the leader", code: "not-office",
      messages: """
        督查 V2 由第一组完成，本组的 S1 不能退回、确认、取消已提交的督查，也不能裁定其申诉；由办公室操作
        the visit V2 was made by 第一组; S1, who is of it, can't return, confirm or cancel what it submitted, nor decide an objection to it; that is the office's to do
        """, step(.cancel, "V2", by: "S1", reason: "作废")),
    ChangeRefusal(
      "submitted, and cancelled in a field copy", code: "field-copy", after: isCopy,
      messages: """
        这是外勤副本，这一步由办公室在自己的数据库里做；先把它合并到办公室数据库（kaohe merge）
        this is a field copy; that is the office's to do, in its own database; merge it into the office's database first (kaohe merge)
        """,
      step(.cancel, "V2", by: "办公室", reason: "作废")),
    ChangeRefusal(
      "an answer at a submitted visit", code: "closed-visit",
      messages: """
        督查 V2 已提交，不能再改记录；先退回：kaohe visit return V2 --reason 理由
        the visit V2 is submitted; its scores can't be changed; return it first: kaohe visit return V2 --reason WHY
        """,
      { store in
        _ = try VisitRecording(store, visit: "V2", session: Session(actor: "S1", command: "score"))
          .record(Answer(indicator: "B3", value: "9"))
      }),
  ]
}
