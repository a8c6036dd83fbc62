import GRDB

/// What must not be given twice, read from the database that a restore replaces: copies that are out know these.
struct KeptIdentities {
  /// The newest identity that was given to an observation, a step or a version.
  let newest: Int64
  /// Rows of `field_copy` by column, with the group that each names.
  let copies: [(row: Row, group: Row)]

  /// - Returns: nil where the database can't be read that far.
  static func read(_ store: Store) -> KeptIdentities? {
    try? store.read { database in
      KeptIdentities(
        newest: try Int64.fetchOne(database, sql: "SELECT last FROM observation_clock") ?? 0,
        copies: try copies(database))
    }
  }

  private static func copies(_ database: Database) throws -> [(row: Row, group: Row)] {
    // Schemas before 14 know no copies.
    guard try DatabaseHoldings.tables(database).contains("field_copy") else { return [] }
    return try Row.fetchAll(database, sql: "SELECT * FROM field_copy ORDER BY replica").compactMap { row in
      let group = try Row.fetchOne(
        database, sql: "SELECT * FROM inspection_group WHERE code = ?", arguments: [row["inspection_group"]])
      return group.map { (row, $0) }
    }
  }

  /// Brings them into a database that is to take the other's place.
  func keep(in database: Database) throws {
    var clock = try ObservationClock(database)
    clock.pass(newest)
    try clock.save(database)
    for copy in copies {
      let known = try Row.fetchOne(
        database, sql: "SELECT * FROM field_copy WHERE replica = ?", arguments: [copy.row["replica"]])
      if known == copy.row { continue }
      try add(copy.group, to: "inspection_group", database)
      if known != nil {
        try database.execute(sql: "DELETE FROM field_copy WHERE replica = ?", arguments: [copy.row["replica"]])
      }
      try add(copy.row, to: "field_copy", database)
    }
  }

  private func add(_ row: Row, to table: String, _ database: Database) throws {
    let columns = row.columnNames.map { String($0) }
    try database.execute(
      sql: """
        INSERT INTO \(table) (\(columns.joined(separator: ", ")))
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", "))) ON CONFLICT DO NOTHING
        """,
      arguments: StatementArguments(row.databaseValues))
  }
}
