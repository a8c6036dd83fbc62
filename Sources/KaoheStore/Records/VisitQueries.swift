import GRDB
import KaoheScoring

/// The queries for the visits that count, of a district (`?1`) in an assessment (`?2`).
///
/// Columns: the subject's code; the visit's code, NULL for a site without any; its date; whether it has observations that
/// were superseded, evidence that matters, and steps.
struct VisitQueries {
  private let marks: String

  /// What no visit at all has is not asked for at each.
  init(_ database: Database, readsEvidence: Bool) throws {
    let tables = [("supersession", true), ("observation_evidence", readsEvidence), ("visit_step", true)]
    marks = try tables.map { table, isAsked in
      let isUsed = try isAsked && Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM \(table))") ?? false
      return isUsed ? "EXISTS (SELECT 1 FROM \(table) WHERE visit = v.code)" : "0"
    }.joined(separator: ", ")
  }

  func sql(_ scope: Scope) -> String {
    let counts = "v.assessment = ?2 AND v.status IN ('submitted', 'confirmed')"
    return switch scope {
    case .district: "SELECT v.district, v.code, v.date, \(marks) FROM visit AS v WHERE v.district = ?1 AND \(counts)"
    case .enterprise, .park:
      """
      SELECT s.code, v.code, v.date, \(marks)
      FROM \(scope == .park ? "industrial_park" : "pilot_enterprise") AS s
      LEFT JOIN visit AS v ON v.\(scope.rawValue) = s.code AND \(counts)
      WHERE s.district = ?1
      """
    }
  }
}
