import KaoheScoring

/// What a rule set says under one code, in words that can be compared one by one.
struct RuleFact {
  var code: String
  var values: [(what: Bilingual, value: Bilingual)]

  /// Its code, and what it is: facts of one kind have the same values.
  var identity: [String] { [code] + values.map(\.what.english) }

  /// Its title, points and standard.
  var summary: Bilingual {
    let said = values.prefix(3).map(\.value).filter { !$0.chinese.isEmpty }
    return Bilingual(said.map(\.chinese).joined(separator: "，"), en: said.map(\.english).joined(separator: ", "))
  }

  subscript(what: Bilingual) -> Bilingual? { values.first { $0.what == what }?.value }

  /// - Parameter settings: words of the rule file with what they are set to.
  init(
    _ code: String, title: String, points: String = "", standard: Bilingual = Bilingual("", en: ""),
    clause: String = "", settings: KeyValuePairs<String, String> = [:]
  ) {
    self.code = code
    values = [
      (Bilingual("名称", en: "title"), Bilingual(title, en: title)),
      (Bilingual("分值", en: "points"), Bilingual(points, en: points)),
      (Bilingual("评分标准", en: "standard"), standard),
      (Bilingual("原文", en: "clause"), Bilingual(clause, en: clause)),
    ]
    for (word, value) in settings { values.append((Bilingual(word, en: word), Bilingual(value, en: value))) }
  }
}

extension RuleSet {
  /// In the rules' order.
  var facts: [RuleFact] {
    [ruleSetFact]
      + phases.flatMap { phase in
        (phase.code.isEmpty ? [] : [RuleFact(phase.code, title: phase.title, points: "× \(phase.weight.plainText)")])
          + phase.sections.flatMap { facts(of: .section($0)) }
      }
      + ((bonus?.groups ?? []) + (penalty?.groups ?? [])).map(fact)
      + vetoes.map { RuleFact($0.code, title: $0.title, standard: effect(of: $0)) }
      + grades.map(fact)
  }

  private var ruleSetFact: RuleFact {
    RuleFact(
      "rule_set", title: title, points: points.plainText,
      settings: [
        "rounding": "\(rounding.mode.rawValue), \(rounding.totalDecimals)",
        "leaf_decimals": rounding.leafDecimals.map(String.init) ?? "none", "ranking": ranking.rawValue,
        "total_cap": text(totalCap), "quota_ties": quotaTies.rawValue,
        "bonus.cap": text(bonus?.cap), "bonus.per_event": bonus?.perEvent.rawValue ?? "",
        "penalty.cap": text(penalty?.cap), "penalty.per_event": penalty?.perEvent.rawValue ?? "",
        "ties": ties.map(\.code).joined(separator: ", "),
      ])
  }

  private func facts(of node: Node) -> [RuleFact] {
    switch node {
    case .leaf(let position): return [fact(leaves[position])]
    case .section(let section):
      let own = RuleFact(
        section.code, title: section.title, points: section.points.plainText,
        settings: ["floor": text(section.floor), "cap": text(section.cap)])
      return [own] + section.children.flatMap { facts(of: $0) }
    }
  }

  private func fact(_ leaf: Leaf) -> RuleFact {
    RuleFact(
      leaf.code, title: leaf.title, points: leaf.points.plainText, standard: RuleText.standard(of: leaf),
      clause: leaf.clause ?? "",
      settings: [
        "scope": leaf.scope.rawValue, "applies_to": leaf.appliesTo?.joined(separator: ", ") ?? "",
        "aggregate": leaf.aggregate.rawValue, "min_sites": "\(leaf.minSites)", "repeat": leaf.repeat.rawValue,
        "scorers": leaf.scorers.rawValue, "not_applicable": leaf.notApplicable.rawValue,
        "zero_denominator": leaf.zeroDenominator.rawValue,
        "evidence": leaf.evidenceRequired ? "required" : "optional", "start": leaf.start.plainText,
        "floor": leaf.floor.plainText, "cap": leaf.cap.plainText, "source": leaf.source ?? "",
        "department": leaf.department ?? "",
      ])
  }

  private func fact(_ group: AdjustmentGroup) -> RuleFact {
    let levels = group.levels.map { "\($0.code) \($0.points.plainText)" }.joined(separator: ", ")
    return RuleFact(
      group.code, title: group.title, standard: Bilingual(levels, en: levels),
      settings: ["cap": text(group.cap), "evidence": group.evidenceRequired ? "required" : "optional"])
  }

  private func fact(_ grade: Grade) -> RuleFact {
    let conditions = grade.conditions.map { condition in
      switch condition.bound {
      case .points(let points): "\(condition.code) ≥ \(points.plainText)"
      case .share(let share): "\(condition.code) ≥ \(percent(share))"
      }
    }
    let quota =
      switch grade.quota {
      case .share(let share): percent(share)
      case .count(let count): "\(count)"
      case nil: ""
      }
    return RuleFact(
      grade.code, title: grade.code, points: grade.min.map { "≥ \($0.plainText)" } ?? "",
      settings: [
        "quota": quota, "with_better": grade.withBetter ? "true" : "", "where": conditions.joined(separator: ", "),
      ])
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

  private func text(_ number: Rational?) -> String { number?.plainText ?? "" }

  private func percent(_ share: Rational) -> String { (share * Rational(100)).plainText + "%" }
}
