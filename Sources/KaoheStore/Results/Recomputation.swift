import GRDB
import KaoheScoring
import Synchronization

/// Makes the derived rows of an assessment what its records give: of all its districts, or of those that changed.
struct Recomputation {
  let database: Database
  let assessment: AssessmentRecord
  let rules: RuleSet
  /// Whether the transaction has written nothing yet of what is read here, so that other connections see the same.
  let isFirst: Bool

  init(_ database: Database, assessment code: String, isFirst: Bool = false) throws {
    guard let assessment = try AssessmentRecord.read(database, code) else {
      throw Store.unknownAssessment(code, database)
    }
    self.database = database
    self.assessment = assessment
    self.isFirst = isFirst
    rules = try RuleSetReader(database).read(assessment.ruleSet)
  }

  /// Refreshes every assessment in which a district is stale; to be called by whoever changed facts, before the
  /// transaction ends.
  ///
  /// - Parameter each: called with the records of each district that was read again, and the rules that score them.
  /// - Returns: the assessments' codes.
  @discardableResult
  static func refreshAll(
    _ database: Database, each: ((DistrictRecords, RuleSet) throws -> Void)? = nil
  ) throws -> [String] {
    try ResultWriter.forgetRemoved(database)
    let codes = try String.fetchAll(database, sql: "SELECT DISTINCT assessment FROM stale ORDER BY assessment")
    for code in codes {
      let recomputation = try Recomputation(database, assessment: code)
      try recomputation.refresh(each: each.map { each in { try each($0, recomputation.rules) } })
    }
    return codes
  }

  /// What each district's own records give.
  ///
  /// - Parameters:
  ///   - writer: takes what is to be stored of it.
  ///   - each: called with the records of each district while they are at hand, in the order of the participants.
  /// - Returns: the appraisals without what only an explanation needs.
  func appraise(
    _ participants: [Participant], into writer: ResultWriter? = nil, each: ((DistrictRecords) throws -> Void)? = nil
  ) throws -> [Appraisal] {
    var appraisals: [Appraisal] = []
    appraisals.reserveCapacity(participants.count)
    if isFirst, each == nil, let writer, let lanes = try Lanes(self, participants) {
      try lanes.each { district in
        try writer.write(district)
        appraisals.append(district.appraisal)
      }
    } else {
      try appraiseHere(participants) { district in
        try writer?.write(district)
        try each?(district.records)
        appraisals.append(district.appraisal.condensed)
      }
    }
    return appraisals
  }

  /// Reads districts on this connection, and appraises them on a second thread, which has those before while the next
  /// ones are read: two batches are in memory, however many districts there are.
  ///
  /// - Parameters:
  ///   - batchSize: how many observations a batch has, or a few more. Enough that handing them to another thread costs
  ///     nothing beside them, and few enough to stay in its cache.
  ///   - each: called with each district, in the order of the participants.
  func appraiseHere(
    _ participants: [Participant], batchSize: Int = 8_000, each: (AppraisedDistrict) throws -> Void
  ) throws {
    let reader = try DistrictRecordsReader(database, assessment: assessment.code, rules: rules)
    let appraiser = Mutex(DistrictAppraiser(rules))
    var before: Deferred<[AppraisedDistrict]>?
    var rest = participants[...]
    while !rest.isEmpty || before != nil {
      let rows = try reader.batch(&rest, size: batchSize)
      let done = before?.value
      before = rows.isEmpty ? nil : Deferred { appraiser.withLock { appraiser in rows.map { appraiser.appraise($0) } } }
      for district in done ?? [] { try each(district) }
    }
  }

  /// The ranking as the records give it now, all of them evaluated anew.
  func rank(into writer: ResultWriter? = nil, each: ((DistrictRecords) throws -> Void)? = nil) throws -> Ranking {
    rules.rank(try appraise(assessment.participants, into: writer, each: each), pools: assessment.pools)
  }

  /// Evaluates everything anew, and writes what differs from what is stored.
  @discardableResult
  func store(each: ((DistrictRecords) throws -> Void)? = nil) throws -> Ranking {
    let writer = try ResultWriter(self)
    let ranking = try rank(into: writer, each: each)
    try writer.write(ranking, status: try status(of: ranking))
    return ranking
  }

  /// Evaluates the districts that are stale, compares them with the others as these were appraised before, and writes
  /// what differs from what is stored.
  @discardableResult
  func refresh(each: ((DistrictRecords) throws -> Void)? = nil) throws -> Ranking {
    let stored = try StoredAppraisals(database, assessment.code, rules)
    let (known, changed) = try known(stored)
    if known.isEmpty { return try store(each: each) }
    let writer = try ResultWriter(self)
    let read = try appraise(changed, into: writer, each: each)
    let ranking = rules.rank(known + read, pools: assessment.pools)
    try writer.write(
      ranking, status: try status(of: ranking), changed: Set(changed.map(\.code)),
      movesOthers: stored.comparesOtherwise(known + read, changed: read, rules))
    return ranking
  }

  /// The districts in which nothing changed, as they were appraised before, and those that have to be read again.
  func known() throws -> (appraisals: [Appraisal], changed: [Participant]) {
    try known(StoredAppraisals(database, assessment.code, rules))
  }

  private func known(_ stored: StoredAppraisals) throws -> (appraisals: [Appraisal], changed: [Participant]) {
    if stored.districts.isEmpty { return ([], assessment.participants) }
    let entries = try AdjustmentEntries(database, assessment.code)
    var appraisals: [Appraisal] = []
    var changed: [Participant] = []
    for participant in assessment.participants {
      if let district = stored.districts[participant.code], !district.isStale {
        appraisals.append(
          Appraisal(participant: participant, entries: entries.of[participant.code] ?? [], leaves: district.leaves))
      } else {
        changed.append(participant)
      }
    }
    return (appraisals, changed)
  }

  /// In which rows the stored results are not what the records give. Writes nothing.
  ///
  /// - Parameter limit: how many of them are kept of each table.
  func differences(limit: Int) throws -> DerivedDifferences {
    let differences = DerivedDifferences(limit: limit)
    let writer = try ResultWriter(self, noting: differences)
    let ranking = try rank(into: writer)
    try writer.write(ranking, status: try status(of: ranking))
    return differences
  }

  /// Provisional while a ranked district is incomplete or a visit, drafts too, is not confirmed.
  func status(of ranking: Ranking) throws -> RankingReport.Status {
    try ranking.isIncomplete || AssessmentRecord.unconfirmedVisits(database, assessment.code) > 0
      ? .provisional : .complete
  }
}
