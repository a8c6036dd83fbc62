import KaoheScoring

extension DistrictExplanation {
  /// The explanation for people: the result, how the total is composed, the leaves in one table, then
  /// each leaf down to what was recorded.
  func page(of leaves: [ExplainedLeaf], _ language: Language, indicator: String?, losses: Bool) -> Page {
    let words = ExplanationWords(explanation: self, language: language)
    var page = Page()
    page.parts.append(.title(words.title))
    page.parts.append(.note(words.result, .bold))
    if indicator == nil {
      page.parts.append(.heading(words.say("总分构成", "How the total is composed")))
      page.parts.append(.outline(words.composition))
      if let standing = words.standing {
        page.parts.append(.heading(words.say("名次和等次", "Rank and grade")))
        page.parts.append(.outline(standing))
      }
    }
    let shown = losses && indicator == nil ? leaves.filter { !$0.lost.isZero } : leaves
    if shown.count > 1 {
      page.parts.append(
        .heading(losses ? words.say("失分，由多到少", "Points lost, the most first") : words.say("各项得分", "Leaf by leaf")))
      page.parts.append(words.summary(of: shown))
    }
    if shown.count < leaves.count {
      let rest = leaves.count - shown.count
      page.parts.append(.note(words.say("其余 \(rest) 项没有失分。", "The other \(rest) leaves lost nothing."), nil))
    }
    if !shown.isEmpty { page.parts.append(.heading(words.say("逐项说明", "How each came about"))) }
    for leaf in shown { page.parts.append(.outline(words.outline(of: leaf))) }
    if let notice = Notice.text(forRulesTitled: ruleSet.title) {
      page.parts.append(.note(notice.text(in: language), .yellow))
    }
    return page
  }
}
