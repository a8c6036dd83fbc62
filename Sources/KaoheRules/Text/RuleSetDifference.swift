import KaoheScoring

/// How one rule set differs from another, by code: what was added, what was removed, what says something else.
public struct RuleSetDifference: Sendable {
  public struct Line: Sendable, Hashable {
    public var code: String
    public var what: Bilingual
    /// Empty where the first rule set has nothing of that code.
    public var old: Bilingual
    public var new: Bilingual
  }

  /// In the order of the second rule set; what it no longer has comes first.
  public let lines: [Line]

  public init(_ old: RuleSet, _ new: RuleSet) {
    let before = old.facts
    let after = new.facts
    let newCodes = Set(after.map(\.code))
    let known = Dictionary(before.map { ($0.code, $0) }) { first, _ in first }
    var lines = before.filter { !newCodes.contains($0.code) }.map { fact in
      Line(code: fact.code, what: Bilingual("删去", en: "removed"), old: fact.summary, new: Bilingual("", en: ""))
    }
    for fact in after {
      guard let earlier = known[fact.code] else {
        lines.append(
          Line(code: fact.code, what: Bilingual("新增", en: "added"), old: Bilingual("", en: ""), new: fact.summary))
        continue
      }
      for (was, now) in zip(earlier.values, fact.values) where was.value != now.value {
        lines.append(Line(code: fact.code, what: now.what, old: was.value, new: now.value))
      }
    }
    self.lines = lines
  }
}

/// What a rule set says under one code, in words.
private struct Fact {
  var code: String
  var values: [(what: Bilingual, value: Bilingual)]

  var summary: Bilingual {
    let said = values.map(\.value).filter { !$0.chinese.isEmpty }
    return Bilingual(said.map(\.chinese).joined(separator: "，"), en: said.map(\.english).joined(separator: ", "))
  }

  /// Every kind of fact has the same values in the same order, so that they can be compared one by one.
  init(
    _ code: String, title: String, points: String = "", standard: Bilingual = Bilingual("", en: ""),
    settings: Bilingual = Bilingual("", en: ""), clause: String = ""
  ) {
    self.code = code
    values = [
      (Bilingual("名称", en: "title"), Bilingual(title, en: title)),
      (Bilingual("分值", en: "points"), Bilingual(points, en: points)),
      (Bilingual("评分标准", en: "standard"), standard),
      (Bilingual("设置", en: "settings"), settings),
      (Bilingual("原文", en: "clause"), Bilingual(clause, en: clause)),
    ]
  }
}

extension RuleSet {
  fileprivate var facts: [Fact] {
    let settings = settings
    return [Fact("rule_set", title: title, points: points.plainText, settings: Bilingual(settings, en: settings))]
      + phases.flatMap { phase in
        (phase.code.isEmpty ? [] : [Fact(phase.code, title: phase.title, points: "× \(phase.weight.plainText)")])
          + phase.sections.flatMap { facts(of: .section($0)) }
      }
      + ((bonus?.groups ?? []) + (penalty?.groups ?? [])).map(fact)
      + vetoes.map { Fact($0.code, title: $0.title, standard: effect(of: $0)) }
      + grades.map(fact)
  }

  private var settings: String {
    var words = [
      "rounding \(rounding.mode.rawValue) \(rounding.totalDecimals)",
      "leaf_decimals \(rounding.leafDecimals.map(String.init) ?? "none")", "ranking \(ranking.rawValue)",
      "total_cap \(totalCap?.plainText ?? "–")", "quota_ties \(quotaTies.rawValue)",
      "bonus \(caps(bonus))", "penalty \(caps(penalty))",
    ]
    let ties = ties.map { tie in
      switch tie {
      case .node(let code): code
      case .bonus: "bonus"
      case .penalty: "penalty"
      }
    }
    words.append("ties \(ties.isEmpty ? "–" : ties.joined(separator: " "))")
    return words.joined(separator: "; ")
  }

  private func caps(_ rules: AdjustmentRules?) -> String {
    rules.map { "cap \($0.cap?.plainText ?? "–") per_event \($0.perEvent.rawValue)" } ?? "–"
  }

  private func facts(of node: Node) -> [Fact] {
    switch node {
    case .leaf(let position): return [fact(leaves[position])]
    case .section(let section):
      let bounds = "floor \(section.floor?.plainText ?? "–") cap \(section.cap?.plainText ?? "–")"
      let isBounded = section.floor != nil || section.cap != nil
      return [
        Fact(
          section.code, title: section.title, points: section.points.plainText,
          settings: isBounded ? Bilingual(bounds, en: bounds) : Bilingual("", en: ""))
      ] + section.children.flatMap { facts(of: $0) }
    }
  }

  private func fact(_ leaf: Leaf) -> Fact {
    let words = [
      "scope \(leaf.scope.rawValue)", "aggregate \(leaf.aggregate.rawValue)", "min_sites \(leaf.minSites)",
      "repeat \(leaf.repeat.rawValue)", "scorers \(leaf.scorers.rawValue)",
      "not_applicable \(leaf.notApplicable.rawValue)", "zero_denominator \(leaf.zeroDenominator.rawValue)",
      "evidence \(leaf.evidenceRequired ? "required" : "optional")",
      "applies_to \(leaf.appliesTo?.joined(separator: " ") ?? "–")",
      "start \(leaf.start.plainText) floor \(leaf.floor.plainText) cap \(leaf.cap.plainText)",
    ].joined(separator: "; ")
    return Fact(
      leaf.code, title: leaf.title, points: leaf.points.plainText, standard: RuleText.standard(of: leaf),
      settings: Bilingual(words, en: words), clause: leaf.clause ?? "")
  }

  private func fact(_ group: AdjustmentGroup) -> Fact {
    let levels = group.levels.map { "\($0.code) \($0.points.plainText)" }.joined(separator: ", ")
    let words = "cap \(group.cap?.plainText ?? "–"); evidence \(group.evidenceRequired ? "required" : "optional")"
    return Fact(
      group.code, title: group.title, standard: Bilingual(levels, en: levels), settings: Bilingual(words, en: words))
  }

  private func effect(of veto: Veto) -> Bilingual {
    switch veto.effect {
    case .fail: Bilingual("最低等次", en: "the lowest grade")
    case .capGrade(let best): Bilingual("不高于\(grades[best].code)", en: "no better than \(grades[best].code)")
    case .lowerGrade: Bilingual("降一等", en: "one grade lower")
    case .unranked: Bilingual("不参与排名", en: "unranked")
    case .zero(let code): Bilingual("\(code) 记 0 分", en: "\(code) scores 0")
    }
  }

  private func fact(_ grade: Grade) -> Fact {
    var words: [String] = []
    switch grade.quota {
    case .share(let share): words.append("max_share \((share * Rational(100)).plainText)%")
    case .count(let count): words.append("max_count \(count)")
    case nil: break
    }
    if grade.withBetter { words.append("with_better") }
    words += grade.conditions.map { condition in
      switch condition.bound {
      case .points(let points): "\(condition.code) ≥ \(points.plainText)"
      case .share(let share): "\(condition.code) ≥ \((share * Rational(100)).plainText)%"
      }
    }
    let text = words.joined(separator: "; ")
    return Fact(
      grade.code, title: grade.code, points: grade.min.map { "≥ \($0.plainText)" } ?? "",
      settings: Bilingual(text, en: text))
  }
}
