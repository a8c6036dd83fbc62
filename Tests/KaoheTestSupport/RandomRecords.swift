import KaoheScoring

extension SeededGenerator {
  /// Participants with visits, sites and entries, all of them as an import would accept them.
  public mutating func records(of rules: RuleSet, districts: Int) throws(ObservationProblem) -> [DistrictRecords] {
    var records: [DistrictRecords] = []
    for position in 0..<districts {
      var record = DistrictRecords.sample("d\(position)", category: pick(["区", "县级市", "开发区"]))
      record.enterprises = (0..<integer(0...6)).map { "e\(position)-\($0)" }
      record.parks = (0..<integer(0...3)).map { "p\(position)-\($0)" }
      let subjects =
        [Subject(scope: .district, code: record.participant.code)]
        + record.enterprises.map { Subject(scope: .enterprise, code: $0) }
        + record.parks.map { Subject(scope: .park, code: $0) }
      for subject in subjects {
        for number in 0..<integer(subject.scope == .district ? 1...3 : 0...2) {
          record.visits.append(try visit("v\(number)-\(subject)", to: subject, rules))
        }
      }
      record.entries = entries(of: rules)
      records.append(record)
    }
    return records
  }

  private mutating func visit(
    _ code: String, to subject: Subject, _ rules: RuleSet
  ) throws(ObservationProblem) -> VisitRecord {
    var visit = VisitRecord(code: code, date: "2022-0\(integer(1...9))-15", subject: subject, leaves: [])
    for (position, leaf) in rules.leaves.enumerated() where leaf.scope == subject.scope && !oneIn(9) {
      var observations: [Observation] = []
      for row in rows(of: leaf) { observations.append(try row.observation(of: leaf)) }
      visit.leaves.append(VisitRecord.LeafRows(leaf: position, rows: observations))
    }
    return visit
  }

  /// The rows of one leaf at one visit: complete, and without a conflict.
  public mutating func rows(of leaf: Leaf) -> [Row] {
    if oneIn(10) { return [row("", "n/a")] }
    var rows: [Row] = []
    if let survey = leaf.survey {
      let isEmpty = leaf.zeroDenominator != .error && oneIn(8)
      for answer in survey.answers {
        rows.append(row(answer.code, "\(isEmpty && answer.weight != nil ? 0 : integer(1...60))"))
      }
    } else if leaf.hasMeasure {
      rows.append(row("", measure(of: leaf)))
    }
    if let levels = leaf.levels?.levels {
      for scorer in 1...integer(1...6) { rows.append(row("", written(pick(levels)), by: "i\(scorer)")) }
    }
    if leaf.isJudged {
      for scorer in 1...integer(1...6) {
        rows.append(row("", (leaf.points * number(0, 1, denominator: 8)).plainText, by: "i\(scorer)"))
      }
    }
    for item in leaf.items {
      switch item.kind {
      case .deduct, .add: if oneIn(2) { rows.append(row(item.code, "\(integer(0...4))")) }
      case .checklist: rows.append(row(item.code, oneIn(2) ? "yes" : "no"))
      }
    }
    return rows.isEmpty ? [row("", "none")] : rows
  }

  private mutating func row(_ item: String, _ value: String, by scorer: String = "") -> Row {
    Row(item, value, by: scorer, evidence: oneIn(2))
  }

  private mutating func measure(of leaf: Leaf) -> String {
    let mayBeZero = leaf.zeroDenominator != .error || leaf.isSummed
    if mayBeZero, oneIn(8) { return "0/0" }
    if leaf.isSummed || oneIn(2) { return "\(integer(0...60))/\(integer(1...50))" }
    if oneIn(6), !leaf.isPeer { return "-\(integer(0...20))%" }
    return oneIn(2) ? "\(integer(0...130))%" : "0.\(integer(0...9))\(integer(1...9))"
  }

  private mutating func written(_ level: Levels.Level) -> String {
    switch level.share {
    case .fixed: level.code
    case .range(let from, let to): "\(level.code) \((oneIn(2) ? from : to).plainText)"
    }
  }

  private mutating func entries(of rules: RuleSet) -> [AdjustmentEntry] {
    var entries: [AdjustmentEntry] = []
    for group in (rules.bonus?.groups ?? []) + (rules.penalty?.groups ?? []) {
      for number in 0..<integer(0...3) {
        entries.append(
          .entry(
            "\(group.code)-\(number)", group.code, pick(group.levels).code, event: oneIn(3) ? nil : pick(["x", "y"]),
            count: Rational(integer(0...2)), evidence: !oneIn(4)))
      }
    }
    for veto in rules.vetoes where oneIn(8) {
      entries.append(.veto(veto.code, entry: "veto-\(veto.code)", count: oneIn(6) ? 0 : 1))
    }
    return entries
  }
}

extension DistrictRecords {
  /// The same records with rows, leaves, visits and entries in another order.
  public func shuffled(using random: inout SeededGenerator) -> DistrictRecords {
    var copy = self
    copy.visits.shuffle(using: &random)
    copy.entries.shuffle(using: &random)
    copy.enterprises.shuffle(using: &random)
    copy.parks.shuffle(using: &random)
    for visit in copy.visits.indices {
      copy.visits[visit].leaves.shuffle(using: &random)
      for leaf in copy.visits[visit].leaves.indices { copy.visits[visit].leaves[leaf].rows.shuffle(using: &random) }
    }
    return copy
  }
}
