import KaoheScoring

extension SeededGenerator {
  /// A rule set that the rule language allows: one or two phases, nested sections, bonus, penalty, vetoes, grades, ties.
  public mutating func ruleSet() -> RuleSet {
    var leaves: [Leaf] = []
    let phaseCount = integer(1...2)
    let phases = (0..<phaseCount).map { position in
      let weight: Rational = phaseCount == 1 ? 1 : position == 0 ? "30%" : "70%"
      return Phase(code: "phase\(position)", title: "", weight: weight, sections: sections(position, &leaves))
    }
    var rules = RuleSet.sample(leaves, phases: phases)
    rules.rounding = Rounding(
      mode: pick(RoundingMode.allCases), totalDecimals: integer(0...3), leafDecimals: oneIn(3) ? integer(1...3) : nil)
    rules.ranking = pick(RankingBasis.allCases)
    rules.totalCap = oneIn(3) ? 80 : nil
    rules.quotaTies = pick(QuotaTies.allCases)
    rules.bonus = adjustments("J", level: "0.5")
    rules.penalty = oneIn(3) ? nil : adjustments("K", level: "0.7")
    rules.vetoes = vetoes(of: rules)
    rules.grades = grades(of: rules)
    rules.ties = [.node(leaves[0].code), .bonus, .node(rules.sections[0].code), .penalty].filter { _ in oneIn(2) }
    return rules
  }

  /// Sections of one phase, which share 100 points.
  private mutating func sections(_ phase: Int, _ leaves: inout [Leaf]) -> [Section] {
    let counts = (0..<integer(2...3)).map { _ in integer(1...4) }
    var shares = split(100, into: counts.reduce(0, +))[...]
    return counts.enumerated().map { position, count in
      let own = Array(leaves.count..<leaves.count + count)
      let code = "S\(phase)\(position)"
      let points = Array(shares.prefix(count))
      shares = shares.dropFirst(count)
      for (offset, points) in points.enumerated() {
        leaves.append(leaf("L\(own[offset])", points: Rational(points)))
      }
      var children = own.map(Node.leaf)
      if count > 2, oneIn(2) {
        let nested = Section.sample(
          "\(code)n", Rational(points[0] + points[1]), Array(own.prefix(2)), floor: oneIn(2) ? 1 : nil,
          cap: oneIn(3) ? Rational(points[0]) : nil)
        children = [.section(nested)] + children.dropFirst(2)
      }
      let sum = points.reduce(0, +)
      return .sample(
        code, Rational(sum), children: children, floor: oneIn(4) ? 2 : nil, cap: oneIn(4) ? Rational(sum) : nil)
    }
  }

  /// Parts of at least 1 that add up.
  private mutating func split(_ sum: Int, into count: Int) -> [Int] {
    var parts = Array(repeating: 1, count: count)
    for _ in 0..<sum - count { parts[integer(0...count - 1)] += 1 }
    return parts
  }

  private mutating func adjustments(_ code: String, level: Rational) -> AdjustmentRules {
    AdjustmentRules(
      cap: oneIn(2) ? 2 : nil, perEvent: oneIn(2) ? .highest : .all,
      groups: (1...2).map { group in
        .sample(
          "\(code)\(group)", cap: oneIn(3) ? 1 : nil, evidenceRequired: oneIn(2), ["高": level * 2, "低": level])
      })
  }

  private mutating func vetoes(of rules: RuleSet) -> [Veto] {
    let effects: [Veto.Effect] = [
      .fail, .capGrade(1), .lowerGrade, .unranked, .zero(of: rules.leaves[0].code), .zero(of: rules.sections[0].code),
    ]
    return effects.enumerated().map { Veto(code: "V\($0.offset)", title: "", effect: $0.element) }
  }

  private mutating func grades(of rules: RuleSet) -> [Grade] {
    let quotas: [Grade.Quota?] = [nil, .share("40%"), .count(2)]
    let condition = Grade.Condition(code: rules.sections[0].code, bound: .share("30%"))
    return [
      .sample("优秀", min: 60, quota: pick(quotas), where: oneIn(2) ? [condition] : []),
      .sample("良好", min: 50, quota: pick(quotas), withBetter: oneIn(2)), .sample("不合格", min: nil),
    ]
  }
}
