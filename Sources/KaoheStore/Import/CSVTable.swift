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

  /// Where each column stands in a file's rows; nil for one that is absent.
  struct Layout {
    let positions: [Int?]
    let count: Int
  }

  /// Reads the header, and reports what is wrong with it.
  func layout(of header: CSVReader.Row, _ problems: ProblemCollector) -> Layout? {
    var positions: [Int?] = Array(repeating: nil, count: columns.count)
    var isUsable = true
    for (position, cell) in header.cells.enumerated() {
      guard let column = columns.firstIndex(where: { $0.name == cell.text }) else {
        isUsable = false
        problems.add(unknownColumn(cell, line: header.line))
        continue
      }
      if positions[column] != nil {
        isUsable = false
        problems.add(
          InputProblem(
            "duplicate-column", file: file, line: header.line,
            Bilingual("列名“\(cell.text)”出现了两次", en: "the column “\(cell.text)” stands twice")))
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
    return isUsable ? Layout(positions: positions, count: header.cells.count) : nil
  }

  private var names: String {
    columns.map { $0.isOptional ? $0.name + "?" : $0.name }.joined(separator: ", ")
  }

  private func unknownColumn(_ cell: CSVReader.Cell, line: Int) -> InputProblem {
    if !cell.isValid { return unreadable(cell, line, nil) }
    let name = cell.text.isEmpty ? Bilingual("（空）", en: "(empty)") : Bilingual(cell.text.excerpt, en: cell.text.excerpt)
    return InputProblem(
      "unknown-column", file: file, line: line,
      Bilingual("没有名为“\(name.chinese)”的列，应有：\(names)", en: "there is no column “\(name.english)”; expected: \(names)"))
  }

  private func unreadable(_ cell: CSVReader.Cell, _ line: Int, _ field: String?) -> InputProblem {
    if cell.holdsNUL {
      return InputProblem(
        "nul-character", file: file, line: line, field: field,
        Bilingual("含有 NUL 字符（U+0000）", en: "holds a NUL character (U+0000)"),
        hint: Bilingual(
          "删掉它；若整个文件都是如此，是 UTF-16：另存为“CSV UTF-8（逗号分隔）”",
          en: "remove it; where all of the file has them, it is UTF-16: save it as “CSV UTF-8”"))
    }
    return InputProblem(
      "not-utf-8", file: file, line: line, field: field,
      Bilingual("不是 UTF-8 文字", en: "not UTF-8"),
      hint: Bilingual(
        "在 Excel 或 WPS 里另存为“CSV UTF-8（逗号分隔）”", en: "save it as “CSV UTF-8” from Excel or WPS"))
  }

  /// Whether a row has as many cells as the header and all of them can be read; reports it where not.
  func isWellFormed(_ row: CSVReader.Row, _ layout: Layout, _ problems: ProblemCollector) -> Bool {
    guard row.cells.count == layout.count else {
      problems.add(
        InputProblem(
          "cell-count", file: file, line: row.line,
          Bilingual(
            "本行有 \(row.cells.count) 个单元格，表头有 \(layout.count) 列",
            en: "this row has \(row.cells.count) cell\(row.cells.count == 1 ? "" : "s"), the header has \(layout.count)"
          )))
      return false
    }
    var isWell = true
    for (position, cell) in row.cells.enumerated() where !cell.isValid {
      isWell = false
      let column = layout.positions.firstIndex { $0 == position }
      problems.add(unreadable(cell, row.line, column.map { columns[$0].name }))
    }
    return isWell
  }
}
