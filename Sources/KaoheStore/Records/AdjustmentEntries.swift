import GRDB
import KaoheScoring

/// The entries of bonus, penalty and veto of all districts of an assessment, in one query.
struct AdjustmentEntries {
  /// By code of the district; in the order of their own codes.
  private(set) var of: [String: [AdjustmentEntry]] = [:]

  init(_ database: Database, _ assessment: String) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT district, entry, code, level, event, count,
          EXISTS (SELECT 1 FROM adjustment_evidence AS e WHERE e.entry = a.entry)
        FROM adjustment AS a WHERE assessment = ? ORDER BY entry
        """,
      arguments: [assessment])
    while let row = try rows.next() {
      of[row[0], default: []].append(
        AdjustmentEntry(
          entry: row[1], code: row[2], level: row[3], event: row[4], count: Rational(row[5] as Int),
          hasEvidence: row[6]))
    }
  }
}
