import KaoheScoring

extension RuleSet {
  /// The rule set in the rule language (docs/rules.md); what the language would fill in is left out.
  public var yaml: String {
    YAMLText.keys([
      "rule_set": .quoted(code), "title": .quoted(title), "year": .plain("\(year)"), "points": .number(points),
      "rounding": .keys([
        "mode": .plain(rounding.mode.rawValue), "total_decimals": .plain("\(rounding.totalDecimals)"),
        "leaf_decimals": rounding.leafDecimals.map { .plain("\($0)") },
      ]),
      "ranking": .word(ranking, unless: .published), "total_cap": totalCap.map(YAMLText.number),
      "quota_ties": .word(quotaTies, unless: .none), "documents": .list(orNil: documents.map(\.yaml)),
      "phases": isWithoutPhases ? nil : .list(phases.map(yaml)),
      "sections": isWithoutPhases ? .list(phases[0].sections.map(yaml)) : nil,
      "bonus": bonus?.yaml, "penalty": penalty?.yaml,
      "vetoes": .list(orNil: vetoes.map(yaml)), "grades": .list(orNil: grades.map(\.yaml)),
      "ties": .list(orNil: ties.map { .quoted($0.code) }),
    ]).document
  }

  private var isWithoutPhases: Bool { phases.count == 1 && phases[0].code.isEmpty }

  private func yaml(_ phase: Phase) -> YAMLText {
    .keys([
      "code": .quoted(phase.code), "title": .quoted(phase.title), "weight": .number(phase.weight),
      "sections": .list(phase.sections.map(yaml)),
    ])
  }

  private func yaml(_ section: Section) -> YAMLText {
    .keys([
      "code": .quoted(section.code), "title": .quoted(section.title), "points": .number(section.points),
      "floor": section.floor.map(YAMLText.number), "cap": section.cap.map(YAMLText.number),
      "children": .list(
        section.children.map { child in
          switch child {
          case .section(let section): yaml(section)
          case .leaf(let position): leaves[position].yaml
          }
        }),
    ])
  }

  private func yaml(_ veto: Veto) -> YAMLText {
    var keys: [(key: String, value: YAMLText)] = [("code", .quoted(veto.code)), ("title", .quoted(veto.title))]
    switch veto.effect {
    case .fail: keys.append(("effect", .plain("fail")))
    case .capGrade(let grade): keys += [("effect", .plain("cap_grade")), ("grade", .quoted(grades[grade].code))]
    case .lowerGrade: keys.append(("effect", .plain("lower_grade")))
    case .unranked: keys.append(("effect", .plain("unranked")))
    case .zero(let code): keys += [("effect", .plain("zero")), ("of", .quoted(code))]
    }
    return .map(keys)
  }
}

extension YAMLText {
  static func number(_ number: Rational) -> YAMLText { .plain(number.plainText) }

  /// A word; nothing where it is the default.
  static func word<Word: RawRepresentable<String> & Equatable>(_ word: Word, unless standard: Word) -> YAMLText? {
    word == standard ? nil : .plain(word.rawValue)
  }

  static func flag(_ flag: Bool) -> YAMLText? { flag ? .plain("true") : nil }

  static func list(orNil elements: [YAMLText]) -> YAMLText? { elements.isEmpty ? nil : .list(elements) }
}

extension Document {
  fileprivate var yaml: YAMLText {
    .keys([
      "title": .quoted(title), "number": number.map(YAMLText.quoted), "issued": issued.map(YAMLText.plain),
    ])
  }
}

extension AdjustmentRules {
  fileprivate var yaml: YAMLText {
    .keys([
      "cap": cap.map(YAMLText.number), "per_event": .word(perEvent, unless: .all), "groups": .list(groups.map(\.yaml)),
    ])
  }
}

extension AdjustmentGroup {
  fileprivate var yaml: YAMLText {
    .keys([
      "code": .quoted(code), "title": .quoted(title), "cap": cap.map(YAMLText.number),
      "evidence": evidenceRequired ? .plain("required") : nil,
      "levels": .list(levels.map { .keys(["code": .quoted($0.code), "points": .number($0.points)]) }),
    ])
  }
}

extension Grade {
  fileprivate var yaml: YAMLText {
    var share: YAMLText?
    var count: YAMLText?
    switch quota {
    case .share(let number): share = .number(number)
    case .count(let number): count = .plain("\(number)")
    case nil: break
    }
    return .keys([
      "code": .quoted(code), "min": min.map(YAMLText.number), "max_share": share, "max_count": count,
      "with_better": .flag(withBetter && quota != nil), "where": .list(orNil: conditions.map(\.yaml)),
    ])
  }
}

extension Grade.Condition {
  fileprivate var yaml: YAMLText {
    switch bound {
    case .points(let points): .keys(["code": .quoted(code), "min": .number(points)])
    case .share(let share): .keys(["code": .quoted(code), "min_share": .number(share)])
    }
  }
}
