import GRDB
import KaoheScoring

/// Writes the files of an export from one snapshot of the database, row by row.
struct Export {
  let database: Database
  let folder: PartFolder
  let content: ExportContent
  /// Makes one line of a file. Nothing (nil) may be told from an empty text.
  let line: ([String?]) -> String
  private(set) var summary = ExportSummary()
  private let check: ExportRowCheck

  init(
    _ database: Database, _ folder: PartFolder, _ content: ExportContent, line: @escaping ([String?]) -> String
  ) {
    self.database = database
    self.folder = folder
    self.content = content
    self.line = line
    check = ExportRowCheck(database)
  }

  /// - Throws: `ChangeRefused` with all that can't be handed on.
  mutating func run() throws {
    let problems = try ExportCheck(database).problems()
    try writeRules()
    // An import takes a file without rows for one that it does not need.
    for query in RecordQuery.all {
      check.begin(query)
      try write(
        query.table.file, query.sql, query.table.columns.map(\.name), isKeptEmpty: false, tellsEmpty: false
      ) { [check] cells, isExact in check.take(cells, isExact: isExact) }
    }
    check.end()
    if let refused = ChangeRefused(problems + check.problems) { throw refused }
    if summary.files.isEmpty {
      throw StoreError(
        "nothing-to-export", Bilingual("数据库里还没有任何记录", en: "the database holds no records yet"),
        hint: Bilingual("先导入或记录", en: "import or record something first"))
    }
    if content.history { try writeHistory() }
    if content.results { try writeResults() }
  }

  private mutating func writeRules() throws {
    let rows = try Row.fetchCursor(database, sql: "SELECT code, source FROM rule_set ORDER BY code")
    while let row = try rows.next() {
      let name = "rules-\(row[0] as String).yaml"
      let file = try ExportFile(folder, name)
      try file.write(row[1])
      try file.finish()
      summary.files.append(ExportSummary.File(name: name, rows: nil))
    }
  }

  /// Writes what a query gives.
  ///
  /// - Parameters:
  ///   - isKeptEmpty: whether there is a file also where there are no rows.
  ///   - tellsEmpty: whether empty texts are told from nothing.
  ///   - onRow: looks at the cells of each row, and asks whether the text of one is what the database has.
  mutating func write(
    _ name: String, _ sql: String, _ columns: [String], isKeptEmpty: Bool, tellsEmpty: Bool,
    onRow: (_ cells: [String?], _ isExact: (Int) -> Bool) -> Void = { _, _ in }
  ) throws {
    let rows = try SQLStatement(database, sql)
    var hasRow = try rows.step()
    guard hasRow || isKeptEmpty else { return }
    let file = try ExportFile(folder, name)
    if content.byteOrderMark { try file.write("\u{FEFF}") }
    try file.write(line(columns))
    var cells: [String?] = Array(repeating: nil, count: columns.count)
    var count = 0
    while hasRow {
      for column in cells.indices {
        let text = rows.isNull(column) ? nil : rows.text(column)
        cells[column] = text?.isEmpty == true && !tellsEmpty ? nil : text
      }
      // What is no UTF-8 was mended where it was read, and so differs.
      onRow(cells) { rows.isEqual($0, to: cells[$0] ?? "") }
      try file.write(line(cells))
      count += 1
      hasRow = try rows.step()
    }
    try file.finish()
    summary.files.append(ExportSummary.File(name: name, rows: count))
  }
}
