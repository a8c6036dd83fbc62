import GRDB
import KaoheScoring

extension Store {
  /// Names the computation in the results; changes when the same records may give other numbers.
  static let engineVersion = "1"

  /// Evaluates every observation of an assessment anew and replaces its derived rows, in one transaction.
  ///
  /// - Returns: how many districts were ranked or listed.
  @discardableResult
  public func recompute(_ assessment: String, session: Session) throws -> Int {
    try write(session) { database in
      try Recomputation(database, assessment: assessment, isFirst: true).store().scorecards.count
    }
  }

  /// The ranking as it is shown. Stale results, also those that another tool's write left, are recomputed first.
  ///
  /// - Parameter withSections: whether the districts' scores in each section are asked for.
  public func ranking(of assessment: String, withSections: Bool = true, session: Session) throws -> RankingReport {
    let stored = try read { database in
      try isStale(assessment, database)
        ? nil : try RankingReader(database, assessment, withSections: withSections).report()
    }
    if let stored { return stored }
    return isReadOnly
      ? try read { try computedReport(of: assessment, $0) { try $0.rank() } }
      : try write(session) { try computedReport(of: assessment, $0) { try $0.refresh() } }
  }

  /// In which rows an assessment's results are not what its records give. Writes nothing.
  ///
  /// - Parameter limit: how many of them are kept of each table; all are counted.
  public func differences(in assessment: String, limit: Int = 100) throws -> DerivedDifferences {
    try read { try Recomputation($0, assessment: assessment).differences(limit: limit) }
  }

  /// Codes of all assessments, in order.
  public func assessments() throws(StoreError) -> [String] {
    try read { try AssessmentRecord.codes($0) }
  }

  /// Recomputes results that are stale, where the database can be written.
  func refresh(_ assessment: String, _ session: Session) throws {
    if try !isReadOnly && read({ try isStale(assessment, $0) }) {
      _ = try write(session) { try Recomputation($0, assessment: assessment, isFirst: true).refresh() }
    }
  }

  func isStale(_ assessment: String, _ database: Database) throws -> Bool {
    guard try Bool.fetchOne(database, sql: "SELECT 1 FROM assessment WHERE code = ?", arguments: [assessment]) != nil
    else { throw Store.unknownAssessment(assessment, database) }
    return try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM stale WHERE assessment = ?1)
          OR NOT EXISTS (SELECT 1 FROM assessment_result WHERE assessment = ?1 AND engine_version = ?2)
        """,
      arguments: [assessment, Store.engineVersion]) ?? true
  }

  func computedReport(
    of assessment: String, _ database: Database, _ rank: (Recomputation) throws -> Ranking
  ) throws -> RankingReport {
    let recomputation = try Recomputation(database, assessment: assessment, isFirst: true)
    let ranking = try rank(recomputation)
    var report = RankingReport(
      ranking, rules: recomputation.rules, assessment: recomputation.assessment,
      status: try recomputation.status(of: ranking))
    report.unconfirmedVisits = try AssessmentRecord.unconfirmedVisits(database, assessment)
    report.openObjections = try ObjectionReader.openCount(database, assessment)
    return report
  }

  static func unknownAssessment(_ code: String, _ database: Database) -> StoreError {
    let known = (try? AssessmentRecord.codes(database)) ?? []
    let list =
      known.isEmpty
      ? Bilingual("还没有任何考核", en: "there is none yet")
      : Bilingual("有：\(known.joined(separator: "、"))", en: "there are: \(known.joined(separator: ", "))")
    return StoreError(
      "unknown-assessment", Bilingual("没有考核 \(code)", en: "there is no assessment \(code)"),
      hint: list)
  }
}
