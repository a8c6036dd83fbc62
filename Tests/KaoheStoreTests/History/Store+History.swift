import GRDB

@testable import KaoheStore

/// What stood at some moment: a line for each observation that held, and for each record.
struct Standing: Equatable {
  var observations: [String]
  var records: [String]
}

extension Standing {
  private static let columns =
    "visit || '/' || indicator || '/' || item || '/' || scorer || ' ' || value || ' ' || reason || ' ' || recorded_by || ' ' || id"

  /// What stands now, by the tables.
  init(now store: Store) throws {
    (observations, records) = try store.read { database in
      let observations = try String.fetchAll(
        database,
        sql: "SELECT \(Self.columns) FROM observation AS o WHERE value <> '-' AND \(LiveObservation.condition("o"))")
      let records = try CopiedTable.records.flatMap { table in
        let sql = try TableSQL(table, database)
        return try String.fetchAll(
          database,
          sql:
            "SELECT '\(table.name) ' || \(sql.record(of: "m")) || ' ' || \(sql.content(of: "m")) FROM \(table.name) AS m"
        )
      }
      return (observations.sorted(), records.sorted())
    }
  }

  /// What stood at a moment, by the views.
  init(_ store: Store, at moment: String) throws {
    let stood = "valid_from <= :at AND (valid_until IS NULL OR valid_until > :at)"
    (observations, records) = try store.read { database in
      (
        // Cached: GRDB looks at every column that a statement reads when it prepares it.
        try String.fetchAll(
          database.cachedStatement(
            sql: "SELECT \(Self.columns) FROM observation_history WHERE \(stood) AND NOT withdrawn"),
          arguments: ["at": moment]
        ).sorted(),
        try String.fetchAll(
          database.cachedStatement(
            sql: "SELECT table_name || ' ' || record || ' ' || content FROM record_history WHERE \(stood)"),
          arguments: ["at": moment]
        ).sorted()
      )
    }
  }
}

extension ObservationClock {
  /// A moment later than all that was written until now, and earlier than all that will be.
  static func momentBetween() -> String {
    let before = now()
    var moment = now()
    while moment <= before { moment = now() }
    while now() <= moment {}
    return text(milliseconds: moment)
  }
}
