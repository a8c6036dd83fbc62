import GRDBSQLite

/// The one statement of a query, compiled and found to read only.
final class QueryStatement {
  private let connection: QueryConnection
  private let handle: OpaquePointer
  private let sql: SQLText
  private let seconds: Double?

  init(_ connection: QueryConnection, _ query: Query) throws {
    let sql = SQLText(query.sql)
    if sql.bytes.contains(0) { throw QueryProblem.hasNUL }
    var handle: OpaquePointer?
    var end = 0
    let code = sql.bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return SQLITE_OK }
      var rest: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v2(connection.handle, start, Int32(clamping: bytes.count), &handle, &rest)
      end = rest.map { $0 - start } ?? bytes.count
      return code
    }
    guard code == SQLITE_OK else { throw connection.problem(code, sql, seconds: query.seconds) }
    guard let handle else { throw QueryProblem.isEmpty }
    self.connection = connection
    self.handle = handle
    self.sql = sql
    seconds = query.seconds
    if let second = sql.statement(from: end) { throw QueryProblem.second(at: sql.place(second.range.lowerBound)) }
    // VACUUM INTO writes, and asks no authorizer.
    if sqlite3_stmt_readonly(handle) == 0 { throw connection.refused(sql) }
    try bind(query)
  }

  deinit { sqlite3_finalize(handle) }

  var columns: [String] {
    (0..<sqlite3_column_count(handle)).map { column in
      sqlite3_column_name(handle, column).map { String(cString: $0) } ?? ""
    }
  }

  /// The next row; nil after the last.
  func next() throws -> [QueryValue]? {
    guard connection.watch.mayGoOn() else { throw connection.problem(SQLITE_INTERRUPT, sql, seconds: seconds) }
    switch sqlite3_step(handle) {
    case SQLITE_ROW:
      var room = QueryConnection.mostBytesOfRow
      return try (0..<sqlite3_column_count(handle)).map { try value($0, &room) }
    case SQLITE_DONE: return nil
    case let code: throw connection.problem(code, sql, seconds: seconds)
    }
  }

  /// - Parameter room: how many bytes of the row are left.
  private func value(_ column: Int32, _ room: inout Int) throws -> QueryValue {
    let type = sqlite3_column_type(handle, column)
    if type == SQLITE_NULL { return .null }
    let start =
      type == SQLITE_BLOB ? sqlite3_column_blob(handle, column) : UnsafeRawPointer(sqlite3_column_text(handle, column))
    let count = Int(sqlite3_column_bytes(handle, column))
    // An empty BLOB has no address; any other value without one found no memory.
    if start == nil, count > 0 || type != SQLITE_BLOB { throw QueryProblem.needsMemory }
    room -= count
    if room < 0 { throw QueryProblem.rowIsTooBig }
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    switch type {
    case SQLITE_BLOB: return .blob(Array(bytes))
    case SQLITE_TEXT: return .text(String(decoding: bytes, as: UTF8.self))
    default: return .number(String(decoding: bytes, as: UTF8.self))
    }
  }

  // MARK: Parameters

  private func bind(_ query: Query) throws {
    let names = (0..<sqlite3_bind_parameter_count(handle)).map { position in
      sqlite3_bind_parameter_name(handle, position + 1).map { String(cString: $0) } ?? "?\(position + 1)"
    }
    var unused = query.parameters
    var missing: [String] = []
    for (position, name) in names.enumerated() {
      let typed = [name, String(name.dropFirst())].first { query.parameters[$0] != nil }
      guard let typed, let value = query.parameters[typed] else {
        // A number that is passed over, as 1 and 2 where only `?3` stands, is asked for nowhere.
        if uses(name) { missing.append(name) }
        continue
      }
      guard let argument = QueryArgument(value) else { throw QueryProblem.ambiguous(typed, value) }
      bind(argument, Int32(position) + 1)
      unused[typed] = nil
    }
    if let unknown = unused.keys.min() { throw QueryProblem.unknown(parameter: unknown, known: names) }
    if !missing.isEmpty, !query.isMissingNull { throw QueryProblem.missing(parameters: missing, of: names) }
  }

  private func uses(_ name: String) -> Bool {
    !name.hasPrefix("?") || sqlite3_bind_parameter_index(handle, name) > 0 || hasPlainMark
  }

  /// Whether there is a `?` without a number.
  private var hasPlainMark: Bool {
    zip(sql.tokens, sql.tokens.dropFirst().map(\.kind) + [.space]).contains { token, next in
      next != .word && sql.text(token) == "?"
    }
  }

  private func bind(_ argument: QueryArgument, _ position: Int32) {
    switch argument {
    case .integer(let integer): sqlite3_bind_int64(handle, position, integer)
    case .real(let real): sqlite3_bind_double(handle, position, real)
    case .text(let text):
      let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      let bytes = text.utf8.map { CChar(bitPattern: $0) } + [0]
      sqlite3_bind_text(handle, position, bytes, Int32(bytes.count - 1), transient)
    }
  }
}
