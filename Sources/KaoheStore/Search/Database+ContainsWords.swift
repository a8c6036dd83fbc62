import GRDB
import GRDBSQLite

extension Database {
  /// Makes `contains_words(text)` known to this connection: 1 where all words occur in the text.
  ///
  /// It reads the bytes where SQLite holds them; GRDB's own functions would make a value of each text.
  func registerContainsWords(_ words: SearchWords) throws {
    let matcher = Unmanaged.passRetained(TextMatcher(words))
    let code = sqlite3_create_function_v2(
      sqliteConnection, "contains_words", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
      matcher.toOpaque(),
      { context, _, values in
        guard let value = values?[0], let data = sqlite3_user_data(context), let start = sqlite3_value_blob(value)
        else {
          sqlite3_result_int(context, 0)
          return
        }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
        let isFound = Unmanaged<TextMatcher>.fromOpaque(data)._withUnsafeGuaranteedRef {
          $0.matches(bytes.assumingMemoryBound(to: UInt8.self))
        }
        sqlite3_result_int(context, isFound ? 1 : 0)
      }, nil, nil, { data in data.map { Unmanaged<TextMatcher>.fromOpaque($0).release() } })
    // Where it fails, SQLite has released the matcher.
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}
