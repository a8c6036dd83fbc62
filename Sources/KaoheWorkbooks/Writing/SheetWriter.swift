import CLibXLSXWriter
import Glibc

/// Hands one sheet to libxlsxwriter, which counts rows and columns from 0.
struct SheetWriter {
  private let worksheet: UnsafeMutablePointer<lxw_worksheet>
  private let formats: StyleFormats

  init(_ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: StyleFormats) {
    self.worksheet = worksheet
    self.formats = formats
  }

  func write(_ sheet: Sheet) throws(WorkbookProblem) {
    for (column, width) in sheet.columnWidths.enumerated() {
      guard let width else { continue }
      let number = lxw_col_t(column)
      try succeeded(worksheet_set_column(worksheet, number, number, width, nil))
    }
    for (number, row) in sheet.rows.enumerated() {
      if let height = row.height {
        try succeeded(worksheet_set_row(worksheet, lxw_row_t(number), height, nil))
      }
      for (column, cell) in row.cells.enumerated() {
        guard let cell else { continue }
        let format = try formats.format(cell.style)
        try succeeded(
          worksheet_write_string(
            worksheet, lxw_row_t(number), lxw_col_t(column), cell.text.encodingCharacterEscapes,
            format))
      }
    }
    for merge in sheet.merges { try write(merge) }
    for validation in sheet.validations { try write(validation) }
    try write(sheet.page)
    if sheet.frozenRows > 0 { worksheet_freeze_panes(worksheet, lxw_row_t(sheet.frozenRows), 0) }
    if sheet.isHidden { worksheet_hide(worksheet) }
    if sheet.isProtected {
      var options = lxw_protection()
      // What is allowed: a column that is too narrow for an answer can be made wider.
      options.format_columns = 1
      options.format_rows = 1
      worksheet_protect(worksheet, nil, &options)
    }
  }

  private func write(_ merge: Sheet.Merge) throws(WorkbookProblem) {
    let corners = Corners(merge.range)
    let format = try formats.format(merge.cell.style)
    let text = merge.cell.text.encodingCharacterEscapes
    if merge.range.isOneCell {
      try succeeded(worksheet_write_string(worksheet, corners.top, corners.left, text, format))
    } else {
      try succeeded(
        worksheet_merge_range(
          worksheet, corners.top, corners.left, corners.bottom, corners.right, text, format))
    }
  }

  private func write(_ page: Page) throws(WorkbookProblem) {
    let a4: UInt8 = 9
    let centimetresPerInch = 2.54
    worksheet_set_paper(worksheet, a4)
    if page.isLandscape {
      worksheet_set_landscape(worksheet)
    } else {
      worksheet_set_portrait(worksheet)
    }
    // As many pages high as it takes.
    worksheet_fit_to_pages(worksheet, 1, 0)
    worksheet_set_margins(
      worksheet, page.margins.left / centimetresPerInch, page.margins.right / centimetresPerInch,
      page.margins.top / centimetresPerInch, page.margins.bottom / centimetresPerInch)
    if page.repeatedRows > 0 {
      try succeeded(worksheet_repeat_rows(worksheet, 0, lxw_row_t(page.repeatedRows - 1)))
    }
    if !page.header.code.isEmpty {
      try succeeded(worksheet_set_header(worksheet, page.header.code))
    }
    if !page.footer.code.isEmpty {
      try succeeded(worksheet_set_footer(worksheet, page.footer.code))
    }
  }

  private func write(_ validation: ListValidation) throws(WorkbookProblem) {
    var rule = lxw_data_validation()
    // Both sources are formulas to libxlsxwriter; a list is then a text in quotes.
    rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
    rule.value_formula = strdup(validation.source.formula)
    rule.show_error = UInt8(
      (validation.isBinding ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF).rawValue)
    rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
    if let prompt = validation.prompt {
      rule.input_title = strdup(prompt.title)
      rule.input_message = strdup(prompt.text)
    }
    // They are `char *`, and copied during the call.
    defer { for text in [rule.value_formula, rule.input_title, rule.input_message] { free(text) } }
    let corners = Corners(validation.range)
    try succeeded(
      worksheet_data_validation_range(
        worksheet, corners.top, corners.left, corners.bottom, corners.right, &rule))
  }
}

/// A range in libxlsxwriter's numbers.
private struct Corners {
  let top, bottom: lxw_row_t
  let left, right: lxw_col_t

  init(_ range: CellRange) {
    top = lxw_row_t(range.rows.lowerBound - 1)
    bottom = lxw_row_t(range.rows.upperBound - 1)
    left = lxw_col_t(range.columns.lowerBound - 1)
    right = lxw_col_t(range.columns.upperBound - 1)
  }
}

extension ListValidation.Source {
  fileprivate var formula: String {
    switch self {
    case .items(let items): "\"" + items.joined(separator: ",") + "\""
    case .cells(let sheet, let range):
      "='" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        + "'!"
        + range.absoluteName
    }
  }
}

extension String {
  /// A text that looks like the escape of a character is escaped itself, so that it is read as it was written.
  fileprivate var encodingCharacterEscapes: String {
    guard contains("_x") else { return self }
    var result = ""
    var rest = self[...]
    while let start = rest.firstIndex(of: "_") {
      result += rest[..<start]
      rest = rest[start...]
      if rest.characterEscape != nil { result += "_x005F" }
      result.append(rest.removeFirst())
    }
    return result + rest
  }
}
