import KaoheScoring

extension ExplanationWords {
  /// A leaf: its result and clause, then subject, visit, what was recorded, and the steps whose points add up.
  func outline(of explained: ExplainedLeaf) -> Outline {
    let leaf = explained.leaf
    var outline = Outline()
    outline.add(
      0,
      say(
        "\(leaf.code) \(leaf.title)（\(leaf.points.readable) 分）",
        "\(leaf.code) \(leaf.title) (\(leaf.points.readable) point\(leaf.points == .one ? "" : "s"))"),
      amount(of: explained), ink: explained.lost.isZero ? .bold : .red)
    for detail in details(of: leaf) { outline.add(1, detail, ink: .dim) }
    for subject in explained.appraisal.subjects { add(subject, explained, to: &outline) }
    add(districtSteps: explained, to: &outline)
    return outline
  }

  private func amount(of explained: ExplainedLeaf) -> String {
    guard let score = explained.standing.score else { return say("不计", "taken out") }
    let lost = explained.lost
    return say("得 \(score.readable)", "scored \(score.readable)")
      + (lost.isZero ? "" : say("，失 \(lost.readable)", ", lost \(lost.readable)"))
  }

  private func details(of leaf: Leaf) -> [String] {
    var details: [String] = []
    if let clause = leaf.clause { details.append(say("条款：\(clause)", "clause: \(clause)")) }
    if let source = leaf.source { details.append(say("数据来源：\(source)", "source: \(source)")) }
    if let department = leaf.department { details.append(say("责任部门：\(department)", "department: \(department)")) }
    return details
  }

  private func add(_ subject: SubjectAppraisal, _ explained: ExplainedLeaf, to outline: inout Outline) {
    let name = explanation.name(of: subject.subject)
    outline.add(1, name == subject.subject.code ? name : name + language.inParentheses(subject.subject.code))
    for visit in subject.visits {
      outline.add(2, heading(of: visit))
      for row in visit.rows {
        outline.add(3, explanation.text(of: RecordedRow(row, of: explained.leaf), explained.leaf, language), ink: .dim)
      }
      add(visit.steps, explained, level: 3, to: &outline)
      add(visit.outcome, level: 3, say("本次得分", "score of the visit"), to: &outline)
    }
    // One visit is its subject's score: saying it twice helps nobody.
    guard subject.visits.count > 1 || explained.leaf.isSummed else { return }
    if case .combinedVisits = subject.steps.first?.reason {
      for step in subject.steps { outline.add(2, text(of: step, explained), step.points.resultReadable) }
      return
    }
    add(subject.steps, explained, level: 2, to: &outline)
    let combined =
      explained.leaf.isPeer
      ? explained.stepText.text(of: explained.leaf.repeat, visits: subject.visits.count).text(in: language) : ""
    add(
      subject.outcome, level: 2, combined.isEmpty ? say("合计得分", "score of the sum") : combined, to: &outline)
  }

  private func heading(of visit: VisitAppraisal) -> String {
    guard let known = explanation.visits[visit.visit] else { return "\(visit.visit) \(visit.date)" }
    let group = known.groupName.isEmpty ? known.group : known.groupName
    let status: String
    switch known.status {
    case "draft": status = say("草稿", "draft")
    case "submitted": status = say("已提交，未确认", "submitted, not confirmed")
    case "confirmed": status = say("已确认", "confirmed")
    case "cancelled": status = say("已取消", "cancelled")
    default: status = known.status
    }
    let overrides = known.overrides.map { override in
      let who = explanation.name(ofPerson: override.by)
      return override.action == "submit"
        ? say(
          "提交人 \(who) 未回避，理由：\(override.reason)", "submitted by \(who), who did not stand aside: \(override.reason)")
        : say(
          "确认人 \(who) 未回避，理由：\(override.reason)", "confirmed by \(who), who did not stand aside: \(override.reason)")
    }
    return "\(visit.visit) \(visit.date) \(group)"
      + language.inParentheses(([status] + overrides).joined(separator: say("；", "; ")))
  }

  /// What the district's leaf came to from its subjects, and what was done to it among its peers.
  private func add(districtSteps explained: ExplainedLeaf, to outline: inout Outline) {
    var steps = explained.steps
    let isCarriedOn = if case .combinedSites(_, let count) = steps.first?.reason { count == 1 } else { false }
    // A single subject's score that nothing more is done to was already shown.
    if isCarriedOn, steps.count == 1 { return }
    if case .missing = steps.first?.reason { steps[0] = Step(.missing, points: .zero) }
    if steps.count == 1, case .combinedSites = steps[0].reason {
      outline.add(1, text(of: steps[0], explained), steps[0].points.resultReadable)
      return
    }
    add(steps, explained, level: 1, to: &outline)
    if steps.count > 1, let score = explained.standing.score {
      outline.add(1, say("得分", "score"), score.resultReadable)
    }
  }

  private func add(_ steps: [Step], _ explained: ExplainedLeaf, level: Int, to outline: inout Outline) {
    for step in steps {
      if step.reason == .start, step.points.isZero, steps.count > 1 { continue }
      let isSilent: Bool
      switch step.reason {
      case .missing where isFlawed(steps): continue
      case .summed, .missing, .flawed: isSilent = true
      case .notApplicable: isSilent = explained.standing.score == nil
      default: isSilent = false
      }
      outline.add(level, text(of: step, explained), isSilent ? nil : step.points.signedReadable)
    }
  }

  private func isFlawed(_ steps: [Step]) -> Bool {
    steps.contains { if case .flawed = $0.reason { true } else { false } }
  }

  private func add(_ outcome: Outcome, level: Int, _ name: String, to outline: inout Outline) {
    switch outcome {
    case .score(let score): outline.add(level, name, score.resultReadable)
    case .measure(let measure):
      outline.add(
        level, say("实际值 \(measure.readable)，与其他地区比较后计分", "measure \(measure.readable), scored among the districts"))
    case .notApplicable: outline.add(level, say("不适用，不计分", "not applicable, no score"))
    case .missing: outline.add(level, say("没有可以计分的记录", "nothing recorded that can be scored"))
    case .summed: break
    }
  }

  private func text(of step: Step, _ explained: ExplainedLeaf) -> String {
    if case .missing = step.reason { return missingText(explained) }
    return explained.stepText.text(of: step).text(in: language)
  }

  /// Says which of the two it is: nothing observed, or too few sites.
  private func missingText(_ explained: ExplainedLeaf) -> String {
    let seen = explained.appraisal.subjects.count { $0.outcome != .missing }
    guard explained.leaf.scope != .district, seen > 0 else {
      return say("未考核，按 0 分计", "not observed: counts 0")
    }
    let (sites, wanted) = (explained.leaf.scope.words(seen), explained.leaf.scope.words(explained.leaf.minSites))
    return say(
      "只观察了 \(sites.chinese)，至少要 \(wanted.chinese)，按 0 分计",
      "observed at \(sites.english) only, at least \(wanted.english) needed: counts 0")
  }
}
