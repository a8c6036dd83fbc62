import GRDB

/// Inserts many rows with few statements: 40 rows an INSERT costs a third less than one row each.
///
/// The rows that wait lie in one buffer, or where they were read, and are bound from there; SQLite makes no copies of its
/// own.
final class BatchInsert {
  enum Value {
    case text(String)
    case integer(Int64)
    case null

    static func text(orNull text: String?) -> Value { text.map(Value.text) ?? .null }
    static func integer(orNull integer: Int64?) -> Value { integer.map(Value.integer) ?? .null }
  }

  private enum Cell {
    case text(start: Int, count: Int)
    case lent(UnsafeBufferPointer<UInt8>)
    case integer(Int64)
    case null
  }

  private let database: Database
  private let table: String
  private let columns: [String]
  private let constants: KeyValuePairs<String, String>
  private var bytes: [UInt8] = []
  private var cells: [Cell] = []
  /// Where cells that are lent lie.
  private var lenders: [AnyObject] = []
  private var full: SQLStatement?

  private static let rows = 40

  /// - Parameters:
  ///   - columns: those of which each row has a value.
  ///   - constants: columns that hold the same in all rows.
  init(_ database: Database, into table: String, columns: String, constants: KeyValuePairs<String, String> = [:]) {
    self.database = database
    self.table = table
    self.columns = columns.split(separator: " ").map(String.init)
    self.constants = constants
  }

  /// - Parameter row: a value for each column.
  func add(_ row: [Value]) throws {
    for value in row {
      switch value {
      case .text(let text): add(text)
      case .integer(let integer): add(integer)
      case .null: cells.append(.null)
      }
    }
    try endRow()
  }

  // A row may also be added cell by cell, in the order of the columns.

  func add(_ text: String) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    cells.append(.text(start: start, count: bytes.count - start))
  }

  /// Adds a text that is not copied: it lies in what was given to `keep`.
  func add(lent text: UnsafeBufferPointer<UInt8>) { cells.append(.lent(text)) }

  /// Keeps what cells of the next row are lent by until the row is written.
  func keep(_ lender: AnyObject) {
    if lenders.last !== lender { lenders.append(lender) }
  }

  func add(_ integer: Int64) { cells.append(.integer(integer)) }

  func endRow() throws {
    if cells.count == Self.rows * columns.count {
      let statement = try full ?? prepare(rows: Self.rows)
      full = statement
      try run(statement)
    }
  }

  /// Writes what is still pending.
  func flush() throws {
    if cells.isEmpty { return }
    try run(prepare(rows: cells.count / columns.count))
  }

  private func prepare(rows: Int) throws -> SQLStatement {
    // Constants are named ahead of the other columns: a mark without a number counts on from the highest before it.
    let names = constants.map(\.key) + columns
    let marks = constants.indices.map { "?\($0 + 1)" } + columns.map { _ in "?" }
    let row = "(" + marks.joined(separator: ", ") + ")"
    let statement = try SQLStatement(
      database,
      "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES "
        + Array(repeating: row, count: rows).joined(separator: ", "))
    for (position, constant) in constants.enumerated() { statement.bind(position + 1, constant.value) }
    return statement
  }

  private func run(_ statement: SQLStatement) throws {
    defer {
      cells.removeAll(keepingCapacity: true)
      bytes.removeAll(keepingCapacity: true)
      lenders.removeAll(keepingCapacity: true)
    }
    try bytes.withUnsafeBufferPointer { bytes in
      for (position, cell) in cells.enumerated() {
        let position = constants.count + position + 1
        switch cell {
        case .text(let start, let count):
          statement.bind(position, lent: UnsafeBufferPointer(rebasing: bytes[start..<start + count]))
        case .lent(let text): statement.bind(position, lent: text)
        case .integer(let integer): statement.bind(position, integer)
        case .null: statement.bind(position, nil as String?)
        }
      }
      try statement.run()
    }
  }
}
