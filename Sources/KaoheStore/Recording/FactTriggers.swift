import CLibSQLite
import GRDB

/// The triggers of the facts that are only added. They check, log and make stale whatever any program adds.
///
/// Of an answer that `AnswerCheck` let pass at a draft they have nothing to say: it fits, carries its own who and when, and
/// counts nowhere yet. So they stand aside for it, and a commit writes the answer's own page alone.
final class FactTriggers {
  private let database: Database
  private let statements: PreparedStatements
  /// What was found in which version of the schema.
  private var known: (schema: Int64, areOwn: Bool)?

  init(_ database: Database, _ statements: PreparedStatements) {
    self.database = database
    self.statements = statements
  }

  private static let tables = ["observation", "supersession", "observation_evidence", "observation_clock"]

  private static let own = Set(
    ["check", "audit", "stale"].flatMap { kind in
      tables.flatMap { table in ["insert", "update", "delete", "reason"].map { "\(kind)_\(table)_\($0)" } }
    })

  /// Whether there are Kaohe's own only; what somebody added has its own reasons to run.
  func areOwn() throws -> Bool {
    let version = try statements("PRAGMA schema_version")
    defer { version.reset() }
    _ = try version.step()
    if let known, known.schema == version.integer(0) { return known.areOwn }
    let areOwn = try String.fetchAll(
      database,
      sql: """
        SELECT name FROM sqlite_schema
        WHERE type = 'trigger' AND tbl_name IN (\(Self.tables.map { "'\($0)'" }.joined(separator: ", ")))
        """
    ).allSatisfy(Self.own.contains)
    known = (version.integer(0), areOwn)
    return areOwn
  }
}

extension Database {
  /// Whether the schema's triggers run on what this connection writes from now on. Others' connections are not concerned.
  func runTriggers(_ isRunning: Bool) {
    if let sqliteConnection { kaohe_run_triggers(sqliteConnection, isRunning ? 1 : 0) }
  }
}
