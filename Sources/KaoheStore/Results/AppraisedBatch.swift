import KaoheScoring

/// Some districts with what their own records came to.
struct AppraisedBatch: Sendable {
  /// Enough observations that handing them to another thread costs nothing beside them, and few enough to stay in its
  /// cache.
  static let size = 8_000

  let districts: [(appraisal: Appraisal, records: DistrictRecords)]

  init(_ rows: [DistrictRows], _ rules: RuleSet) {
    var reading = RowReading(rules)
    districts = rows.map { rows in
      let records = reading.records(of: rows)
      return (rules.appraise(records), records)
    }
  }
}

extension DistrictRecordsReader {
  /// Reads the next districts, and takes them away.
  ///
  /// - Parameter size: how many observations are enough.
  func batch(_ participants: inout ArraySlice<Participant>, size: Int) throws -> [DistrictRows] {
    var batch: [DistrictRows] = []
    var count = 0
    while count < size, let participant = participants.popFirst() {
      batch.append(try rows(of: participant))
      count += batch[batch.count - 1].rows.count
    }
    return batch
  }
}
