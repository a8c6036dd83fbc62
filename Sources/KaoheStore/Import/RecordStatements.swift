import GRDB

/// Looks for, inserts and updates records of one table, always with the same columns stated.
final class RecordStatements {
  private let table: String
  private let key: [String]
  private let columns: [String]
  private let database: Database
  private let comparison: SQLStatement
  // Prepared where they are needed: a column that is computed can be compared, and not written.
  private let insertionSQL: String
  private let changeSQL: String
  private var insertion: SQLStatement?
  private var change: SQLStatement?

  /// - Parameters:
  ///   - key: the columns of the natural key, which are among `columns`.
  ///   - columns: the columns of which each record states a value, in their order.
  init(_ database: Database, _ table: String, key: [String], columns: [String]) throws {
    self.database = database
    (self.table, self.key, self.columns) = (table, key, columns)
    // A mark has its column's number, so that all three statements are bound alike.
    let marks = Dictionary(columns.enumerated().map { ($1, "?\($0 + 1)") }) { first, _ in first }
    func pairs(_ names: [String], _ operation: String, _ separator: String) -> String {
      names.map { "\($0) \(operation) \(marks[$0] ?? "NULL")" }.joined(separator: separator)
    }
    let rest = columns.filter { !key.contains($0) }
    let isKey = pairs(key, "=", " AND ")
    comparison = try SQLStatement(
      database, "SELECT \(rest.isEmpty ? "1" : pairs(rest, "IS", " AND ")) FROM \(table) WHERE \(isKey)")
    let names = columns.joined(separator: ", ")
    insertionSQL = "INSERT INTO \(table) (\(names)) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
    changeSQL = "UPDATE \(table) SET \(pairs(rest, "=", ", ")) WHERE \(isKey)"
  }

  func areOf(_ table: String, _ key: [String], _ columns: [String]) -> Bool {
    self.table == table && self.key == key && self.columns == columns
  }

  /// Whether a record is known with just these values; nil for one that is not known.
  func isSame(_ values: [DatabaseValue]) throws -> Bool? {
    bind(values, to: comparison)
    defer { comparison.reset() }
    return try comparison.step() ? comparison.integer(0) == 1 : nil
  }

  func insert(_ values: [DatabaseValue]) throws {
    let statement = try insertion ?? SQLStatement(database, insertionSQL)
    insertion = statement
    bind(values, to: statement)
    try statement.run()
  }

  func update(_ values: [DatabaseValue]) throws {
    let statement = try change ?? SQLStatement(database, changeSQL)
    change = statement
    bind(values, to: statement)
    try statement.run()
  }

  private func bind(_ values: [DatabaseValue], to statement: SQLStatement) {
    for (position, value) in values.enumerated() {
      switch value.storage {
      case .string(let text): statement.bind(position + 1, text)
      // No record has a fraction or bytes.
      default: statement.bind(position + 1, Int64.fromDatabaseValue(value))
      }
    }
  }
}
