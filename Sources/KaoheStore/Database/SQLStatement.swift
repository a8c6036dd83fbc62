import GRDB
import GRDBSQLite

/// A prepared statement with bare binds and columns, for the hot paths: imports and recomputation.
/// Everything else uses GRDB as it is meant to be used.
final class SQLStatement {
  private let connection: OpaquePointer
  /// For what binds and compares bytes without making texts (`DerivedRows`).
  let handle: OpaquePointer

  /// - Parameter database: must outlive the statement.
  init(_ database: Database, _ sql: String) throws {
    guard let connection = database.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)), sql: sql)
    }
    self.connection = connection
    self.handle = handle
  }

  deinit { sqlite3_finalize(handle) }

  /// Positions are 1-based. The text is copied.
  func bind(_ position: Int, _ text: String) {
    var text = text
    text.withUTF8 { bytes in
      // An empty text has no address, and would be bound as NULL.
      if let start = bytes.baseAddress {
        start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
          _ = sqlite3_bind_text(handle, Int32(position), $0, Int32(bytes.count), transient)
        }
      } else {
        sqlite3_bind_text(handle, Int32(position), "", 0, transient)
      }
    }
  }

  /// Binds a text that is not copied: it has to stay where it is until the statement has run.
  func bind(_ position: Int, lent text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else { return bind(position, "") }
    start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      _ = sqlite3_bind_text(handle, Int32(position), $0, Int32(text.count), nil)
    }
  }

  func bind(_ position: Int, _ text: String?) {
    if let text { bind(position, text) } else { sqlite3_bind_null(handle, Int32(position)) }
  }

  func bind(_ position: Int, _ integer: Int64) { sqlite3_bind_int64(handle, Int32(position), integer) }

  func bind(_ position: Int, _ integer: Int64?) {
    if let integer { bind(position, integer) } else { sqlite3_bind_null(handle, Int32(position)) }
  }

  /// - Returns: whether there is a row.
  func step() throws -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    let message = String(cString: sqlite3_errmsg(connection))
    sqlite3_reset(handle)
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }

  func reset() { sqlite3_reset(handle) }

  /// Runs a statement that returns no rows, and makes it ready for the next run.
  func run() throws {
    _ = try step()
    reset()
  }

  // Columns are 0-based.

  func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// The bytes of a text; they hold until the next step or reset.
  func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(handle, Int32(column))
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column))))
  }

  /// Whether the column holds just these bytes: a comparison without making a String.
  func isEqual(_ column: Int, to text: String) -> Bool {
    var text = text
    return text.withUTF8 { $0.elementsEqual(bytes(column)) }
  }

  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

  func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }
}

private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
