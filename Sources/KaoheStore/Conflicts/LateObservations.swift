import GRDB

/// Finds observations that a visit's submission does not cover: another copy recorded them without knowing that the visit
/// was handed in, or before the one that was handed in knew of them.
///
/// They follow from the facts alone, so every copy finds the same ones: live observations at a visit whose last step is
/// that it was submitted or confirmed, which did not hold then, and are neither a decision nor a correction made since.
final class LateObservations {
  private let late: SQLStatement
  /// Whether any visit has steps at all.
  private let hasSteps: Bool

  init(_ database: Database) throws {
    hasSteps = try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM visit_step)") ?? false
    late = try SQLStatement(
      database,
      """
      SELECT o.id
      FROM visit AS v
      JOIN visit_step AS last ON last.visit = v.code AND last.id = (SELECT max(id) FROM visit_step WHERE visit = v.code)
      CROSS JOIN observation AS o ON o.visit = v.code
      WHERE v.code = ?1 AND v.status IN ('submitted', 'confirmed') AND last.action IN ('submit', 'confirm')
        -- Of the visit alone, so that the list is read once, and not for each observation.
        AND o.id NOT IN (
          SELECT value FROM json_each((SELECT covers FROM visit_step WHERE visit = ?1 ORDER BY id DESC LIMIT 1)))
        AND \(LiveObservation.condition("o"))
        AND NOT EXISTS (
          SELECT 1 FROM supersession AS d
          WHERE d.visit = o.visit AND d.indicator = o.indicator AND d.item = o.item AND d.scorer = o.scorer
            AND d.by = o.id AND d.reason NOT IN ('', '\(VisitRecording.undoing)'))
        AND NOT EXISTS (
          SELECT 1 FROM objection_correction AS c
          WHERE c.visit = o.visit AND c.indicator = o.indicator AND c.item = o.item AND c.scorer = o.scorer
            AND c.id = o.id)
      """)
  }

  /// Their identities.
  func ids(at visit: String) throws -> Set<Int64> {
    guard hasSteps else { return [] }
    late.bind(1, visit)
    defer { late.reset() }
    var ids: Set<Int64> = []
    while try late.step() { ids.insert(late.integer(0)) }
    return ids
  }
}
