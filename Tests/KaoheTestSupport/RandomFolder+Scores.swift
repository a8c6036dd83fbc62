import KaoheScoring

/// What the visits to one district have in common, so that what is summed over them can be summed.
struct RecordingHabits {
  /// Leaves with `total` whose measure is written as a plain number rather than as n/d.
  fileprivate var isPlain: [String: Bool] = [:]
  /// Leaves and subjects that are summed and have a denominator above 0 already.
  fileprivate var hasDenominator: Set<String> = []
}

extension RandomFolder {
  /// Rows of one leaf at one visit, in any of the spellings that are allowed.
  ///
  /// - Parameter isComplete: whether the visit is submitted, and nothing may be lacking.
  /// - Returns: the rows that say something; one that withdraws what was never recorded does not.
  mutating func makeRows(
    of leaf: Leaf, _ visit: VisitRecord, _ district: District, isComplete: Bool, _ habits: inout RecordingHabits
  ) -> [Row] {
    var rows = random.rows(of: leaf)
    if !isComplete { rows.removeAll { _ in random.oneIn(3) } }
    let free = inspectors.filter { $0.district != district.code }.shuffled(using: &random)
    let isAlone = rows.filter { !$0.scorer.isEmpty }.count == 1 && random.oneIn(2)
    var nextScorer = 0
    for position in rows.indices {
      var row = rows[position]
      if !row.scorer.isEmpty {
        row.scorer = isAlone ? "" : free[nextScorer].code
        nextScorer += 1
      }
      if row.item.isEmpty, leaf.hasMeasure, row.value != "n/a" {
        row.value = measure(row.value, of: leaf, at: visit, isComplete, &habits)
      }
      row.value = respelled(row.value, isCount: !row.item.isEmpty)
      let evidence = row.hasEvidence ? random.list(evidence, upTo: 3) : ""
      row.hasEvidence = !evidence.isEmpty
      rows[position] = row
      add(row, leaf, visit, evidence)
    }
    if random.oneIn(20), let item = leaf.items.first(where: { item in !rows.contains { $0.item == item.code } }) {
      add(Row(item.code, "-"), leaf, visit, "")
    }
    return rows
  }

  private mutating func add(_ row: Row, _ leaf: Leaf, _ visit: VisitRecord, _ evidence: String) {
    let needsReason = (try? leaf.read(item: row.item, value: row.value))?.reasonMissing(in: leaf) != nil
    add(
      "scores.csv",
      [
        "visit": visit.code, "indicator": leaf.code, "item": row.item, "value": row.value, "scorer": row.scorer,
        "reason": needsReason || random.oneIn(3) ? random.text() : "", "evidence": evidence,
      ])
  }

  /// A measure in a form that agrees with the other visits.
  private mutating func measure(
    _ value: String, of leaf: Leaf, at visit: VisitRecord, _ isComplete: Bool, _ habits: inout RecordingHabits
  ) -> String {
    guard leaf.isSummed else {
      if leaf.isPeer || !random.oneIn(8) { return value }
      return random.pick(["1041", "+0.85", "0.123456789012345678901234567", "999999999999/1000000000001", "085.50%"])
    }
    let isPlain = habits.isPlain[leaf.code] ?? (leaf.aggregate != .pooled && random.oneIn(3))
    habits.isPlain[leaf.code] = isPlain
    if isPlain { return random.pick(["\(random.integer(0...130))%", "0.\(random.integer(1...9))5"]) }
    guard leaf.zeroDenominator == .error else { return value }
    let sum = leaf.aggregate == .pooled ? leaf.code : "\(leaf.code) \(visit.subject)"
    // 0/0 is refused only where the sum has it; what a draft says is not in the sum.
    if value == "0/0" { return habits.hasDenominator.contains(sum) ? value : "0/4" }
    if isComplete { habits.hasDenominator.insert(sum) }
    return value
  }

  /// The same in another of the spellings that the records know.
  private mutating func respelled(_ value: String, isCount: Bool) -> String {
    switch value {
    case "yes": return random.pick(["yes", "是"])
    case "no": return random.pick(["no", "否"])
    case "none": return random.pick(["none", "无"])
    case "n/a": return random.pick(["n/a", "不适用"])
    default: return isCount && random.oneIn(12) ? random.pick(["+\(value)", "\(value).0", "0\(value)"]) : value
    }
  }
}
