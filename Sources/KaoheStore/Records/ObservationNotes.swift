import GRDB
import KaoheScoring

/// Reads what an explanation shows of an observation beside its points.
final class ObservationNotes {
  private let database: Database
  /// Of the visit that is read.
  private var overrides: [Int64: [Provenance.Override]] = [:]
  private var objections: [Int64: String] = [:]

  init(_ database: Database) {
    self.database = database
  }

  /// Makes ready for the observations of a visit.
  func read(_ visit: String) throws {
    (overrides, objections) = ([:], [:])
    for row in try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT id, inspector, reason FROM recusal_override WHERE visit = ? ORDER BY inspector"),
      arguments: [visit])
    {
      overrides[row[0], default: []].append(Provenance.Override(inspector: row[1], reason: row[2]))
    }
    for row in try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT id, objection FROM objection_correction WHERE visit = ? ORDER BY objection"),
      arguments: [visit])
    {
      objections[row[0]] = row[1]
    }
  }

  /// - Parameters:
  ///   - row: indicator, item, scorer, value, id, reason, recorded_by, recorded_at.
  ///   - evidence: codes of what the observation names.
  func provenance(_ row: SQLStatement, _ evidence: [String]) -> Provenance {
    let id = row.integer(4)
    return Provenance(
      item: row.text(1), value: row.text(3), reason: row.text(5), evidence: evidence, recordedBy: row.text(6),
      recordedAt: row.text(7), overrides: overrides[id] ?? [], objection: objections[id])
  }
}
