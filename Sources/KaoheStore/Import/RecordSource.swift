import KaoheScoring

/// What an import reads: a folder of CSV and rule files, or one scoring sheet. What is done with the rows, and how they
/// are checked, is the same.
protocol RecordSource {
  /// Looks at the source as a whole before a row is read.
  ///
  /// - Throws: `StoreError` where there is nothing to read.
  func check(_ problems: ProblemCollector) throws

  /// Names of rule files, in the order of reading.
  func ruleFiles() throws -> [String]

  /// The bytes of a rule file; nil where it can't be opened.
  func contents(of ruleFile: String) -> [UInt8]?

  /// What is read for a table; nil where there is nothing. The size is in bytes.
  func file(of table: CSVTable) -> (name: String, size: Int)?

  /// Hands out every row of a table that can be read; what can't is reported.
  ///
  /// - Parameters:
  ///   - ahead: looks at the rows before they are handed out.
  ///   - onProgress: called now and then with the number of bytes read.
  func read(
    _ table: CSVTable, _ problems: ProblemCollector, ahead: ScoreLook?, onProgress: (Int) -> Void,
    _ body: (CSVRecord) throws -> Void
  ) throws

  /// Where a row of a table stands, for messages.
  func place(_ table: CSVTable, line: Int?) -> RecordPlace
}

/// Where a row stands, for messages: in a file, or in a workbook, where columns have headings and cells names.
struct RecordPlace {
  let file: String
  var line: Int?
  /// The sheet, where the row is one of a workbook.
  var sheet: String?

  func at(_ line: Int) -> RecordPlace {
    var place = self
    place.line = line
    return place
  }

  func problem(_ code: String, _ field: String?, _ text: Bilingual, hint: Bilingual? = nil) -> InputProblem {
    guard let sheet else { return InputProblem(code, file: file, line: line, field: field, text, hint: hint) }
    // What is wrong with the visit itself stands in no row.
    guard let line else { return InputProblem(code, file: file, text, hint: hint) }
    let column = SheetColumn.allCases.first { $0.field == field && field != nil }
    return InputProblem(
      code, file: file, line: line, column: column?.rawValue, field: column?.title,
      cell: "\(sheet)!\(column?.letter ?? "")\(line)", text, hint: hint)
  }
}
