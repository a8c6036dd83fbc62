extension RuleSet {
  /// Scores every leaf of one district from its own records (docs/rules.md, "From observations to a district's
  /// total", steps 1 to 4). Districts are independent of one another until `rank`.
  ///
  /// - Parameter explaining: whether steps and rows are kept. The scores are the same either way.
  public func appraise(_ records: DistrictRecords, explaining: Bool = false) -> Appraisal {
    let observed = observed(records)
    // A span lends its leaves, where an array would copy each.
    let leaves = leaves.span
    var appraised: [LeafAppraisal] = []
    appraised.reserveCapacity(leaves.count)
    for position in leaves.indices {
      appraised.append(
        leaves[position].applies(to: records.participant.category)
          ? leaves[position].appraise(
            observed[position], sites: records.siteCount(leaves[position].scope), explaining: explaining)
          : LeafAppraisal(outcome: .notApplicable))
    }
    return Appraisal(participant: records.participant, entries: records.entries, leaves: appraised)
  }

  /// By leaf: the visits at which it was observed, by subject, then by date, then by code.
  private func observed(_ records: DistrictRecords) -> [[VisitRows]] {
    let scopes = leaves.map(\.scope)
    var counts = Array(repeating: 0, count: leaves.count)
    for visit in records.visits {
      for recorded in visit.leaves { counts[recorded.leaf] += 1 }
    }
    var observed: [[VisitRows]] = counts.map { count in
      var visits: [VisitRows] = []
      visits.reserveCapacity(count)
      return visits
    }
    let visits = records.visits.sorted { ($0.subject, $0.date, $0.code) < ($1.subject, $1.date, $1.code) }
    for visit in visits {
      for recorded in visit.leaves where scopes[recorded.leaf] == visit.subject.scope {
        observed[recorded.leaf].append(
          VisitRows(
            subject: visit.subject, code: visit.code, date: visit.date, rows: recorded.rows, flaw: recorded.flaw,
            finding: recorded.finding))
      }
    }
    return observed
  }
}

/// What was recorded of one leaf at one visit.
struct VisitRows {
  var subject: Subject
  var code: String
  var date: String
  var rows: ArraySlice<Observation>
  var flaw: VisitRecord.Flaw?
  var finding: Finding?
}

extension ArraySlice<VisitRows> {
  /// Takes the visits of the first subject away.
  mutating func popSubject() -> ArraySlice<VisitRows>? {
    guard !isEmpty else { return nil }
    var end = startIndex + 1
    while end < endIndex, self[end].subject == self[startIndex].subject { end += 1 }
    defer { self = self[end...] }
    return self[..<end]
  }
}
