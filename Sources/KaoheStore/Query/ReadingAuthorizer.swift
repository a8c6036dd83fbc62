import GRDBSQLite

/// Says of each step of a statement whether it only reads. SQLite asks it while it compiles a statement, also for what a
/// trigger or a view does, and for what a table-valued function compiles while it runs.
final class ReadingAuthorizer {
  /// The first step that was refused.
  struct Refusal: Hashable {
    var action: Int32
    /// What the action is about: a table, a pragma …
    var object: String
    /// A function's name.
    var second: String
  }

  private(set) var refusal: Refusal?

  func isAllowed(_ action: Int32, _ first: String?, _ second: String?) -> Bool {
    let isReading =
      switch action {
      case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: true
      case SQLITE_FUNCTION: !Self.harmfulFunctions.contains(second?.lowercased() ?? "")
      case SQLITE_PRAGMA: Self.isReading(pragma: first?.lowercased() ?? "", argument: second)
      default: false
      }
    if !isReading, refusal == nil { refusal = Refusal(action: action, object: first ?? "", second: second ?? "") }
    return isReading
  }

  private static func isReading(pragma: String, argument: String?) -> Bool {
    describingPragmas.contains(pragma) || argument == nil && statePragmas.contains(pragma)
  }

  /// Those that describe the schema or check the file; an argument says of what.
  static let describingPragmas: Set = [
    "collation_list", "compile_options", "database_list", "foreign_key_check", "foreign_key_list", "function_list",
    "index_info", "index_list", "index_xinfo", "integrity_check", "module_list", "pragma_list", "quick_check",
    "table_info", "table_list", "table_xinfo",
  ]

  /// Those that say how things stand; with an argument they would change it. FTS needs `data_version` and `page_size`.
  static let statePragmas: Set = [
    "application_id", "data_version", "encoding", "foreign_keys", "freelist_count", "page_count",
    "page_size", "query_only", "schema_version", "trusted_schema", "user_version",
  ]

  /// Those that reach beyond the database. Most are not in the SQLite that we link; another one may have them.
  static let harmfulFunctions: Set = [
    "edit", "fts3_tokenizer", "load_extension", "lsdir", "lsmode", "readfile", "writefile",
  ]
}
