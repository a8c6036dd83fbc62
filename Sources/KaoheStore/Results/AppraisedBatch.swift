import KaoheScoring

/// Some districts with what their own records came to.
struct AppraisedBatch: Sendable {
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
  /// Enough rows that handing them to another thread costs nothing beside them, and few enough to stay in its cache.
  private static let batchSize = 5_000

  /// Reads the next districts, and takes them away.
  func batch(_ participants: inout ArraySlice<Participant>) throws -> [DistrictRows] {
    var batch: [DistrictRows] = []
    var count = 0
    while count < Self.batchSize, let participant = participants.popFirst() {
      batch.append(try rows(of: participant))
      count += batch[batch.count - 1].rows.count
    }
    return batch
  }
}
