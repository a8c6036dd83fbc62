extension RuleSet {
  /// Scores every leaf of one district from its own records (docs/rules.md, "From observations to a district's
  /// total", steps 1 to 4). Districts are independent of one another until `rank`.
  ///
  /// - Parameter explaining: whether steps and rows are kept. The scores are the same either way.
  public func appraise(_ records: DistrictRecords, explaining: Bool = false) -> Appraisal {
    var observed: [[SubjectVisits]] = Array(repeating: [], count: leaves.count)
    let visits = records.visits.sorted { ($0.subject, $0.date, $0.code) < ($1.subject, $1.date, $1.code) }
    for visit in visits {
      for recorded in visit.leaves where leaves[recorded.leaf].scope == visit.subject.scope {
        let found = VisitRows(code: visit.code, date: visit.date, rows: recorded.rows, flaw: recorded.flaw)
        if observed[recorded.leaf].last?.subject == visit.subject {
          observed[recorded.leaf][observed[recorded.leaf].count - 1].visits.append(found)
        } else {
          observed[recorded.leaf].append(SubjectVisits(subject: visit.subject, visits: [found]))
        }
      }
    }
    let appraised = leaves.indices.map { position in
      let leaf = leaves[position]
      guard leaf.applies(to: records.participant.category) else { return LeafAppraisal(outcome: .notApplicable) }
      return leaf.appraise(observed[position], sites: records.siteCount(leaf.scope), explaining: explaining)
    }
    return Appraisal(participant: records.participant, entries: records.entries, leaves: appraised)
  }
}

/// One subject's visits at which a leaf was observed, by date, then by code.
struct SubjectVisits {
  var subject: Subject
  var visits: [VisitRows]
}

struct VisitRows {
  var code: String
  var date: String
  var rows: [Observation]
  var flaw: VisitRecord.Flaw?
}
