import KaoheScoring

/// A column that a search looks through. A test holds that none is forgotten.
public struct SearchField: Sendable {
  public var kind: SearchKind
  /// What its text is: 理由, 整改要求, 原文条款 …
  public var label: Bilingual
  /// As the database names it.
  public var column: String
  let rows: SearchedRows

  /// As the database names it.
  public var table: String { rows.table }

  private init(_ kind: SearchKind, _ rows: SearchedRows, _ column: String, _ chinese: String, _ english: String) {
    self.kind = kind
    self.rows = rows
    self.column = column
    label = Bilingual(chinese, en: english)
  }

  static let observationReason = SearchField(.reason, .observations, "reason", "理由", "reason")

  /// In the order in which hits are listed.
  public static let all = [
    observationReason,
    SearchField(.reason, .supersessions, "reason", "更正理由", "reason of a correction"),
    SearchField(.reason, .recusalOverrides, "reason", "未回避的理由", "reason of a recusal override"),
    SearchField(.reason, .visitSteps, "reason", "督查流程的理由", "reason of a visit step"),
    SearchField(.reason, .visitSteps, "override", "流程中未回避的理由", "reason of a step's recusal override"),
    SearchField(.reason, .findingSteps, "reason", "整改说明", "note on a finding step"),
    SearchField(.reason, .adjustments, "reason", "加减分事由", "reason of a bonus or penalty"),
    SearchField(.reason, .objections, "text", "申诉内容", "objection"),
    SearchField(.reason, .decisions, "decision", "复核意见", "decision on an objection"),
    SearchField(.finding, .findings, "text", "问题、亮点、创新", "finding"),
    SearchField(.finding, .findings, "requirement", "整改要求", "requirement"),
    SearchField(.finding, .findings, "responsible", "责任单位", "responsible"),
    SearchField(.evidence, .evidence, "title", "台账名称", "title of evidence"),
    SearchField(.evidence, .evidence, "number", "文号", "document number"),
    SearchField(.evidence, .evidence, "source", "台账来源", "source of evidence"),
    SearchField(.evidence, .evidence, "file_name", "台账文件", "file of evidence"),
    SearchField(.clause, .indicators, "title", "指标", "indicator"),
    SearchField(.clause, .indicators, "clause", "原文条款", "clause"),
    SearchField(.clause, .indicators, "standard", "评分标准", "scoring standard"),
    SearchField(.clause, .indicators, "source", "数据来源", "source of figures"),
    SearchField(.clause, .indicators, "department", "责任部门", "department in charge"),
    SearchField(.clause, .items, "title", "评分细项", "item"),
    SearchField(.clause, .adjustmentRules, "title", "加减分项", "bonus, penalty or veto"),
    SearchField(.clause, .ruleSets, "title", "细则", "rule set"),
    SearchField(.clause, .phases, "title", "考核阶段", "phase"),
    SearchField(.clause, .grades, "conditions", "等次条件", "condition of a grade"),
    SearchField(.clause, .ruleDocuments, "title", "依据文件", "source document"),
    SearchField(.clause, .ruleDocuments, "number", "依据文号", "number of a source document"),
    SearchField(.monitoring, .tasks, "title", "工作任务", "task"),
    SearchField(.monitoring, .publicity, "title", "宣传作品", "publicity work"),
    SearchField(.monitoring, .surveyQuestions, "question", "问卷题目", "survey question"),
    SearchField(.roster, .districts, "name", "市（县）区", "district"),
    SearchField(.roster, .parks, "name", "特色产业园区", "industrial park"),
    SearchField(.roster, .stations, "name", "产改指导站", "guidance station"),
    SearchField(.roster, .enterprises, "name", "试点企业", "pilot enterprise"),
    SearchField(.roster, .groups, "name", "督查观摩组", "inspection group"),
    SearchField(.roster, .inspectors, "name", "督查员", "inspector"),
    SearchField(.roster, .inspectors, "organisation", "督查员单位", "inspector's organisation"),
  ]
}
