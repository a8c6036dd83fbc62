import GRDB
import KaoheScoring

/// Inserts or updates records by their natural keys, and leaves those alone that are as they should be.
final class RecordWriter {
  private let database: Database
  /// How many records of each table were inserted and updated.
  private(set) var changes: [String: ImportSummary.Change] = [:]
  /// Keys of the records that were inserted and are not logged one by one, by table, as `audit_log.record` writes them.
  private(set) var inserted: [String: [String]] = [:]

  /// Looks for versions of a record; prepared where it is needed.
  private var versions: SQLStatement?

  init(_ database: Database) { self.database = database }

  typealias Value = (any DatabaseValueConvertible)?

  /// - Parameters:
  ///   - key: the columns of the natural key.
  ///   - values: all columns that the input states, the key's among them.
  /// - Returns: whether anything changed.
  @discardableResult
  func upsert(_ table: String, key: [String], _ values: KeyValuePairs<String, Value>) throws -> Bool {
    try upsert(table, key: key, Array(values))
  }

  @discardableResult
  func upsert(_ table: String, key: [String], _ values: [(key: String, value: Value)]) throws -> Bool {
    let statements = try statements(table, key, values.map(\.key))
    let stated = values.map { $0.value?.databaseValue ?? .null }
    switch try statements.isSame(stated) {
    case true: return false
    case false:
      try statements.update(stated)
      changes[table, default: ImportSummary.Change()].updated += 1
    case nil:
      try statements.insert(stated)
      changes[table, default: ImportSummary.Change()].inserted += 1
      try noteInsert(into: table, values.filter { key.contains($0.key) }.map { ($0.key, $0.value) })
    }
    return true
  }

  /// Rows that wait to be inserted together.
  private var waiting: (table: String, columns: [String], rows: BatchInsert)?

  /// Inserts a record that is known to be new, with others of its kind: they are all there once `flush` was called.
  func insert(_ table: String, key: [String], _ values: [(key: String, value: Value)]) throws {
    let columns = values.map(\.key)
    if waiting?.table != table || waiting?.columns != columns {
      try flush()
      waiting = (table, columns, BatchInsert(database, into: table, columns: columns.joined(separator: " ")))
    }
    try waiting?.rows.add(
      values.map { _, value in
        guard let stored = value?.databaseValue else { return .null }
        if let text = String.fromDatabaseValue(stored) { return .text(text) }
        return .integer(orNull: Int64.fromDatabaseValue(stored))
      })
    changes[table, default: ImportSummary.Change()].inserted += 1
    try noteInsert(into: table, values.filter { key.contains($0.key) }.map { ($0.key, $0.value) })
  }

  /// Writes what waits.
  func flush() throws {
    try waiting?.rows.flush()
    waiting = nil
  }

  /// Statements for each form of a record, those that were used last at the end.
  private var prepared: [RecordStatements] = []

  private func statements(_ table: String, _ key: [String], _ columns: [String]) throws -> RecordStatements {
    if let last = prepared.last, last.areOf(table, key, columns) { return last }
    if let known = prepared.firstIndex(where: { $0.areOf(table, key, columns) }) {
      prepared.append(prepared.remove(at: known))
    } else {
      prepared.append(try RecordStatements(database, table, key: key, columns: columns))
    }
    return prepared[prepared.count - 1]
  }

  private func exists(_ table: String, key: [String], _ values: [(key: String, value: Value)]) throws -> Bool {
    let keys = key.map { "\($0) = ?" }.joined(separator: " AND ")
    let arguments = key.map { column in values.first { $0.key == column }?.value }
    let statement = try database.cachedStatement(sql: "SELECT 1 FROM \(table) WHERE \(keys)")
    return try Int.fetchOne(statement, arguments: StatementArguments(arguments)) != nil
  }

  /// Makes a record's list of linked codes just these.
  ///
  /// - Returns: whether anything changed.
  @discardableResult
  func link(_ table: String, _ owner: (column: String, code: String), _ column: String, _ codes: [String]) throws
    -> Bool
  {
    let known = Set(
      try String.fetchAll(
        database.cachedStatement(sql: "SELECT \(column) FROM \(table) WHERE \(owner.column) = ?"),
        arguments: [owner.code]))
    for code in known.subtracting(codes) {
      try database.cachedStatement(sql: "DELETE FROM \(table) WHERE \(owner.column) = ? AND \(column) = ?")
        .execute(arguments: [owner.code, code])
      changes[table, default: ImportSummary.Change()].removed += 1
    }
    for code in codes where !known.contains(code) {
      // Its triggers make of it a long program, which is not made for each row.
      try database.cachedStatement(sql: "INSERT INTO \(table) (\(owner.column), \(column)) VALUES (?, ?)")
        .execute(arguments: [owner.code, code])
      try noteInsert(into: table, [(owner.column, owner.code), (column, code)])
      changes[table, default: ImportSummary.Change()].inserted += 1
    }
    return known != Set(codes)
  }

  /// A record whose natural key names its subject: the key's `subject` is a generated column.
  func upsert(
    _ table: String, key: [String], subject: Subject, _ values: [(key: String, value: Value)]
  ) throws {
    let known = try exists(table, key: key, values + [("subject", subject.description)])
    if known {
      try upsert(table, key: key, [("subject", subject.description)] + values)
    } else {
      try upsert(
        table, key: subject.columns.filter { $0.value != nil }.map(\.key) + key.filter { $0 != "subject" },
        values + subject.columns)
    }
  }

  /// Removes a record that hangs on another.
  func remove(_ table: String, _ column: String, _ code: String) throws {
    try database.execute(sql: "DELETE FROM \(table) WHERE \(column) = ?", arguments: [code])
    if database.changesCount > 0 { changes[table, default: ImportSummary.Change()].removed += 1 }
  }

  private func noteInsert(into table: String, _ key: [(column: String, value: Value)]) throws {
    guard let copied = CopiedTable.named(table), copied.kind != .fact else { return }
    func text(_ column: String) -> String? { key.first { $0.column == column }?.value.map(Self.text) }
    // The generated column `subject` stands for the one of these that is set.
    func subject() -> String? {
      ["district", "enterprise", "park"].lazy.compactMap { column in text(column).map { "\(column):\($0)" } }.first
    }
    let record = copied.key.map { text($0) ?? subject() ?? "" }.joined(separator: " / ")
    if try hasVersions(table, record) {
      try flush()
      try logReturn(to: copied, key)
    } else {
      inserted[table, default: []].append(record)
    }
  }

  private static func text(_ value: any DatabaseValueConvertible) -> String {
    let value = value.databaseValue
    return String.fromDatabaseValue(value) ?? Int64.fromDatabaseValue(value).map { "\($0)" } ?? ""
  }

  /// Whether a record was changed or removed before.
  private func hasVersions(_ table: String, _ record: String) throws -> Bool {
    let statement =
      try versions
      ?? SQLStatement(
        database, "SELECT EXISTS (SELECT 1 FROM record_version WHERE table_name = ?1 AND record = ?2)")
    versions = statement
    statement.bind(1, table)
    statement.bind(2, record)
    defer { statement.reset() }
    return try statement.step() && statement.integer(0) != 0
  }

  /// Logs the insert of a record that was there before, which makes it a version that takes the place of the removal.
  /// Other inserts are logged once per table.
  private func logReturn(to table: CopiedTable, _ key: [(column: String, value: Value)]) throws {
    let sql = try TableSQL(table, database)
    try database.cachedStatement(
      sql: """
        INSERT INTO audit_log (actor, command, table_name, record, action, new)
        SELECT w.actor, w.command, '\(table.name)', \(sql.record(of: "m")), 'insert', \(sql.content(of: "m"))
        FROM \(table.name) AS m, writer AS w
        WHERE \(key.map { "m.\($0.column) = ?" }.joined(separator: " AND "))
        """
    ).execute(arguments: StatementArguments(key.map(\.value)))
  }

  func countUpdate(_ table: String) { changes[table, default: ImportSummary.Change()].updated += 1 }

  func count(_ table: String, inserted: Int) {
    if inserted > 0 { changes[table, default: ImportSummary.Change()].inserted += inserted }
  }
}

/// What an import did.
public struct ImportSummary: Sendable, Equatable {
  public struct Change: Sendable, Equatable {
    public var inserted = 0
    public var updated = 0
    /// Links and stations that a record no longer has.
    public var removed = 0
  }

  /// By table, in the order of their names.
  public var changes: [(table: String, change: Change)]
  /// Files that were read, in order.
  public var files: [String]
  /// Assessments whose results were recomputed.
  public var recomputed: [String]

  public static func == (left: Self, right: Self) -> Bool {
    left.files == right.files && left.recomputed == right.recomputed
      && left.changes.map(\.table) == right.changes.map(\.table)
      && left.changes.map(\.change) == right.changes.map(\.change)
  }
}
