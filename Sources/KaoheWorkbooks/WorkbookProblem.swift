import KaoheScoring

/// Why a workbook is refused: what is wrong, where, and what to do about it.
public struct WorkbookProblem: Error, Sendable, Hashable {
  /// A stable name of the kind of problem, e.g. `not-a-workbook`. Every code has a test that raises it.
  public let code: String
  /// What is wrong, and what was expected.
  public let problem: Bilingual
  /// What to do, where that is not plain from the problem.
  public let hint: Bilingual?
  /// The name of the sheet; nil where the problem concerns the workbook as a whole.
  public let sheet: String?
  /// 1-based.
  public let row: Int?
  /// 1-based.
  public let column: Int?

  public init(
    _ code: String, _ problem: Bilingual, hint: Bilingual? = nil, sheet: String? = nil,
    row: Int? = nil,
    column: Int? = nil
  ) {
    self.code = code
    self.problem = problem
    self.hint = hint
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// `sheet!E5: what is wrong; what to do`, as far as the place is known.
  public func text(in language: Language) -> String {
    var place = sheet ?? ""
    if let row {
      place += "!" + (column.map(columnName) ?? "") + String(row)
    } else if let column {
      place += "!" + columnName(column)
    }
    if !place.isEmpty { place += ": " }
    guard let hint else { return place + problem.text(in: language) }
    return place + problem.text(in: language) + (language == .chinese ? "；" : "; ")
      + hint.text(in: language)
  }

  /// The same problem, with what the caller knows of its place.
  func at(sheet: String? = nil, row: Int? = nil, column: Int? = nil) -> WorkbookProblem {
    WorkbookProblem(
      code, problem, hint: hint, sheet: self.sheet ?? sheet, row: self.row ?? row,
      column: self.column ?? column)
  }
}
