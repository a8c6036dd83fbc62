import KaoheScoring

extension ExplanationWords {
  /// Why the district stands where it does: how equal totals were told apart, and why it has this grade.
  var standing: Outline? {
    var outline = Outline()
    for tie in card.ties { outline.add(0, text(of: tie)) }
    for reason in card.gradeReasons { outline.add(0, text(of: reason)) }
    return card.ties.isEmpty && card.gradeReasons.isEmpty ? nil : outline
  }

  private func text(of tie: TieDecision) -> String {
    let other = tie.other.name
    guard let position = tie.decidedBy else {
      return say("与\(other)同分，各项比较也相同，名次并列", "equal to \(other) in every comparison: the same rank")
    }
    let decider: String
    switch ruleSet.ties[position] {
    case .node(let code): decider = code
    case .bonus: decider = say("加分", "bonus")
    case .penalty: decider = say("减分", "penalty")
    }
    return tie.isAhead
      ? say("与\(other)同分，按 \(decider) 排在其前", "same total as \(other), ahead by \(decider)")
      : say("与\(other)同分，按 \(decider) 排在其后", "same total as \(other), behind by \(decider)")
  }

  private func text(of reason: GradeReason) -> String {
    let grade = ruleSet.grades[reason.grade]
    let minimum = grade.min?.plainText ?? ""
    switch reason.outcome {
    case .given: return say("等次：\(grade.code)", "grade: \(grade.code)")
    case .belowMinimum:
      return say("未达\(grade.code)：总分低于 \(minimum)", "not \(grade.code): the total is below \(minimum)")
    case .conditionNotMet(let code):
      return say("未达\(grade.code)：\(code) 没有达到要求", "not \(grade.code): \(code) does not meet its condition")
    case .vetoed(let code):
      let title = ruleSet.vetoes.first { $0.code == code }?.title ?? ""
      return say("不得评为\(grade.code)：一票否决 \(code) \(title)", "not \(grade.code): veto \(code) \(title)")
    case .quotaFull(let limit):
      return say("符合\(grade.code)条件，但 \(limit) 个名额已满", "qualifies for \(grade.code), but its \(limit) places are taken")
    case .lowered(let steps):
      return say("因一票否决降 \(steps) 等：\(grade.code)", "lowered by \(steps) for vetoes: \(grade.code)")
    }
  }
}
