/// One thing that is wrong with what was handed in: where, what, and what to do about it.
///
/// All problems of an input are collected before any is reported, in the order of file, line and column.
public struct InputProblem: Error, Sendable, Hashable {
  /// A stable name of the kind of problem, e.g. `unknown-key`. Every code has a fixture that raises it.
  public let code: String
  /// The file's name as the user would type it, relative to the folder that is read.
  public let file: String
  /// 1-based; nil where the problem concerns the file as a whole.
  public let line: Int?
  /// 1-based, in characters; nil where the problem concerns the whole line.
  public let column: Int?
  /// The name of the table's column, where the input is a table.
  public let field: String?
  /// The cell, where the input is a workbook: `打分表!K12`. It is shown in place of the line.
  public let cell: String?
  /// What is wrong, and what was expected.
  public let problem: Bilingual
  /// What to do, where that is not plain from the problem.
  public let hint: Bilingual?

  public init(
    _ code: String, file: String, line: Int? = nil, column: Int? = nil, field: String? = nil,
    cell: String? = nil, _ problem: Bilingual, hint: Bilingual? = nil
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.field = field
    self.cell = cell
    self.problem = problem
    self.hint = hint
  }

  /// `file:line: column: what is wrong; what to do`. In a table the column is named, elsewhere it is a number. In a
  /// workbook: `file: sheet!cell: column: …`.
  public func text(in language: Language) -> String {
    var place = file
    if let cell { place += ": \(cell)" } else if let line { place += ":\(line)" }
    place += ": "
    if let field { place += "\(field): " } else if cell == nil, let column { place += "\(column): " }
    guard let hint else { return place + problem.text(in: language) }
    return place + problem.text(in: language) + (language == .chinese ? "；" : "; ") + hint.text(in: language)
  }
}

extension InputProblem: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    (left.file, left.line ?? 0, left.column ?? 0, left.field ?? "", left.code)
      < (right.file, right.line ?? 0, right.column ?? 0, right.field ?? "", right.code)
  }
}
