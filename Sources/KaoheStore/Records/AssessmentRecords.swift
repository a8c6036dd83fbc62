import GRDB
import KaoheScoring

/// What an assessment is: its rules and who takes part.
struct AssessmentRecord {
  var code: String
  var title: String
  var ruleSet: String
  var pools: Bool
  /// By code of the district.
  var participants: [Participant]

  /// - Returns: nil where there is none of that code.
  static func read(_ database: Database, _ code: String) throws -> AssessmentRecord? {
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT title, rule_set, pools FROM assessment WHERE code = ?", arguments: [code])
    else { return nil }
    let participants = try Row.fetchAll(
      database,
      sql: """
        SELECT p.district, d.name, p.category
        FROM participant AS p JOIN district AS d ON d.code = p.district
        WHERE p.assessment = ? AND p.status = 'enrolled'
        ORDER BY p.district
        """,
      arguments: [code]
    ).map { Participant(code: $0[0], name: $0[1], category: $0[2]) }
    return AssessmentRecord(code: code, title: row[0], ruleSet: row[1], pools: row[2], participants: participants)
  }

  /// How many visits are drafts, or submitted and not confirmed yet.
  static func unconfirmedVisits(_ database: Database, _ code: String) throws -> Int {
    try Int.fetchOne(
      database,
      sql: "SELECT count(*) FROM visit WHERE assessment = ? AND status IN ('draft', 'submitted')",
      arguments: [code]) ?? 0
  }

  static func codes(_ database: Database) throws -> [String] {
    try String.fetchAll(database, sql: "SELECT code FROM assessment ORDER BY code")
  }
}
