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
      try Recomputation(database, assessment: assessment).store().scorecards.count
    }
  }

  /// The ranking as it is shown. Stale results, also those that another tool's write left, are recomputed first.
  public func ranking(of assessment: String, session: Session) throws -> RankingReport {
    guard try refresh(assessment, session) else { return try computedReport(of: assessment) }
    return try read { try RankingReader($0, assessment).report() }
  }

  /// Recomputes results that are stale.
  ///
  /// - Returns: false where they are, and the database can't be written.
  func refresh(_ assessment: String, _ session: Session) throws -> Bool {
    let isStale = try read { database in
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
    if !isStale { return true }
    if isReadOnly { return false }
    try recompute(assessment, session: session)
    return true
  }

  /// The ranking of a database that can't be written.
  private func computedReport(of assessment: String) throws -> RankingReport {
    try read { database in
      let recomputation = try Recomputation(database, assessment: assessment)
      let ranking = try recomputation.rank()
      return RankingReport(
        ranking, rules: recomputation.rules, assessment: recomputation.assessment,
        status: try recomputation.status(of: ranking))
    }
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
