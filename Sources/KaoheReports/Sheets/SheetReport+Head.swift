import KaoheScoring

extension SheetReport {
  var title: String {
    text("实地督查打分表", en: "Scoring sheet") + language.inParentheses(head.visit)
  }

  /// What stands above the leaves: labels and texts.
  var facts: [(label: String, text: String)] {
    let methods = head.methods.joined(separator: text("、", en: ", "))
    return [
      (text("考核", en: "Assessment"), head.assessmentTitle + language.inParentheses(head.assessment)),
      (text("细则", en: "Rules"), sheet.rules.title + language.inParentheses(sheet.rules.code)),
      (text("督查", en: "Visit"), head.visit),
      (text("对象", en: "Subject"), head.subjectName + language.inParentheses(head.subject.code)),
      (text("地区", en: "District"), head.districtName + language.inParentheses(head.district)),
      (text("督查组", en: "Group"), head.groupName + language.inParentheses(head.group)),
      (text("日期", en: "Date"), head.date),
      (text("方式", en: "Methods"), methods),
      (text("状态", en: "Status"), head.status.label.text(in: language)),
    ]
  }

  /// What stands below: who signs, the leader once.
  var signatures: [String] {
    let blank = "____________"
    let inspectors = sheet.inspectors.filter { !$0.isRecused }
    let names = inspectors.isEmpty ? [""] : inspectors.filter { $0.code != leader?.code }.map(\.name)
    let lines = names.map { name in
      text("督查员（签名）", en: "Inspector (signature)") + (name.isEmpty ? "" : " \(name)") + text("：", en: ": ") + blank
    }
    return lines + [
      text("组长（签名）", en: "Group leader (signature)") + leaderName + text("：", en: ": ") + blank,
      text("日期", en: "Date") + text("：", en: ": ") + blank,
    ]
  }

  /// The group's leader, if that is one of its inspectors.
  private var leader: ScoringSheet.Inspector? {
    sheet.inspectors.first { $0.code == head.leader } ?? sheet.inspectors.first { $0.name == head.leader }
  }

  /// With a space before it; empty where there is none.
  private var leaderName: String {
    guard let name = leader?.name ?? head.leader, !name.isEmpty else { return "" }
    return " " + name
  }

  /// What the sum does and doesn't hold.
  var sumNote: String {
    let sum = sheet.sum
    if isBlank || sum.recorded == 0 { return text("共 \(sum.leaves) 项", en: "\(sum.leaves) leaves") }
    let apart = sheet.entries.filter { !$0.leaf.isScoredByVisit && !$0.rows.isEmpty }.count
    let counted = text(
      "已考评 \(sum.recorded)/\(sum.leaves) 项，计分的各项满分 \(points(sum.points)) 分",
      en: "\(sum.recorded) of \(sum.leaves) leaves recorded; those with a score are worth \(points(sum.points))")
    if apart == 0 { return counted }
    return counted + text("；\(apart) 项合并或比较计分，不在内", en: "; \(apart) scored with others not among them")
  }

  /// What must be said where the rules are a demonstration.
  var notice: String? { Notice.text(forRulesTitled: sheet.rules.title)?.text(in: language) }
}
