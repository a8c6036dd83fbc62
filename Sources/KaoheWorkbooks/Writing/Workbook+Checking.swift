import KaoheScoring

/// What Excel would call damaged, or would change, is refused before anything is written.
extension Workbook {
  func check() throws(WorkbookProblem) {
    if !sheets.contains(where: { !$0.isHidden }) { throw .noVisibleSheet }
    var names: Set<String> = []
    for sheet in sheets {
      if !sheet.hasUsableName { throw .badSheetName(sheet.name) }
      if !names.insert(sheet.name.lowercased()).inserted { throw .duplicateSheetName(sheet.name) }
    }
    for sheet in sheets {
      do {
        try sheet.check()
        try sheet.checkSources(among: sheets)
      } catch {
        throw error.at(sheet: sheet.name)
      }
    }
  }
}

extension Sheet {
  /// The name of Excel's own sheet of changes is taken.
  fileprivate var hasUsableName: Bool {
    (1...31).contains(name.utf16.count) && name.isStorable && name.first != "'" && name.last != "'"
      && !name.contains { "[]:*?/\\".contains($0) || $0.isNewline }
      && name.lowercased() != "history"
  }

  fileprivate func check() throws(WorkbookProblem) {
    let widest = max(columnWidths.count, rows.map(\.cells.count).max() ?? 0)
    let area = [rows.count, frozenRows, page.repeatedRows]
    if widest > WorkbookLimits.columns
      || area.contains(where: { $0 < 0 || $0 >= WorkbookLimits.rows })
    {
      throw .outsideSheet
    }
    for (number, row) in rows.enumerated() {
      for (column, cell) in row.cells.enumerated() {
        try cell?.check(row: number + 1, column: column + 1)
      }
    }
    for merge in merges {
      try merge.cell.check(row: merge.range.rows.lowerBound, column: merge.range.columns.lowerBound)
    }
    try checkRanges(merges.map(\.range))
    try checkRanges(validations.map(\.range))
    for line in [page.header, page.footer]
    where !line.code.isStorable || line.code.utf16.count > Page.Line.limit {
      throw .badPageLine
    }
  }

  /// Two merges, or two rules, of one cell are what Excel repairs by dropping one.
  private func checkRanges(_ ranges: [CellRange]) throws(WorkbookProblem) {
    for (position, range) in ranges.enumerated() {
      if !range.isInSheet { throw .outsideSheet }
      if ranges[..<position].contains(where: range.overlaps) {
        throw .overlappingRanges.at(row: range.rows.lowerBound, column: range.columns.lowerBound)
      }
    }
  }

  fileprivate func checkSources(among sheets: [Sheet]) throws(WorkbookProblem) {
    for validation in validations {
      switch validation.source {
      case .items(let items):
        if !ListValidation.fitsInline(items) || !items.allSatisfy(\.isStorable) {
          throw .listDoesNotFit
        }
      case .cells(let sheet, let range):
        if !range.isInSheet { throw .outsideSheet }
        if !sheets.contains(where: { $0.name == sheet }) {
          throw .unknownSheet(sheet, among: sheets.map(\.name))
        }
      }
      if let prompt = validation.prompt, !prompt.title.isStorable || !prompt.text.isStorable {
        throw .unstorableText
      }
    }
  }
}

extension Sheet.Cell {
  static let limit = 32_767

  fileprivate func check(row: Int, column: Int) throws(WorkbookProblem) {
    let problem: WorkbookProblem? =
      text.utf16.count > Self.limit ? .textTooLong : text.isStorable ? nil : .unstorableText
    if let problem { throw problem.at(row: row, column: column) }
  }
}

extension String {
  /// A NUL would end the text in C; the others are no characters to XML, nor is there an escape for them.
  fileprivate var isStorable: Bool {
    !unicodeScalars.contains { $0.value == 0 || $0.value == 0xFFFE || $0.value == 0xFFFF }
  }
}
