import GRDB

/// Statements of one connection, each prepared when it is first asked for, and kept.
///
/// GRDB keeps statements, too; but it makes them anew after each of its reads, for to begin one it sets a pragma on which
/// every statement expires.
final class PreparedStatements {
  private let database: Database
  private var statements: [String: SQLStatement] = [:]

  /// - Parameter database: must outlive this.
  init(_ database: Database) { self.database = database }

  /// To be reset after use; `run` does.
  func callAsFunction(_ sql: String) throws -> SQLStatement {
    if let statement = statements[sql] { return statement }
    let statement = try SQLStatement(database, sql)
    statements[sql] = statement
    return statement
  }
}
