import GRDB
import KaoheScoring

/// Writes observations one by one, each with what it supersedes and rests on. To be used inside a write; `finish` ends it.
struct ObservationWriter {
  private let database: Database
  private let visit: String
  private let actor: String
  private let statements: PreparedStatements
  private(set) var clock: ObservationClock
  let now = ObservationClock.now()

  /// - Parameters:
  ///   - clock: as it is stored, where that is known; else it is read.
  ///   - statements: where some are kept.
  init(
    _ database: Database, visit: String, actor: String, clock: ObservationClock? = nil,
    _ statements: PreparedStatements? = nil
  ) throws {
    self.database = database
    self.visit = visit
    self.actor = actor
    self.clock = try clock ?? ObservationClock(database)
    self.statements = statements ?? PreparedStatements(database)
  }

  /// - Parameters:
  ///   - superseding: identities of the same cell that no longer hold.
  ///   - because: why they don't; empty where the value says it all.
  /// - Returns: the new identity.
  mutating func write(
    _ indicator: String, _ cell: SheetRow.Cell, value: String, reason: String, evidence: [String],
    superseding old: [Int64], because: String = ""
  ) throws -> Int64 {
    let id = clock.next(at: now)
    let at = ObservationClock.text(milliseconds: now)
    try run(
      """
      INSERT INTO observation (visit, indicator, item, scorer, id, value, reason, recorded_at, recorded_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, indicator, cell, id
    ) {
      $0.bind(6, value); $0.bind(7, reason); $0.bind(8, at); $0.bind(9, actor)
    }
    for superseded in old {
      try run(
        """
        INSERT INTO supersession (visit, indicator, item, scorer, superseded, by, reason, recorded_at, recorded_by)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, indicator, cell, superseded
      ) {
        $0.bind(6, id); $0.bind(7, because); $0.bind(8, at); $0.bind(9, actor)
      }
    }
    for code in evidence {
      try run(
        "INSERT INTO observation_evidence (visit, indicator, item, scorer, id, evidence) VALUES (?, ?, ?, ?, ?, ?)",
        indicator, cell, id
      ) { $0.bind(6, code) }
    }
    return id
  }

  /// Runs a statement whose first five values say which observation is meant.
  private func run(
    _ sql: String, _ indicator: String, _ cell: SheetRow.Cell, _ id: Int64, _ bindRest: (SQLStatement) -> Void
  ) throws {
    let statement = try statements(sql)
    statement.bind(1, visit)
    statement.bind(2, indicator)
    statement.bind(3, cell.item)
    statement.bind(4, cell.scorer)
    statement.bind(5, id)
    bindRest(statement)
    try statement.run()
  }

  /// Links an observation to another fact that says more about it.
  func note(
    _ table: String, _ column: String, _ code: String, reason: String? = nil, at cell: SheetRow.Cell,
    of indicator: String, _ id: Int64
  ) throws {
    let more = reason == nil ? "" : ", reason"
    let values = reason == nil ? "" : ", ?"
    var arguments: StatementArguments = [visit, indicator, cell.item, cell.scorer, id, code]
    if let reason { arguments += [reason] }
    try database.execute(
      sql: """
        INSERT INTO \(table) (visit, indicator, item, scorer, id, \(column)\(more)) VALUES (?, ?, ?, ?, ?, ?\(values))
        """,
      arguments: arguments)
  }

  /// What else is known of an observation holds for one that repeats it: its evidence, why its scorer did not stand
  /// aside, which objection it follows.
  func copyNotes(_ indicator: String, _ cell: SheetRow.Cell, from old: Int64, to new: Int64) throws {
    for (table, columns) in [
      ("observation_evidence", "evidence"), ("recusal_override", "inspector, reason"),
      ("objection_correction", "objection"),
    ] {
      try database.execute(
        sql: """
          INSERT INTO \(table) (visit, indicator, item, scorer, id, \(columns))
          SELECT visit, indicator, item, scorer, ?, \(columns) FROM \(table)
          WHERE visit = ? AND indicator = ? AND item = ? AND scorer = ? AND id = ?
          """,
        arguments: [new, visit, indicator, cell.item, cell.scorer, old])
    }
  }

  /// Keeps the clock; to be called before the transaction ends.
  ///
  /// - Parameter milliseconds: for so long from now, identities that this clock gives are given already.
  mutating func finish(reserving milliseconds: Int64 = 0) throws {
    try clock.save(statements, upTo: now + milliseconds)
  }
}
