import GRDB

extension Store {
  /// Makes again what holds no facts, where it is missing or not that of this program: views, indexes, triggers, tables of
  /// results, the data dictionary and the saved questions.
  ///
  /// - Throws: `StoreError` where a table of facts is missing.
  func mend() throws -> Preparation {
    if isReadOnly { return .upToDate }
    let wanted = try SchemaPart.all.get()
    if try read({ try SchemaPart.wrong(of: wanted, $0).isEmpty && Documentation.isCurrent($0) }) { return .upToDate }
    return try translatingAny {
      try queue.inTransactionReturning { database in
        var wrong: [SchemaPart] = []
        // Looked at anew each time: with a view its triggers go, and another process may have mended it meanwhile.
        for _ in wanted {
          guard let part = try SchemaPart.wrong(of: wanted, database).first else { break }
          try part.remake(database, path: path)
          wrong.append(part)
        }
        if wrong.contains(where: \.bearsOnResults) { try makeAllStale(database) }
        let isCurrent = try Documentation.isCurrent(database)
        if !isCurrent { try Documentation.write(database) }
        let parts = wrong.filter { !$0.isDocumentation }.map(\.name)
        if !parts.isEmpty { return .mended(parts) }
        return wrong.isEmpty && isCurrent ? .upToDate : .documented
      }
    }
  }

  /// Nobody knows what changed while what takes note of it was missing.
  private func makeAllStale(_ database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO stale (assessment, district) SELECT assessment, district FROM participant WHERE true
        ON CONFLICT DO NOTHING
        """)
  }
}
