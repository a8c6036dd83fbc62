import Foundation
import GRDBSQLite
import KaoheScoring

/// Rows of one derived table as they were computed, field by field, in one array of bytes: half a million scores are
/// written and compared without an object each.
struct DerivedRows: Sendable {
  enum Field: Sendable {
    case null
    case integer(Int64)
    /// A place in the bytes.
    case text(start: Int, end: Int)
  }

  /// How many fields a row has.
  let width: Int
  /// One byte stands before all: an array without any has no address, and an empty text needs one.
  private(set) var bytes: [UInt8] = [0]
  private(set) var fields: [Field] = []

  init(width: Int) { self.width = width }

  var count: Int { fields.count / width }

  mutating func removeAll() {
    bytes.removeLast(bytes.count - 1)
    fields.removeAll(keepingCapacity: true)
  }

  // MARK: Fields, in the order of the columns

  mutating func add(_ text: String) { add { $0.append(contentsOf: text.utf8) } }

  mutating func add(orNull text: String?) {
    if let text { add(text) } else { addNull() }
  }

  /// A text that is put together.
  mutating func add(_ write: (inout [UInt8]) -> Void) {
    let start = bytes.count
    write(&bytes)
    fields.append(.text(start: start, end: bytes.count))
  }

  mutating func add(_ integer: Int64) { fields.append(.integer(integer)) }
  mutating func add(orNull integer: Int64?) { fields.append(integer.map(Field.integer) ?? .null) }
  mutating func addNull() { fields.append(.null) }

  /// The columns `…_exact` and `…_micro`.
  mutating func add(exact value: Rational?) {
    guard let value else {
      addNull()
      addNull()
      return
    }
    add { $0.append(exact: value) }
    add(value.micro)
  }

  // MARK: Comparison

  /// How a field stands to a column that a statement is at, in SQLite's order: NULL, integers, texts by their bytes.
  ///
  /// - Parameter place: of the field, over all rows.
  func order(_ place: Int, _ handle: OpaquePointer, _ column: Int32) -> Int {
    let type = sqlite3_column_type(handle, column)
    switch fields[place] {
    case .null: return type == SQLITE_NULL ? 0 : -1
    case .integer(let integer):
      guard type == SQLITE_INTEGER else { return type == SQLITE_NULL ? 1 : -1 }
      let other = sqlite3_column_int64(handle, column)
      return integer == other ? 0 : integer < other ? -1 : 1
    case .text(let start, let end):
      guard type == SQLITE_TEXT, let text = sqlite3_column_text(handle, column) else { return 1 }
      let other = UnsafeRawBufferPointer(start: text, count: Int(sqlite3_column_bytes(handle, column)))
      return bytes.withUnsafeBytes { Self.order(UnsafeRawBufferPointer(rebasing: $0[start..<end]), other) }
    }
  }

  /// The rows in the order of their first fields, which are texts. Most come in order.
  func inOrder(keys: Int) -> [Int] {
    let all = Array(0..<count)
    let isOrdered = all.dropFirst().allSatisfy { isBefore($0 - 1, $0, keys: keys) }
    return isOrdered ? all : all.sorted { isBefore($0, $1, keys: keys) }
  }

  /// Whether one row stands before another.
  private func isBefore(_ row: Int, _ other: Int, keys: Int) -> Bool {
    for key in 0..<keys {
      guard case .text(let start, let end) = fields[row * width + key],
        case .text(let otherStart, let otherEnd) = fields[other * width + key]
      else { return false }
      let order = bytes.withUnsafeBytes {
        Self.order(
          UnsafeRawBufferPointer(rebasing: $0[start..<end]), UnsafeRawBufferPointer(rebasing: $0[otherStart..<otherEnd])
        )
      }
      if order != 0 { return order < 0 }
    }
    return false
  }

  private static func order(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    let shared = min(left.count, right.count)
    if shared > 0, let first = left.baseAddress, let second = right.baseAddress {
      let order = memcmp(first, second, shared)
      if order != 0 { return order < 0 ? -1 : 1 }
    }
    return left.count == right.count ? 0 : left.count < right.count ? -1 : 1
  }

  // MARK: Output

  /// Binds a field; the bytes must stay where they are until the statement has run.
  func bind(_ place: Int, _ handle: OpaquePointer, _ parameter: Int32, _ base: UnsafePointer<CChar>) {
    switch fields[place] {
    case .null: sqlite3_bind_null(handle, parameter)
    case .integer(let integer): sqlite3_bind_int64(handle, parameter, integer)
    case .text(let start, let end): sqlite3_bind_text(handle, parameter, base + start, Int32(end - start), nil)
    }
  }

  /// For people.
  func text(_ place: Int) -> String? {
    switch fields[place] {
    case .null: nil
    case .integer(let integer): String(integer)
    case .text(let start, let end): String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }
}

extension [UInt8] {
  /// As `Rational.description` writes it.
  mutating func append(exact value: Rational) {
    guard case .small(let numerator, let denominator) = value else {
      append(contentsOf: value.description.utf8)
      return
    }
    append(decimal: numerator)
    if denominator != 1 {
      append(UInt8(ascii: "/"))
      append(decimal: denominator)
    }
  }

  mutating func append(decimal value: Int64) {
    if value < 0 { append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    if rest < 10 {
      append(UInt8(ascii: "0") + UInt8(rest))
      return
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = 20
      while rest > 0 {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(digits)[start..<20]))
    }
  }

  /// A JSON text in quotes.
  mutating func append(quoted text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0..<0x20:
        append(contentsOf: "\\u00".utf8)
        append(contentsOf: String(Int(byte) + 0x100, radix: 16).utf8.suffix(2))
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }
}
