import KaoheScoring

extension SeededGenerator {
  /// A random rule set of at most 15 leaves as a rule file has it: with titles, clauses, documents, examples.
  public mutating func wordedRuleSet(year: Int) -> RuleSet {
    var rules = ruleSet()
    while rules.leaves.count > 15 { rules = ruleSet() }
    rules.code = "random-\(year)"
    rules.title = "细则 \(text())"
    rules.year = year
    rules.documents = (0..<integer(0...2)).map { _ in
      Document(title: text(), number: oneIn(2) ? text() : nil, issued: oneIn(2) ? date(year) : nil)
    }
    for phase in rules.phases.indices { rules.phases[phase].title = "阶段 \(phase)" }
    if rules.phases.count == 1, oneIn(2) { (rules.phases[0].code, rules.phases[0].title) = ("", "") }
    for veto in rules.vetoes.indices { rules.vetoes[veto].title = text() }
    for grade in rules.grades.indices where rules.grades[grade].quota == nil { rules.grades[grade].withBetter = false }
    for leaf in rules.leaves.indices { word(&rules.leaves[leaf]) }
    return rules
  }

  private mutating func word(_ leaf: inout Leaf) {
    leaf.title = "考核要点 \(text())"
    if oneIn(2) { leaf.clause = text() }
    if oneIn(3) { leaf.source = text() }
    if oneIn(3) { leaf.department = text() }
    for item in leaf.items.indices { leaf.items[item].title = text() }
    if leaf.cap > leaf.points, oneIn(2) {
      leaf.methods = leaf.methods.map { method in
        guard case .ratio(var ratio) = method else { return method }
        ratio.uncapped = true
        return .ratio(ratio)
      }
    }
    guard !leaf.isSummed, !leaf.isPeer, oneIn(3) else { return }
    let rows = rows(of: leaf)
    guard let outcome = try? outcome(of: rows, leaf) else { return }
    var score: Rational?
    if case .score(let points) = outcome { score = points }
    leaf.examples = [
      Example(rows: rows.map { Example.Row(item: $0.item, value: $0.value, scorer: $0.scorer) }, score: score)
    ]
  }

  /// What a visit with these rows, all with evidence, comes to.
  private func outcome(of rows: [Row], _ leaf: Leaf) throws(ObservationProblem) -> Outcome {
    var leaf = leaf
    (leaf.scope, leaf.appliesTo) = (.district, nil)
    let rules = RuleSet.sample([leaf])
    let rows = rows.map { Row($0.item, $0.value, by: $0.scorer) }
    let visit = try rules.visit(recording: [leaf.code: rows])
    return rules.appraise(.sample(visits: [visit])).leaves[0].subjects[0].visits[0].outcome
  }
}
