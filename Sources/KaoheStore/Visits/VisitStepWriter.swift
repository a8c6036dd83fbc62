import GRDB
import KaoheScoring

/// Writes down steps of visits' lives, each with the observations that held then.
struct VisitStepWriter {
  private let database: Database
  private let session: Session

  init(_ database: Database, _ session: Session) {
    self.database = database
    self.session = session
  }

  /// - Parameter override: kept where the actor should have stood aside.
  func write(_ action: VisitAction, _ heads: [ScoringSheet.Head], reason: String = "", override: String = "") throws {
    let now = ObservationClock.now()
    var clock = try ObservationClock(database)
    for head in heads {
      let isRecused = try VisitActor(database, session.actor, at: head).isRecused
      try database.cachedStatement(
        sql: """
          INSERT INTO visit_step (visit, id, action, reason, override, covers, recorded_at, recorded_by)
          SELECT ?1, ?2, ?3, ?4, ?5, (
            SELECT json_group_array(o.id) FROM observation AS o
            WHERE o.visit = ?1 AND \(LiveObservation.condition("o"))), ?6, ?7
          """
      ).execute(
        arguments: [
          head.visit, clock.next(at: now), action.rawValue, reason, isRecused ? override : "",
          ObservationClock.text(milliseconds: now), session.actor,
        ])
    }
    try clock.save(database)
  }
}
