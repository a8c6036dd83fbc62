import KaoheScoring

extension DistrictExplanation {
  /// The explanation for people: the result, how the total is composed, then each leaf down to what was recorded.
  func page(of leaves: [ExplainedLeaf], _ language: Language, indicator: String?, losses: Bool) -> Page {
    let words = ExplanationWords(explanation: self, language: language)
    var page = Page()
    page.parts.append(.title(words.title))
    page.parts.append(.note(words.result, .bold))
    if indicator == nil {
      page.parts.append(.heading(words.say("总分构成", "How the total is composed")))
      page.parts.append(.outline(words.composition))
    }
    let shown = losses && indicator == nil ? leaves.filter { !$0.lost.isZero } : leaves
    page.parts.append(
      .heading(losses ? words.say("失分，由多到少", "Points lost, the most first") : words.say("各项得分", "Leaf by leaf")))
    for leaf in shown { page.parts.append(.outline(words.outline(of: leaf))) }
    if shown.count < leaves.count {
      let rest = leaves.count - shown.count
      page.parts.append(.note(words.say("其余 \(rest) 项没有失分。", "The other \(rest) leaves lost nothing."), nil))
    }
    if let notice = Notice.text(forRulesTitled: ruleSet.title) {
      page.parts.append(.note(notice.text(in: language), .yellow))
    }
    return page
  }
}

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
    if missing > 0 { parts.append(say("\(missing) 项没有观察，按 0 分计", "\(missing) not observed, counted as 0")) }
    parts.append(say("细则 \(ruleSet.code)", "rules \(ruleSet.code)"))
    return parts.joined(separator: say("，", ", "))
  }
}
