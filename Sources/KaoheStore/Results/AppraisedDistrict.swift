import KaoheScoring

/// A district with what its own records came to.
struct AppraisedDistrict: Sendable {
  let appraisal: Appraisal
  let records: DistrictRecords
  /// The rows of `DerivedTable.ofRecords`, in their order.
  let rows: [DerivedRows]
}

/// Makes of a district's rows what they come to, on any thread.
struct DistrictAppraiser {
  private let rules: RuleSet
  private var reading: RowReading
  private var packs: ScorePacks

  init(_ rules: RuleSet) {
    self.rules = rules
    reading = RowReading(rules)
    packs = ScorePacks(rules)
  }

  mutating func appraise(_ district: DistrictRows) -> AppraisedDistrict {
    let records = reading.records(of: district)
    let appraisal = rules.appraise(records)
    return AppraisedDistrict(appraisal: appraisal, records: records, rows: rows(of: appraisal, records))
  }

  private mutating func rows(of appraisal: Appraisal, _ records: DistrictRecords) -> [DerivedRows] {
    var visits = DerivedTable.visits.noRows
    var subjects = DerivedTable.subjects.noRows
    packs.pack(appraisal, records, &visits, &subjects)
    var items = DerivedTable.items.noRows
    for (leaf, appraised) in zip(rules.leaves, appraisal.leaves) {
      items.add(appraised.items, of: leaf)
      for subject in appraised.subjects {
        items.add(subject.items, of: leaf, subject.subject)
        for visit in subject.visits { items.add(visit.items, of: leaf, subject.subject, visit.visit) }
      }
    }
    var own = DerivedTable.appraisals.noRows
    own.add(appraisal.participant.category)
    own.add { OutcomeText.write(appraisal.leaves, to: &$0) }
    return [visits, subjects, items, own]
  }
}

extension DerivedRows {
  /// Rows of `item_score`.
  fileprivate mutating func add(
    _ items: [CountedItem], of leaf: Leaf, _ subject: Subject? = nil, _ visit: String = ""
  ) {
    for counted in items {
      let item = leaf.items[counted.item]
      add(leaf.code)
      add { if let subject { $0.append(subject) } }
      add(visit)
      add(item.code)
      add(item.kind.rawValue)
      add(counted.count.int64 ?? .max)
      add(exact: counted.points)
      add(counted.isLimited ? 1 : 0)
    }
  }
}
