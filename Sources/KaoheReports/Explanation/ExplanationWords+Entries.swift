import KaoheScoring

extension ExplanationWords {
  /// Bonus or penalty: each entry with what became of it, and what the caps took.
  func add(
    _ rules: AdjustmentRules?, _ points: Rational, _ name: String, sign: Rational, to outline: inout Outline
  ) {
    guard let rules else { return }
    let groups = rules.groups.compactMap { group -> (AdjustmentGroup, GroupScore, [EntryScore])? in
      let entries = card.entries.filter { $0.entry.code == group.code }
      guard !entries.isEmpty, let score = card.groups.first(where: { $0.code == group.code }) else { return nil }
      return (group, score, entries)
    }
    outline.add(0, name, points.isZero ? "0" : (sign * points).signedReadable)
    for (group, score, entries) in groups {
      outline.add(1, "\(group.code) \(group.title)", (sign * score.points).signedReadable)
      for entry in entries { outline.add(2, text(of: entry, in: group), (sign * entry.points).signedReadable) }
      if score.points != score.sum {
        outline.add(
          2, say("本项封顶 \(score.points.readable) 分", "group not above \(score.points.readable)"),
          (sign * (score.points - score.sum)).signedReadable)
      }
    }
    let sum = groups.map(\.1.points).sum
    if sum != points {
      outline.add(
        1, say("\(name)合计封顶 \(points.readable) 分", "\(name) not above \(points.readable)"),
        (sign * (points - sum)).signedReadable)
    }
  }

  func addVetoes(to outline: inout Outline) {
    for position in card.vetoes {
      let veto = ruleSet.vetoes[position]
      let (name, effect) = ("\(veto.code) \(veto.title)", effect(of: veto))
      outline.add(0, say("一票否决 \(name)：\(effect)", "veto \(name): \(effect)"), ink: .red)
      for score in card.entries where score.entry.code == veto.code { outline.add(1, text(of: score, in: nil)) }
    }
    for score in card.entries where score.outcome == .unknown {
      outline.add(0, "\(score.entry.code) \(text(of: score, in: nil))", "0")
    }
  }

  private func text(of score: EntryScore, in group: AdjustmentGroup?) -> String {
    let entry = score.entry
    var text = entry.entry
    if let details = explanation.entries[entry.entry] {
      if !details.date.isEmpty { text += " \(details.date)" }
      if !details.reason.isEmpty { text += " \(details.reason)" }
    }
    var parts = [text]
    if let level = entry.level {
      let points = group?.levels.first { $0.code == level }?.points
      let worth = points.map { say(" \($0.readable) 分", " \($0.readable)") } ?? ""
      parts.append("\(level)\(worth)" + (entry.count == .one ? "" : " × \(entry.count.readable)"))
    }
    if let event = entry.event { parts.append(say("事项 \(event)", "event \(event)")) }
    if let evidence = explanation.entries[entry.entry]?.evidence, !evidence.isEmpty {
      parts.append(say("佐证：", "evidence: ") + explanation.titles(of: evidence, language))
    }
    if let reason = reason(of: score) { parts.append(reason) }
    return parts.joined(separator: say("；", "; "))
  }

  /// Why an entry does not count; nil where it does.
  private func reason(of score: EntryScore) -> String? {
    switch score.outcome {
    case .counted, .veto: nil
    case .noEvidence: say("没有佐证材料，不计", "not counted: evidence is required")
    case .sameEvent: say("同一事件已按更高的一项计，不再计", "not counted: another entry of the same event is better")
    case .withdrawn: say("已撤回，不计", "withdrawn")
    case .unknown: say("细则中没有这一项或这一档，不计", "not counted: the rules know no such code or level")
    }
  }

  private func effect(of veto: Veto) -> String {
    switch veto.effect {
    case .fail: say("定为最低等次", "the lowest grade")
    case .capGrade(let grade):
      say("等次不高于“\(ruleSet.grades[grade].code)”", "no better than “\(ruleSet.grades[grade].code)”")
    case .lowerGrade: say("降一等", "one grade lower")
    case .unranked: say("不参与排名", "not ranked")
    case .zero(let code): say("\(code) 记 0 分", "\(code) scores 0")
    }
  }
}
