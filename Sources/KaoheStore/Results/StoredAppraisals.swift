import GRDB
import GRDBSQLite
import KaoheScoring

/// What the districts' own records came to when they were last read, from `district_appraisal`: a district in which
/// nothing changed need not be read again to rank its assessment.
struct StoredAppraisals {
  /// By code of the district; without those that are stale, or can't be read.
  let outcomes: [String: [LeafAppraisal]]

  /// - Returns: nothing where what is stored was made by other rules or another engine.
  init(_ database: Database, _ assessment: String, _ rules: RuleSet) throws {
    let isUsable = try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM assessment_result WHERE assessment = ? AND rule_set = ? AND engine_version = ?)
        """,
      arguments: [assessment, rules.code, Store.engineVersion])
    var outcomes: [String: [LeafAppraisal]] = [:]
    if isUsable == true {
      let rows = try SQLStatement(
        database,
        """
        SELECT a.district, a.outcomes FROM district_appraisal AS a
        WHERE a.assessment = ?1
          AND NOT EXISTS (SELECT 1 FROM stale AS s WHERE s.assessment = ?1 AND s.district = a.district)
        """)
      rows.bind(1, assessment)
      while try rows.step() {
        guard let text = sqlite3_column_text(rows.handle, 1) else { continue }
        let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(rows.handle, 1)))
        outcomes[rows.text(0)] = OutcomeText.read(bytes, leaves: rules.leaves.count)
      }
    }
    self.outcomes = outcomes
  }
}
