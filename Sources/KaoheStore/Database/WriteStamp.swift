import GRDB

/// Tells whether anybody wrote into the database since: another connection (`PRAGMA data_version`), or this one, which
/// counts the rows that it changed.
struct WriteStamp: Equatable {
  private let dataVersion: Int64
  private var changes: Int

  /// To be read inside the transaction whose state it stands for.
  init(_ database: Database, _ statements: PreparedStatements) throws {
    let version = try statements("PRAGMA data_version")
    defer { version.reset() }
    _ = try version.step()
    dataVersion = version.integer(0)
    changes = database.totalChangesCount
  }

  /// What this transaction itself wrote is known to whoever holds the stamp.
  mutating func passOwnChanges(_ database: Database) { changes = database.totalChangesCount }
}
