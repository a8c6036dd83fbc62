import GRDB
import GRDBSQLite
import KaoheScoring

/// What the districts' own records came to when they were last read, from `district_appraisal`: a district in which
/// nothing changed need not be read again to rank its assessment.
struct StoredAppraisals {
  struct District {
    var category: String
    /// With their outcomes only.
    var leaves: [LeafAppraisal]
    /// Whether its records have changed since.
    var isStale: Bool
  }

  /// By code; without those that can't be read.
  private(set) var districts: [String: District] = [:]

  /// - Returns: nothing where what is stored was made by other rules or another engine.
  init(_ database: Database, _ assessment: String, _ rules: RuleSet) throws {
    let isUsable = try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM assessment_result WHERE assessment = ? AND rule_set = ? AND engine_version = ?)
        """,
      arguments: [assessment, rules.code, Store.engineVersion])
    guard isUsable == true else { return }
    let rows = try SQLStatement(
      database,
      """
      SELECT a.district, a.category, s.district IS NOT NULL, a.outcomes
      FROM district_appraisal AS a LEFT JOIN stale AS s ON s.assessment = a.assessment AND s.district = a.district
      WHERE a.assessment = ?1
      """)
    rows.bind(1, assessment)
    while try rows.step() {
      guard let text = sqlite3_column_text(rows.handle, 3) else { continue }
      let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(rows.handle, 3)))
      guard let leaves = OutcomeText.read(bytes, leaves: rules.leaves.count) else { continue }
      districts[rows.text(0)] = District(category: rows.text(1), leaves: leaves, isStale: rows.integer(2) != 0)
    }
  }

  /// Whether leaves that compare districts may score otherwise in districts in which nothing changed: peer leaves, and
  /// those that take the mean of all where they are not applicable.
  ///
  /// - Parameters:
  ///   - all: of every participant.
  ///   - changed: those that were read again.
  func comparesOtherwise(_ all: [Appraisal], changed: [Appraisal], _ rules: RuleSet) -> Bool {
    let comparing = rules.leaves.indices.filter {
      rules.leaves[$0].isPeer || rules.leaves[$0].notApplicable == .peerMean
    }
    if comparing.isEmpty { return false }
    // One that takes part no more is compared with no more.
    if districts.count != all.count { return true }
    return changed.contains { appraisal in
      guard let before = districts[appraisal.participant.code], before.category == appraisal.participant.category else {
        return true
      }
      return comparing.contains { before.leaves[$0].outcome != appraisal.leaves[$0].outcome }
    }
  }
}
