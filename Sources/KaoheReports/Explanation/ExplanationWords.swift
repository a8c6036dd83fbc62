import KaoheScoring

/// Puts an explanation into words of one language.
struct ExplanationWords {
  let explanation: DistrictExplanation
  let language: Language

  var card: Scorecard { explanation.scorecard }
  var ruleSet: RuleSet { explanation.ruleSet }

  func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }

  var title: String {
    let name =
      explanation.title.isEmpty
      ? explanation.assessment : explanation.title + language.inParentheses(explanation.assessment)
    return card.participant.name + language.inParentheses(card.participant.code) + " " + name
  }

  /// Total, rank and grade in one line.
  var result: String {
    var parts = [say("总分 \(explanation.total)", "total \(explanation.total)")]
    parts.append(card.rank.map { say("第 \($0) 名", "rank \($0)") } ?? say("不参与排名", "not ranked"))
    if let grade = card.grade {
      parts.append(say("等次 \(ruleSet.grades[grade].code)", "grade \(ruleSet.grades[grade].code)"))
    }
    let missing = card.missing.count
    if missing > 0 { parts.append(say("\(missing) 项未考核，按 0 分计", "\(missing) not observed, counted as 0")) }
    parts.append(say("细则 \(ruleSet.code)", "rules \(ruleSet.code)"))
    return parts.joined(separator: say("，", ", "))
  }

  /// The leaves at a glance, rounded; the exact points are below.
  func summary(of leaves: [ExplainedLeaf]) -> Page.Part {
    let decimals = max(ruleSet.rounding.totalDecimals, 2)
    let hasRemarks = leaves.contains { $0.standing.status != .scored }
    var columns = [
      TableColumn(say("代码", "Code")), TableColumn(say("指标", "Leaf"), wraps: true),
      TableColumn(say("分值", "Points"), .trailing), TableColumn(say("得分", "Score"), .trailing),
      TableColumn(say("失分", "Lost"), .trailing),
    ]
    if hasRemarks { columns.append(TableColumn(say("备注", "Remark"))) }
    let rows = leaves.map { explained in
      let score = explained.standing.score
      var cells = [
        explained.leaf.code, explained.leaf.title, explained.leaf.points.plainText,
        score?.text(decimals: decimals, ruleSet.rounding.mode) ?? "—",
        explained.lost.isZero ? "" : explained.lost.text(decimals: decimals, ruleSet.rounding.mode),
      ]
      if hasRemarks { cells.append(remark(on: explained.standing)) }
      return cells
    }
    return .table(columns, rows)
  }

  private func remark(on standing: LeafStanding) -> String {
    switch standing.status {
    case .scored: ""
    case .notApplicable: standing.score == nil ? say("不适用，不计", "taken out") : say("不适用", "not applicable")
    case .missing: say("未考核", "not observed")
    }
  }
}
