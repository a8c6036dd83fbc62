import KaoheScoring

/// The columns that a file of docs/records.md has, and the rows that were found in it.
struct CSVTable {
  struct Column {
    let name: String
    let isOptional: Bool
  }

  let file: String
  let columns: [Column]
  /// Positions of the columns that make a row's key.
  let key: [Int]

  /// - Parameter columns: names in order; a `?` behind one marks an optional column.
  init(_ file: String, _ columns: String, key: Int...) {
    self.file = file
    self.columns = columns.split(separator: " ").map {
      Column(name: String($0.hasSuffix("?") ? $0.dropLast() : $0), isOptional: $0.hasSuffix("?"))
    }
    self.key = key.isEmpty ? [0] : key
  }

  /// A file of this form: where each column stands in its rows, and where problems are noted.
  final class Layout {
    let table: CSVTable
    /// nil for a column that is absent.
    let positions: [Int?]
    let count: Int
    let problems: ProblemCollector
    /// The file, for messages.
    let place: RecordPlace

    init(_ table: CSVTable, positions: [Int?], count: Int, _ problems: ProblemCollector, _ place: RecordPlace) {
      self.table = table
      self.positions = positions
      self.count = count
      self.problems = problems
      self.place = place
    }

    /// Where a column stands; nil for one that is absent.
    func position(of column: String) -> Int? {
      table.columns.firstIndex { $0.name == column }.flatMap { positions[$0] }
    }
  }

  /// Reads the header, and reports what is wrong with it.
  func layout(of header: CSVBatch.Row, _ problems: ProblemCollector) -> Layout? {
    var positions: [Int?] = Array(repeating: nil, count: columns.count)
    var isUsable = true
    for position in 0..<header.count {
      let name = header.text(position)
      guard let column = columns.firstIndex(where: { $0.name == name }) else {
        isUsable = false
        problems.add(unknownColumn(name, header, position))
        continue
      }
      if positions[column] != nil {
        isUsable = false
        problems.add(
          InputProblem(
            "duplicate-column", file: file, line: header.line,
            Bilingual("列名“\(name)”出现了两次", en: "the column “\(name)” stands twice")))
      }
      positions[column] = position
    }
    for (column, position) in zip(columns, positions) where position == nil && !column.isOptional {
      isUsable = false
      problems.add(
        InputProblem(
          "missing-column", file: file, line: header.line,
          Bilingual("缺少列“\(column.name)”，应有：\(names)", en: "the column “\(column.name)” is missing; expected: \(names)")
        ))
    }
    guard isUsable else { return nil }
    return Layout(
      self, positions: positions, count: header.count, problems, RecordPlace(file: file, line: nil))
  }

  private var names: String {
    columns.map { $0.isOptional ? $0.name + "?" : $0.name }.joined(separator: ", ")
  }

  private func unknownColumn(_ text: String, _ header: CSVBatch.Row, _ position: Int) -> InputProblem {
    if !header.isValid(position) { return unreadable(header, position, nil) }
    let name = text.isEmpty ? Bilingual("（空）", en: "(empty)") : Bilingual(text.excerpt, en: text.excerpt)
    return InputProblem(
      "unknown-column", file: file, line: header.line,
      Bilingual("没有名为“\(name.chinese)”的列，应有：\(names)", en: "there is no column “\(name.english)”; expected: \(names)"))
  }

  private func unreadable(_ row: CSVBatch.Row, _ cell: Int, _ field: String?) -> InputProblem {
    if row.holdsNUL(cell) {
      return InputProblem(
        "nul-character", file: file, line: row.line, field: field,
        Bilingual("含有 NUL 字符（U+0000）", en: "holds a NUL character (U+0000)"),
        hint: Bilingual(
          "删掉它；若整个文件都是如此，是 UTF-16：另存为“CSV UTF-8（逗号分隔）”",
          en: "remove it; where all of the file has them, it is UTF-16: save it as “CSV UTF-8”"))
    }
    return InputProblem(
      "not-utf-8", file: file, line: row.line, field: field,
      Bilingual("不是 UTF-8 文字", en: "not UTF-8"),
      hint: Bilingual(
        "在 Excel 或 WPS 里另存为“CSV UTF-8（逗号分隔）”", en: "save it as “CSV UTF-8” from Excel or WPS"))
  }

  /// Whether a row has as many cells as the header and all of them can be read; reports it where not.
  func isWellFormed(_ row: CSVBatch.Row, _ layout: Layout) -> Bool {
    guard row.count == layout.count else {
      layout.problems.add(
        InputProblem(
          "cell-count", file: file, line: row.line,
          Bilingual(
            "本行有 \(row.count) 个单元格，表头有 \(layout.count) 列",
            en: "this row has \(row.count) cell\(row.count == 1 ? "" : "s"), the header has \(layout.count)"
          )))
      return false
    }
    if row.isValid { return true }
    for cell in 0..<row.count where !row.isValid(cell) {
      let column = layout.positions.firstIndex { $0 == cell }
      layout.problems.add(unreadable(row, cell, column.map { columns[$0].name }))
    }
    return false
  }
}
