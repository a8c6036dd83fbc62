import ArgumentParser
import KaoheQuestions
import KaoheReports
import KaoheScoring
import KaoheStore

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "只读的 SQL 查询，或一个现成的问题 · read-only SQL, or a saved question",
    discussion: """
      只读：写入、ATTACH、改设置的 PRAGMA 一律拒绝。什么也不写时列出现成的问题。表、视图和列见 kaohe schema。
      Ctrl-C 中断（退出码 130）；没有列完时退出码为 2。
      It only reads: writes, ATTACH and pragmas that change something are refused. Alone it lists the saved questions.
      `kaohe schema` shows tables, views and columns. Ctrl-C stops it (exit code 130); where there are more rows than
      were printed, the exit code is 2.
        kaohe query "SELECT name, total FROM district_ranking WHERE total > :total" --with total=90
        kaohe query --saved points-lost --with assessment=2022
      """)

  @Argument(help: "一条 SQL；- 为标准输入 · one statement; - for standard input")
  var sql: String?

  @Option(help: "从文件读 SQL · read the SQL from a file", completion: .file(extensions: ["sql"]))
  var file: String?

  @Option(help: "一个现成的问题 · a saved question")
  var saved: String?

  @Flag(name: .customLong("sql"), help: "与 --saved 合用：只打印它的 SQL · with --saved: print its SQL instead")
  var isSQLShown = false

  @Flag(help: "列出现成的问题和参数 · list the saved questions and their parameters")
  var list = false

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      "参数的值，可重复；单引号里的是文字 · a parameter's value, repeatable; what is in single quotes is a text",
      valueName: "name=value"))
  var values: [ParameterValue] = []

  @Option(help: "最多几行，0 为不限；表格默认 1000 · rows at most, 0 for all; by default 1000 in tables, all in csv and json")
  var limit: Int?

  @Option(help: "最多几秒，0 为不限 · seconds at most, 0 for no limit")
  var timeout = 60.0

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if [sql != nil, file != nil, saved != nil, list].count(where: \.self) > 1 {
      throw ValidationError("SQL、--file、--saved、--list 只能用一个 · give one of SQL, --file, --saved, --list")
    }
    if isSQLShown, saved == nil { throw ValidationError("--sql 要与 --saved 合用 · --sql goes with --saved") }
    if let limit, limit < 0 { throw ValidationError("--limit 不能小于 0 · --limit is 0 or more") }
    if !(timeout >= 0) { throw ValidationError("--timeout 不能小于 0 · --timeout is 0 or more") }
    let names = values.map(\.name)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw ValidationError("--with \(twice) 给了两次 · --with \(twice) is given twice")
    }
  }

  func run() throws {
    try options.reporting {
      do {
        if let question = try saved.map(SavedQuestion.named) {
          if isSQLShown { return try write(question.sql) }
          try answer(question.sql, of: question)
        } else if sql != nil || file != nil {
          try answer(QuerySource(argument: sql, file: file).read())
        } else {
          let listing = SavedQuestion.listing(options.language, isForPeople: output.isForPeople)
          try output.write(listing, options.language)
        }
      } catch let problem as QueryProblem {
        problem.report(options.language)
        throw ExitCode(problem.exitCode)
      }
    }
  }

  private func answer(_ sql: String, of question: SavedQuestion? = nil) throws {
    let isForPeople = output.isForPeople
    let most = limit ?? (isForPeople ? 1000 : 0)
    var query = Query(sql)
    query.parameters = Dictionary(uniqueKeysWithValues: values.map { ($0.name, $0.value) })
    query.isMissingNull = question != nil
    query.rowLimit = most == 0 ? nil : most
    query.seconds = timeout == 0 ? nil : timeout
    Query.limitMemory()
    let store = try Store.open(options.path, lockWait: query.seconds)
    if let question { try store.check(query.parameters, of: question) }
    let end = isForPeople ? try printTable(store, query) : try printRows(store, query)
    if end.isCut {
      complain(
        "kaohe: "
          + Bilingual(
            "只显示了前 \(end.rows) 行，后面还有；全部显示用 --limit 0",
            en: "only the first \(end.rows) rows are shown, there are more; --limit 0 shows all"
          ).text(in: options.language))
      throw ExitCode(2)
    }
  }

  private func printTable(_ store: Store, _ query: Query) throws -> QueryEnd {
    var columns: [String] = []
    var cells: [[Cell]] = []
    var room = Self.mostBytesOfTable
    let end = try Interruption.stopping { stop in
      try store.run(query, stop: stop, stuck: ending()) {
        columns = $0
      } row: { values in
        let row = values.map(Cell.init)
        room -= row.reduce(0) { $0 + $1.size }
        if room < 0 { throw Self.tableIsTooBig }
        cells.append(row)
      }
    }
    if !columns.isEmpty { try output.write(Listing(columns: columns, cells: cells), options.language) }
    return end
  }

  /// As they come, so that a million rows take no memory.
  private func printRows(_ store: Store, _ query: Query) throws -> QueryEnd {
    var writer: RowWriter?
    var count = 0
    let printed = PrintedRows()
    do {
      let end = try Interruption.stopping { stop in
        try store.run(query, stop: stop, stuck: ending(printed)) { columns in
          if columns.isEmpty { return }
          writer = RowWriter(output.format == .csv ? .csv : .json, columns: columns, isForTerminal: Terminal.isOutput)
        } row: { values in
          writer?.write(values.map(Cell.init))
          count += 1
          // The first row at once, for whoever waits; then in big pieces.
          if count == 1 || writer?.count ?? 0 > 65_536 {
            try write(writer?.take() ?? "")
            printed.any.store(true, ordering: .releasing)
          }
        }
      }
      writer?.finish()
      try write(writer?.take() ?? "")
      return end
    } catch let problem as QueryProblem {
      try write(writer?.take() ?? "")
      if count > 0 {
        complain(
          "kaohe: "
            + Bilingual("已输出 \(count) 行，不完整", en: "\(count) row\(count == 1 ? " was" : "s were") printed, not all")
            .text(in: options.language))
      }
      throw problem
    }
  }
}
