/// What the archive declares its parts to be.
struct ContentTypes {
  /// Whether a part is, or works only with, a program.
  private(set) var hasMacros = false
  /// Whether the main part is a workbook, or a template of one, in XML.
  private(set) var isWorkbook = false

  static let part = "[Content_Types].xml"

  init(_ part: PartReader) throws(WorkbookProblem) {
    while let event = try part.next() {
      guard case .start = event, let type = part.attribute("ContentType")?.lowercased() else {
        continue
      }
      // macroEnabled workbooks, VBA projects, and the macro sheets of Excel 4.
      if type.contains("macro") || type.contains("vbaproject") { hasMacros = true }
      if type.hasSuffix("spreadsheetml.sheet.main+xml")
        || type.hasSuffix("spreadsheetml.template.main+xml")
      {
        isWorkbook = true
      }
    }
  }
}
