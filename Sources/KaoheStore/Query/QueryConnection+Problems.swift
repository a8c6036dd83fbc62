import GRDBSQLite
import KaoheScoring

extension QueryConnection {
  /// What an error of SQLite means for the query: a `QueryProblem`, or a `StoreError` where the database is at fault.
  func problem(_ code: Int32, _ sql: SQLText, seconds: Double?) -> any Error {
    // The watchdog may have seen first that time is up.
    _ = watch.mayGoOn()
    let message = String(cString: sqlite3_errmsg(handle))
    let offset = Int(sqlite3_error_offset(handle))
    switch (code & 0xFF, watch.reason) {
    case (SQLITE_INTERRUPT, .late), (SQLITE_BUSY, .late): return QueryProblem.isLate(seconds ?? 0)
    case (SQLITE_INTERRUPT, _), (_, .stopped): return QueryProblem.isStopped
    case (SQLITE_TOOBIG, _):
      return message.contains("statement") ? mistake(message, -1, sql) : QueryProblem.isTooBig
    case (SQLITE_NOMEM, _): return QueryProblem.needsMemory
    case (SQLITE_AUTH, _), (SQLITE_READONLY, _): return refused(sql)
    case (SQLITE_ERROR, _), (SQLITE_MISMATCH, _), (SQLITE_RANGE, _), (SQLITE_CONSTRAINT, _), (SQLITE_MISUSE, _):
      return isWriting(message, sql) ? refused(sql) : mistake(message, offset, sql)
    default: return failure(code)
    }
  }

  /// Whether it was to write, whatever else is wrong with it.
  private func isWriting(_ message: String, _ sql: SQLText) -> Bool {
    if authorizer.refusal != nil { return true }
    // What a view may not do, as `unsafe use of load_extension()`.
    if message.hasPrefix("unsafe use of") { return true }
    if message.hasPrefix("cannot modify") || message.hasSuffix("may not be modified") { return true }
    return !sql.verb.isEmpty && !["PRAGMA", "EXPLAIN"].contains { sql.verb.hasPrefix($0) }
  }

  /// The statement does more than to read.
  func refused(_ sql: SQLText) -> QueryProblem {
    let what = refusedText(sql)
    return QueryProblem(
      "refused", Bilingual("只读，拒绝 \(what.chinese)", en: "this command only reads; refused: \(what.english)"),
      hint: way(sql))
  }

  private func refusedText(_ sql: SQLText) -> Bilingual {
    if let pragma = deniedPragma(sql) { return Bilingual(same: "PRAGMA \(pragma)") }
    if let table = deniedVirtualTable { return Bilingual("虚拟表 \(table)", en: "the virtual table \(table)") }
    if let refusal = authorizer.refusal {
      let changes = [SQLITE_INSERT: "INSERT", SQLITE_UPDATE: "UPDATE", SQLITE_DELETE: "DELETE"]
      if refusal.action == SQLITE_PRAGMA { return Bilingual(same: "PRAGMA \(refusal.object)") }
      if refusal.action == SQLITE_FUNCTION { return Bilingual(same: "\(refusal.second)()") }
      if let verb = changes[refusal.action], !isSchema(refusal.object) {
        return Bilingual("\(verb)（\(refusal.object)）", en: "\(verb) on \(refusal.object)")
      }
    }
    return Bilingual(same: sql.verb.isEmpty ? String(cString: sqlite3_errmsg(handle)) : sql.verb)
  }

  /// A pragma that stands in FROM, as a table: SQLite says only that something is not authorized.
  private func deniedPragma(_ sql: SQLText) -> String? {
    guard sql.verb.isEmpty, authorizer.refusal.map({ isSchema($0.object) }) ?? true else { return nil }
    let prefix = "pragma_"
    let names = sql.parts.lazy.filter { $0.kind == .word }.map { sql.text($0).lowercased() }
    let pragmas = names.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    return pragmas.first {
      !ReadingAuthorizer.describingPragmas.contains($0) && !ReadingAuthorizer.statePragmas.contains($0)
    }
  }

  private var deniedVirtualTable: String? {
    let prefix = "vtable constructor failed: "
    let message = String(cString: sqlite3_errmsg(handle))
    return message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : nil
  }

  private func isSchema(_ table: String) -> Bool {
    ["sqlite_master", "sqlite_temp_master", "sqlite_schema"].contains(table)
  }

  /// What to do in its place.
  private func way(_ sql: SQLText) -> Bilingual? {
    if deniedPragma(sql) != nil { return Self.readingPragmas }
    if deniedVirtualTable != nil {
      return Bilingual(
        "库以外的虚拟表，只能用 json_each、json_tree 和只读的 pragma_…",
        en: "beside those of the database, only json_each, json_tree and the pragma_… that read can be used")
    }
    if ["CREATE", "DROP", "ALTER", "REINDEX", "ANALYZE", "VACUUM"].contains(where: sql.verb.hasPrefix) {
      return Bilingual(
        "库的结构由 kaohe 管理；自己的表和视图建在另一个数据库里",
        en: "kaohe keeps the database in order; make tables and views of your own in another one")
    }
    let refusal = authorizer.refusal
    switch refusal?.action {
    case SQLITE_FUNCTION: return nil
    case SQLITE_PRAGMA: return Self.readingPragmas
    case SQLITE_ATTACH, SQLITE_DETACH:
      return Bilingual(
        "一次查询一个数据库，用 --db 指明；要合并两个库，用 `kaohe merge`",
        en: "one database is asked at a time (--db); `kaohe merge` brings two together")
    case SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE:
      let command = Self.commands.first { refusal?.object.hasPrefix($0.table) == true }?.command
      return Self.recorded(by: command ?? "`kaohe import`")
    case SQLITE_TRANSACTION, SQLITE_SAVEPOINT:
      return Bilingual("查询不需要事务，直接写 SELECT", en: "a query needs no transaction: write the SELECT alone")
    default: return Self.recorded(by: "`kaohe record`, `kaohe score`, `kaohe import`")
    }
  }

  private static let readingPragmas: Bilingual = {
    let some = "table_info, table_list, index_list, foreign_key_list, integrity_check"
    return Bilingual("可以用只读的 PRAGMA，例如 \(some)", en: "those that only read can be used, e.g. \(some)")
  }()

  private static func recorded(by commands: String) -> Bilingual {
    Bilingual("要记录或更正，用 \(commands.replacing(", ", with: "、"))", en: "to record or correct, use \(commands)")
  }

  /// By what the rows of a table come in. The first prefix that fits holds.
  private static let commands: [(table: String, command: String)] = [
    ("observation", "`kaohe record`, `kaohe score`"), ("supersession", "`kaohe score`"),
    ("visit", "`kaohe visit`"), ("finding", "`kaohe finding`"), ("evidence", "`kaohe evidence`"),
    ("objection", "`kaohe objection`"), ("leaf_result", "`kaohe recompute`"), ("district_result", "`kaohe recompute`"),
    ("assessment_result", "`kaohe recompute`"), ("item_score", "`kaohe recompute`"),
  ]
}

extension Bilingual {
  /// Of words that no language changes.
  fileprivate init(same text: String) { self.init(text, en: text) }
}
