import KaoheReports
import KaoheRules
import KaoheScoring
import KaoheTestSupport
import KaoheWorkbooks

@testable import KaoheStore

/// A scoring sheet as a workbook, to be filled in as a person would, or spoilt, and imported.
struct FilledSheet {
  var workbook: Workbook
  let layout: SheetLayout
  /// The row of the headings.
  let headingRow: Int

  init(_ store: Store, _ visit: String, isBlank: Bool = false) throws {
    let sheet = try store.sheet(of: visit)
    workbook = SheetReport(sheet, isBlank: isBlank, language: .english, standard: RuleText.standard).workbook
    layout = SheetLayout(sheet, isBlank: isBlank)
    headingRow = workbook.sheets[0].frozenRows
  }

  /// The row of a line on the sheet; 0 where there is no such line.
  func row(_ leaf: String, _ item: String = "", scorer: String = "") -> Int {
    let line = layout.lines.first { $0.leaf == leaf && $0.item == item && $0.scorer.code == scorer }
    return line.map { headingRow + $0.number } ?? 0
  }

  /// The text of a cell of the visible sheet.
  subscript(row: Int, column: SheetColumn) -> String {
    get { workbook.sheets[0].rows[row - 1].cells[column.rawValue - 1]?.text ?? "" }
    set {
      let style = workbook.sheets[0].rows[row - 1].cells[column.rawValue - 1]?.style ?? CellStyle()
      workbook.sheets[0].rows[row - 1].cells[column.rawValue - 1] = Sheet.Cell(newValue, style)
    }
  }

  /// Fills in one line.
  mutating func fill(
    _ leaf: String, _ item: String = "", scorer: String = "", is value: String, reason: String? = nil,
    evidence: String? = nil, by name: String? = nil
  ) {
    let row = row(leaf, item, scorer: scorer)
    self[row, .value] = value
    if let reason { self[row, .reason] = reason }
    if let evidence { self[row, .evidence] = evidence }
    if let name { self[row, .scorer] = name }
  }

  /// Writes the workbook as `V.xlsx`, and hands out its path.
  func withFile<Value>(_ body: (String) throws -> Value) throws -> Value {
    try withTemporaryFolder { folder in
      let path = folder.file("V.xlsx")
      try workbook.write(to: path)
      return try body(path)
    }
  }

  /// - Parameter patch: changes the file that was written.
  @discardableResult
  func imported(
    into store: Store, by actor: String = "测试员", isDryRun: Bool = false, patch: (String) throws -> Void = { _ in }
  ) throws -> ImportSummary {
    try withFile { path in
      try patch(path)
      do {
        return try store.importSheet(path, session: Session(actor: actor, command: "import"), isDryRun: isDryRun)
      } catch let error as ImportError {
        throw Refused(error: error)
      }
    }
  }

  /// The messages that an import gives, in Chinese, then in English; nothing where it is not refused.
  func refusal(of store: Store, by actor: String = "测试员", patch: (String) throws -> Void = { _ in }) throws -> [String]
  {
    do {
      try imported(into: store, by: actor, patch: patch)
      return []
    } catch let refused as Refused {
      return refused.error.messages
    }
  }
}
