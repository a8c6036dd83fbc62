import GRDB
import KaoheScoring

/// Merges the tables whose records can change: the union of the versions of both sides, and for each record the row that
/// the newest version makes which no other took the place of.
///
/// A record that never changed has one version, its row, which is not written down; it is as soon as there is another.
/// Everything is done set by set, so that records that are the same on both sides cost a comparison each.
struct RecordMerge {
  private let database: Database
  private let tables: [TableSQL]
  private let theirs: String
  /// What became of the rows, by table.
  private(set) var changes: [String: ImportSummary.Change] = [:]
  /// Keys of the records that were added, by table.
  private(set) var inserted: [String: [String]] = [:]

  init(_ database: Database, from schema: String) throws {
    self.database = database
    theirs = schema
    tables = try CopiedTable.records.map { try TableSQL($0, database) }
  }

  mutating func run() throws {
    for table in tables { try takeNew(table) }
    for table in tables { try writeFirstVersions(table) }
    try takeVersions()
    for table in tables { try showHeads(table) }
  }

  /// Rows of records that we know nothing of, and that never changed there.
  private mutating func takeNew(_ table: TableSQL) throws {
    guard try database.lacks(rowsOf: table, in: theirs) else { return }
    let keys = try String.fetchAll(
      database,
      sql: """
        INSERT INTO main.\(table.name) (\(table.list))
        SELECT \(table.list(of: "o")) FROM \(theirs).\(table.name) AS o
        WHERE NOT EXISTS (SELECT 1 FROM main.\(table.name) AS m WHERE \(table.sameKey("m", "o")))
          AND \(table.record(of: "o")) NOT IN \(table.versioned(in: "main"))
          AND \(table.record(of: "o")) NOT IN \(table.versioned(in: theirs))
        RETURNING \(table.record(of: table.name))
        """)
    note(keys, table)
  }

  /// Writes down rows as first versions where the two sides together hold more than that: first ours, then theirs.
  private mutating func writeFirstVersions(_ table: TableSQL) throws {
    let insert = "INSERT INTO main.record_version (table_name, record, id, content, recorded_at, recorded_by)"
    let (ours, other) = (table.record(of: "m"), table.record(of: "o"))
    var differs = ""
    if let condition = table.differs("m", "o") {
      differs = """
        OR EXISTS (
          SELECT 1 FROM \(theirs).\(table.name) AS o WHERE \(table.sameKey("o", "m")) AND \(condition))
        """
    }
    _ = try count(
      """
      \(insert)
      SELECT '\(table.name)', \(ours), 0, \(table.content(of: "m")), '', ''
      FROM main.\(table.name) AS m
      WHERE (\(ours) IN \(table.versioned(in: theirs)) \(differs)) AND \(ours) NOT IN \(table.versioned(in: "main"))
      """)
    changes[CopiedTable.versions.name, default: ImportSummary.Change()].inserted += try count(
      """
      \(insert)
      SELECT '\(table.name)', \(other), 0, \(table.content(of: "o")), '', ''
      FROM \(theirs).\(table.name) AS o
      WHERE \(other) IN \(table.versioned(in: "main")) AND \(other) NOT IN \(table.versioned(in: theirs))
        AND NOT EXISTS (
          SELECT 1 FROM main.record_version AS v
          WHERE v.table_name = '\(table.name)' AND v.record = \(other) AND v.id = 0 AND v.content = \(table.content(of: "o")))
      """)
  }

  private mutating func takeVersions() throws {
    for table in [CopiedTable.versions, CopiedTable.successions] {
      changes[table.name, default: ImportSummary.Change()].inserted += try FactMerge(database, from: theirs).take(table)
    }
  }

  /// Makes rows what the versions say.
  private mutating func showHeads(_ table: TableSQL) throws {
    let hasOther = try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM \(table.shown(in: "main")) AS w
          LEFT JOIN (SELECT \(table.record(of: "m")) AS record, \(table.content(of: "m")) AS content FROM main.\(table.name) AS m)
            AS r ON r.record = w.record
          WHERE w.content <> coalesce(r.content, ''))
        """)
    guard hasOther == true else { return }
    let (change, keys) = try database.showHeads(of: table)
    changes[table.name, default: ImportSummary.Change()].add(change)
    note(keys, table)
  }

  private mutating func note(_ keys: [String], _ table: TableSQL) {
    changes[table.name, default: ImportSummary.Change()].inserted += keys.count
    inserted[table.name, default: []] += keys
  }

  private func count(_ sql: String) throws -> Int {
    try database.execute(sql: sql)
    return database.changesCount
  }
}

extension Database {
  /// Makes the rows of a table what the versions that hold say, where they are not yet.
  ///
  /// - Parameter record: the only one to look at; nil: all.
  /// - Returns: what was updated and removed, and the keys of what was inserted.
  @discardableResult
  func showHeads(of table: TableSQL, record: String? = nil) throws -> (
    change: ImportSummary.Change, inserted: [String]
  ) {
    let only = record == nil ? "" : "AND w.record = :record"
    let arguments: StatementArguments = record.map { ["record": $0] } ?? StatementArguments()
    let shown = table.shown(in: "main")
    let key = table.record(of: "m")
    var change = ImportSummary.Change()
    try execute(
      sql: """
        DELETE FROM main.\(table.name) AS m
        WHERE \(key) IN (SELECT w.record FROM \(shown) AS w WHERE w.content = '' \(only))
        """,
      arguments: arguments)
    change.removed = changesCount
    try execute(
      sql: """
        UPDATE main.\(table.name) AS m SET \(table.columns.map { "\($0) = w.content ->> '$.\($0)'" }.joined(separator: ", "))
        FROM \(shown) AS w
        WHERE w.record = \(key) AND w.content <> '' AND w.content <> \(table.content(of: "m")) \(only)
        """,
      arguments: arguments)
    change.updated = changesCount
    let inserted = try String.fetchAll(
      self,
      sql: """
        INSERT INTO main.\(table.name) (\(table.list))
        SELECT \(table.columns.map { "w.content ->> '$.\($0)'" }.joined(separator: ", "))
        FROM \(shown) AS w
        WHERE w.content <> '' AND w.record NOT IN (SELECT \(key) FROM main.\(table.name) AS m) \(only)
        RETURNING \(table.record(of: table.name))
        """,
      arguments: arguments)
    return (change, inserted)
  }
}

extension ImportSummary.Change {
  fileprivate mutating func add(_ other: Self) {
    updated += other.updated
    removed += other.removed
  }
}
