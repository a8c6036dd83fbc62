import GRDB
import GRDBSQLite

/// A connection of its own for one query, on which nothing can be written: the file is opened for reading only, SQLite is
/// told to refuse writes, and an authorizer refuses whatever is not reading.
///
/// It is bare SQLite, without GRDB, which has an authorizer of its own on its connections.
final class QueryConnection {
  let handle: OpaquePointer
  let watch: QueryWatch
  let authorizer = ReadingAuthorizer()
  private let path: String
  private let stop: QueryStop
  private let watchdog: QueryWatchdog?

  /// The biggest text or BLOB.
  static let mostBytes: Int32 = 10_000_000
  /// The biggest row.
  static let mostBytesOfRow = 30_000_000

  /// - Parameter path: a database that was found to be one of Kaohe.
  init(
    _ path: String, _ stop: QueryStop, seconds: Double?, from began: ContinuousClock.Instant = .now,
    _ watchdog: QueryWatchdog? = nil
  ) throws(StoreError) {
    watch = QueryWatch(stop, seconds: seconds, from: began, watchdog)
    let lockWait = min(watch.left ?? .infinity, Double(LockWait.limit))
    handle = try QueryConnection.open(Store.readingAddresses(of: path)[...], path, lockWait)
    self.path = path
    self.stop = stop
    self.watchdog = watchdog
    limit()
    connectVirtualTables()
    authorize()
    keepWatch()
    stop.watch(handle)
    watchdog?.watch(handle)
  }

  deinit {
    stop.watch(nil)
    watchdog?.watch(nil)
    sqlite3_close_v2(handle)
  }

  /// An error of SQLite that is not the query's.
  func failure(_ code: Int32) -> StoreError { Self.failure(code, handle, path) }

  // MARK: Opening

  /// The first address that can be read.
  private static func open(
    _ addresses: ArraySlice<String>, _ path: String, _ lockWait: Double
  ) throws(StoreError) -> OpaquePointer {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
    var code = sqlite3_open_v2(addresses.first ?? "", &handle, flags, nil)
    if code == SQLITE_OK {
      sqlite3_busy_timeout(handle, Int32(lockWait * 1000))
      // The first look: what is wrong with the file shows here. `trusted_schema` stays on: without it SQLite 3.40 refuses
      // even the `json_valid` of our checks, and there are no functions here that a view could misuse.
      let first = "PRAGMA query_only = ON; SELECT count(*) FROM sqlite_schema"
      code = sqlite3_exec(handle, first, nil, nil, nil)
    }
    if code == SQLITE_OK, let handle {
      // A name in double quotes that is no column would be a text, and a mistyped column would go unnoticed.
      _disableDoubleQuotedStringLiterals(handle)
      return handle
    }
    let failure = failure(code, handle, path)
    sqlite3_close_v2(handle)
    let canRetry = [SQLITE_CANTOPEN, SQLITE_READONLY].contains(code & 0xFF) && addresses.count > 1
    guard canRetry else { throw failure }
    return try open(addresses.dropFirst(), path, lockWait)
  }

  private static func failure(_ code: Int32, _ handle: OpaquePointer?, _ path: String) -> StoreError {
    let message = handle.map { String(cString: sqlite3_errmsg($0)) }
    return StoreError(DatabaseError(resultCode: ResultCode(rawValue: code & 0xFF), message: message), path: path)
  }

  // MARK: Holding it

  private func limit() {
    let limits: [(Int32, Int32)] = [
      (SQLITE_LIMIT_LENGTH, Self.mostBytes), (SQLITE_LIMIT_SQL_LENGTH, 1_000_000), (SQLITE_LIMIT_ATTACHED, 0),
      (SQLITE_LIMIT_EXPR_DEPTH, 500), (SQLITE_LIMIT_VDBE_OP, 1_000_000), (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000),
      (SQLITE_LIMIT_VARIABLE_NUMBER, 1000), (SQLITE_LIMIT_TRIGGER_DEPTH, 0), (SQLITE_LIMIT_WORKER_THREADS, 0),
    ]
    for (category, most) in limits { sqlite3_limit(handle, category, most) }
  }

  /// SQLite declares a virtual table by a statement that looks like a write of the schema; so this comes before the
  /// authorizer. Others than these can't be used.
  private func connectVirtualTables() {
    let functions =
      ["json_each", "json_tree"]
      + (ReadingAuthorizer.describingPragmas.union(ReadingAuthorizer.statePragmas)).map { "pragma_" + $0 }
    for name in functions + virtualTables {
      var statement: OpaquePointer?
      // What can't be connected can't be used; whoever does is told then.
      sqlite3_prepare_v2(handle, "SELECT 1 FROM \"\(name.replacing("\"", with: "\"\""))\"", -1, &statement, nil)
      sqlite3_finalize(statement)
    }
  }

  private var virtualTables: [String] {
    names("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'create virtual table%'")
  }

  /// The texts in the first column of a query of our own.
  func names(_ sql: String, _ argument: String? = nil) -> [String] {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { return [] }
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    if let argument { sqlite3_bind_text(statement, 1, argument, -1, transient) }
    var found: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      if let text = sqlite3_column_text(statement, 0) { found.append(String(cString: text)) }
    }
    return found
  }

  private func authorize() {
    sqlite3_set_authorizer(
      handle,
      { context, action, first, second, _, _ in
        guard let context else { return SQLITE_DENY }
        let authorizer = Unmanaged<ReadingAuthorizer>.fromOpaque(context).takeUnretainedValue()
        let isAllowed = authorizer.isAllowed(
          action, first.map { String(cString: $0) }, second.map { String(cString: $0) })
        return isAllowed ? SQLITE_OK : SQLITE_DENY
      }, Unmanaged.passUnretained(authorizer).toOpaque())
  }

  private func keepWatch() {
    let context = Unmanaged.passUnretained(watch).toOpaque()
    sqlite3_progress_handler(
      handle, 10_000,
      { context in
        guard let context else { return 1 }
        return Unmanaged<QueryWatch>.fromOpaque(context).takeUnretainedValue().mayGoOn() ? 0 : 1
      }, context)
    sqlite3_busy_handler(
      handle,
      { context, tries in
        guard let context else { return 0 }
        return Unmanaged<QueryWatch>.fromOpaque(context).takeUnretainedValue().waitForLock(tries: Int(tries)) ? 1 : 0
      }, context)
  }
}
