import GRDB
import KaoheScoring

/// Evaluates every observation of an assessment anew and replaces its derived rows.
struct Recomputation {
  let database: Database
  let assessment: AssessmentRecord
  let rules: RuleSet

  init(_ database: Database, assessment code: String) throws {
    guard let assessment = try AssessmentRecord.read(database, code) else {
      throw Store.unknownAssessment(code, database)
    }
    self.database = database
    self.assessment = assessment
    rules = try RuleSetReader(database).read(assessment.ruleSet)
  }

  /// Replaces the results of every assessment in which a district is stale; to be called by whoever changed facts,
  /// before the transaction ends.
  ///
  /// - Parameter each: called with the records of each district, and the rules that score them.
  /// - Returns: the assessments' codes.
  @discardableResult
  static func refreshAll(
    _ database: Database, each: (DistrictRecords, RuleSet) throws -> Void = { _, _ in }
  ) throws -> [String] {
    let codes = try String.fetchAll(database, sql: "SELECT DISTINCT assessment FROM stale ORDER BY assessment")
    for code in codes {
      let recomputation = try Recomputation(database, assessment: code)
      try recomputation.store { try each($0, recomputation.rules) }
    }
    return codes
  }

  /// The ranking as the records give it now.
  ///
  /// - Parameter each: called with each district's appraisal and records while both are at hand.
  func rank(each: (Appraisal, DistrictRecords) throws -> Void = { _, _ in }) throws -> Ranking {
    let reader = try DistrictRecordsReader(database, assessment: assessment.code, rules: rules)
    let appraisals = try assessment.participants.map { participant in
      let records = try reader.read(participant)
      let appraisal = rules.appraise(records)
      try each(appraisal, records)
      return appraisal.condensed
    }
    return rules.rank(appraisals, pools: assessment.pools)
  }

  /// Writes the ranking and all that leads to it.
  @discardableResult
  func store(each: (DistrictRecords) throws -> Void = { _ in }) throws -> Ranking {
    let writer = try ResultWriter(database, assessment, rules)
    let ranking = try rank { appraisal, records in
      try writer.write(appraisal)
      try each(records)
    }
    try writer.write(ranking, status: try status(of: ranking))
    return ranking
  }

  /// Provisional while a ranked district is incomplete or a visit, drafts too, is not confirmed.
  func status(of ranking: Ranking) throws -> RankingReport.Status {
    try ranking.isIncomplete || AssessmentRecord.unconfirmedVisits(database, assessment.code) > 0
      ? .provisional : .complete
  }
}
