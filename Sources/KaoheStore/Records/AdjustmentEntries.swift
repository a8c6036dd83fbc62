import GRDB
import KaoheScoring

/// The entries of bonus, penalty and veto of all districts of an assessment, in one query.
struct AdjustmentEntries {
  /// By code of the district; in the order of their own codes.
  private(set) var of: [String: [AdjustmentEntry]] = [:]

  static let columns = """
    entry, code, level, event, count, EXISTS (SELECT 1 FROM adjustment_evidence AS e WHERE e.entry = a.entry)
    """

  init(_ database: Database, _ assessment: String) throws {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT \(Self.columns), district FROM adjustment AS a WHERE assessment = ? ORDER BY entry",
      arguments: [assessment])
    while let row = try rows.next() { of[row[6], default: []].append(AdjustmentEntry(row)) }
  }
}

extension AdjustmentEntry {
  /// - Parameter row: with `AdjustmentEntries.columns`.
  init(_ row: Row) {
    self.init(
      entry: row[0], code: row[1], level: row[2], event: row[3], count: Rational(row[4] as Int), hasEvidence: row[5])
  }
}
