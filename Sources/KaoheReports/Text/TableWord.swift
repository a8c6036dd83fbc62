import KaoheScoring

/// What people call the records of a table (docs/glossary.md). This list is the only place that maps tables to words.
public struct TableWord: Sendable {
  /// As the database names it.
  public var table: String
  public var name: Bilingual
  /// In English, of several.
  public var plural: String

  private init(_ table: String, _ chinese: String, _ english: String, plural: String? = nil) {
    self.table = table
    name = Bilingual(chinese, en: english)
    self.plural = plural ?? english + "s"
  }

  /// In the order in which people read them: rules, roster, visits, what follows from them, monitoring.
  public static let all = [
    TableWord("rule_set", "细则", "rule set"),
    TableWord("assessment", "考核", "assessment"),
    TableWord("district", "市（县）区", "district"),
    TableWord("participant", "参评单位", "participant"),
    TableWord("industrial_park", "特色产业园区", "industrial park"),
    TableWord("guidance_station", "产改指导站", "guidance station"),
    TableWord("pilot_enterprise", "试点企业", "pilot enterprise"),
    TableWord("inspection_group", "督查观摩组", "inspection group"),
    TableWord("inspector", "督查员", "inspector"),
    TableWord("visit", "督查", "visit"),
    TableWord("visit_step", "督查流程", "visit step"),
    TableWord("observation", "记录", "observation"),
    TableWord("supersession", "更正", "correction"),
    TableWord("recusal_override", "未回避的记录", "override of a recusal", plural: "overrides of recusals"),
    TableWord("evidence", "台账", "piece of evidence", plural: "pieces of evidence"),
    TableWord(
      "observation_evidence", "记录的台账", "link of evidence to observations", plural: "links of evidence to observations"),
    TableWord("adjustment", "加减分", "bonus or penalty entry", plural: "bonus or penalty entries"),
    TableWord("adjustment_evidence", "加减分的台账", "link of evidence to entries", plural: "links of evidence to entries"),
    TableWord("finding", "问题、亮点和创新", "finding"),
    TableWord("finding_step", "整改流程", "finding step"),
    TableWord("finding_evidence", "整改的台账", "link of evidence to findings", plural: "links of evidence to findings"),
    TableWord("objection", "申诉", "objection"),
    TableWord(
      "objection_evidence", "申诉的台账", "link of evidence to objections", plural: "links of evidence to objections"),
    TableWord("objection_correction", "复核更正", "correction by objection", plural: "corrections by objection"),
    TableWord("metric", "数据指标", "metric"),
    TableWord("coverage", "三个所有", "coverage figure"),
    TableWord("task", "工作要点和重点项目", "task"),
    TableWord("survey_answer", "问卷统计", "survey answer"),
    TableWord("publicity", "宣传作品", "publicity work"),
    TableWord("publicity_repost", "转载", "repost"),
    TableWord("field_copy", "外勤副本", "field copy", plural: "field copies"),
  ]

  /// What only the program has a use for: how versions of records follow each other.
  public static let hidden: Set = ["record_version", "record_succession"]

  public static func of(_ table: String) -> TableWord? { all.first { $0.table == table } }

  /// How many of each: `记录 4、更正 1`, `4 observations, 1 correction`; nil where there is nothing to say.
  public static func counted(_ counts: [(table: String, count: Int)]) -> Bilingual? {
    let known = all.compactMap { word in counts.first { $0.table == word.table }.map { (word, $0.count) } }
      .filter { $0.1 > 0 }
    let others = counts.filter { of($0.table) == nil && !hidden.contains($0.table) && $0.count > 0 }
    if known.isEmpty, others.isEmpty { return nil }
    return Bilingual(
      (known.map { "\($0.name.chinese) \($1)" } + others.map { "\($0.table) \($0.count)" }).joined(separator: "、"),
      en: (known.map { "\($1) \($1 == 1 ? $0.name.english : $0.plural)" } + others.map { "\($0.count) \($0.table)" })
        .joined(separator: ", "))
  }
}
