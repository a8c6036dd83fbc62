import KaoheScoring

/// What people call the columns of records, and the codes that stand in them.
public enum ColumnWord {
  /// - Parameter column: as the database names it; one that is not known stays as it is.
  public static func name(of column: String, in table: String) -> Bilingual {
    let chinese = special["\(table).\(column)"] ?? common[column] ?? column
    return Bilingual(chinese, en: english[column] ?? column.replacing("_", with: " "))
  }

  private static let english = [
    "sha256": "SHA-256", "progress_micro": "progress (millionths)", "file_name": "file", "size_bytes": "bytes",
    "inspection_group": "group", "pools": "ranked by category", "due": "due date",
  ]

  private static let special = [
    "inspector.name": "姓名", "inspector.district": "回避地区", "adjustment.entry": "编号", "adjustment.code": "加减分项",
    "adjustment.level": "档次", "adjustment.reason": "事由", "adjustment.count": "次数", "evidence.kind": "类型",
    "evidence.subject": "对象", "evidence.code": "编号", "evidence.number": "文号", "objection.indicator": "考核要点",
    "objection.text": "申诉内容", "visit.date": "督查日期", "finding.due": "整改期限", "survey_answer.code": "问卷代码",
  ]

  private static let common = [
    "code": "代码", "name": "名称", "category": "类别", "district": "市（县）区", "enterprise": "试点企业", "park": "园区",
    "theme": "产业主题", "programme": "认定系列", "batch": "批次", "level": "级别", "industry": "行业", "stage": "阶段",
    "leader": "组长", "organisation": "单位", "inspection_group": "督查组", "title": "名称", "rule_set": "细则",
    "opens": "开始日期", "closes": "截止日期", "pools": "分类排名", "assessment": "考核", "status": "状态", "date": "日期",
    "methods": "督查方式", "subject": "对象", "scope": "对象类别", "kind": "类别", "number": "文号", "sha256": "SHA-256",
    "source": "来源", "file_name": "文件名", "size_bytes": "文件大小", "event": "事项", "count": "数量", "reason": "理由",
    "visit": "督查", "indicator": "指标", "text": "内容", "requirement": "整改要求", "due": "期限", "closed": "办结日期",
    "responsible": "责任单位", "year": "年度", "metric": "指标名称", "value": "数值", "unit": "单位", "parties": "相关主体数",
    "parties_coordinating": "协同主体数", "enterprises": "企业数", "enterprises_participating": "参与企业数",
    "employees": "职工数", "employees_benefiting": "受益职工数", "department": "责任部门",
    "progress_micro": "进度（百万分之一）", "question": "题目", "answer": "选项", "form": "形式", "outlet": "发布平台",
    "raised_by": "申诉单位", "opened_at": "受理时间", "opened_by": "受理人", "decision": "复核意见",
    "decided_at": "复核时间", "decided_by": "复核人",
  ]

  /// The words for a code in a column; what is no code stays as it is.
  public static func value(_ value: String, of column: String, in table: String) -> Bilingual {
    codes["\(table).\(column)"]?[value] ?? Bilingual(value, en: value)
  }

  private static let codes: [String: [String: Bilingual]] = [
    "pilot_enterprise.stage": [
      "candidate": Bilingual("培育", en: "candidate"), "pilot": Bilingual("试点", en: "pilot"),
      "exemplar": Bilingual("示范", en: "exemplar"),
    ],
    "visit.status": Dictionary(uniqueKeysWithValues: VisitStatus.allCases.map { ($0.rawValue, $0.label) }),
    "finding.status": [
      "open": Bilingual("未整改", en: "open"), "rectified": Bilingual("已整改", en: "rectified"),
      "verified": Bilingual("已销号", en: "verified"),
    ],
    "finding.kind": [
      "problem": Bilingual("问题", en: "problem"), "highlight": Bilingual("亮点", en: "highlight"),
      "innovation": Bilingual("创新", en: "innovation"),
    ],
    "objection.status": [
      "open": Bilingual("待复核", en: "open"), "upheld": Bilingual("成立", en: "upheld"),
      "rejected": Bilingual("不成立", en: "rejected"),
    ],
    "participant.status": [
      "enrolled": Bilingual("参评", en: "enrolled"), "withdrawn": Bilingual("退出", en: "withdrawn"),
    ],
    "task.status": [
      "planned": Bilingual("未开始", en: "planned"), "doing": Bilingual("进行中", en: "doing"),
      "done": Bilingual("已完成", en: "done"), "late": Bilingual("逾期", en: "late"),
    ],
  ]
}
