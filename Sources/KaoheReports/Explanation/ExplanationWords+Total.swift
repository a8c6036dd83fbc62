import KaoheScoring

extension ExplanationWords {
  /// From the sections to the total, each line with the points that it gives or takes.
  var composition: Outline {
    var outline = Outline()
    var rest = Array(zip(ruleSet.sections, card.sections))[...]
    for (phase, score) in zip(ruleSet.phases, card.phases) {
      let own = rest.prefix(phase.sections.count)
      rest = rest.dropFirst(phase.sections.count)
      let isNamed = ruleSet.phases.count > 1 || !phase.code.isEmpty
      for (section, sectionScore) in own { add(section, sectionScore, level: isNamed ? 1 : 0, to: &outline) }
      add(phase, score, sum: own.compactMap { $0.1.score }.sum, isNamed: isNamed, to: &outline)
    }
    outline.add(0, say("基础分", "base"), card.base.resultReadable, ink: .bold)
    add(ruleSet.bonus, card.bonus, say("加分", "bonus"), sign: .one, to: &outline)
    add(ruleSet.penalty, card.penalty, say("减分", "penalty"), sign: Rational(-1), to: &outline)
    addVetoes(to: &outline)
    addTotal(to: &outline)
    return outline
  }

  private func add(_ section: Section, _ score: SectionScore, level: Int, to outline: inout Outline) {
    let name = say(
      "\(section.code) \(section.title)（\(section.points.readable) 分）",
      "\(section.code) \(section.title) (\(section.points.readable) point\(section.points == .one ? "" : "s"))")
    guard let result = score.score else {
      outline.add(level, name, say("不计", "taken out"))
      return
    }
    outline.add(level, name, result.readable)
    for bounded in score.bounded {
      let title = ruleSet.section(bounded.code)?.title ?? ""
      outline.add(
        level + 1,
        say(
          "\(bounded.code) \(title) 合计 \(bounded.sum.readable)，按上下限计 \(bounded.score.readable)",
          "\(bounded.code) \(title) sums to \(bounded.sum.readable), bounded to \(bounded.score.readable)"))
    }
    let rescaled = score.sum * score.factor
    let before = section.bounded(rescaled)
    guard score.factor != .one || before != rescaled || score.vetoedBy != nil else { return }
    outline.add(level + 1, say("各项合计", "sum of its leaves"), score.sum.signedReadable)
    if score.factor != .one {
      outline.add(
        level + 1,
        say("不适用的指标不计分，其余得分 × \(score.factor) 折算", "leaves that do not apply are taken out: × \(score.factor)"),
        (rescaled - score.sum).signedReadable)
    }
    if before != rescaled {
      outline.add(
        level + 1,
        before < rescaled
          ? say("本大项封顶 \(before.readable) 分", "section not above \(before.readable)")
          : say("本大项最低 \(before.readable) 分", "section not below \(before.readable)"),
        (before - rescaled).signedReadable)
    }
    if let veto = score.vetoedBy {
      outline.add(
        level + 1, say("一票否决 \(veto)：本大项记 0 分", "veto \(veto): the section scores 0"), (-before).signedReadable)
    }
  }

  private func add(_ phase: Phase, _ score: PhaseScore, sum: Rational, isNamed: Bool, to outline: inout Outline) {
    guard let result = score.score else {
      if isNamed { outline.add(0, "\(phase.code) \(phase.title)", say("不计", "taken out")) }
      return
    }
    if score.factor != .one {
      outline.add(
        isNamed ? 1 : 0,
        say(
          "不适用的指标不计分，各部分合计 \(sum.readable) × \(score.factor)",
          "leaves that do not apply are taken out: sum \(sum.readable) × \(score.factor)"),
        (result - sum).signedReadable)
    }
    guard isNamed else { return }
    let weight = score.weight.percent
    outline.add(
      0,
      say(
        "\(phase.code) \(phase.title)：\(result.readable) 分 × 权重 \(weight)",
        "\(phase.code) \(phase.title): \(result.readable) × weight \(weight)"),
      (result * score.weight).readable)
  }

  private func addTotal(to outline: inout Outline) {
    let sum = card.base + card.bonus - card.penalty
    if sum != card.exactTotal {
      outline.add(
        0,
        sum > card.exactTotal
          ? say("总分封顶 \(card.exactTotal.readable)", "total not above \(card.exactTotal.readable)")
          : say("总分最低 0 分", "total not below 0"),
        (card.exactTotal - sum).signedReadable)
    }
    if card.total != card.exactTotal {
      let decimals = ruleSet.rounding.totalDecimals
      outline.add(
        0,
        say(
          "修约到 \(decimals) 位小数，修约前 \(card.exactTotal.readable)",
          "rounded to \(decimals) decimals, before that \(card.exactTotal.readable)"))
    }
    outline.add(0, say("总分", "total"), "= " + explanation.total, ink: .bold)
  }
}
