import KaoheScoring
import KaoheWorkbooks

/// The visible sheet of a workbook, as far as it says something: rows with their cells by column.
struct SheetTable {
  struct Row {
    var number: Int
    var cells: [SheetColumn: WorkbookCell] = [:]

    /// The text of a cell; empty where there is none.
    func text(_ column: SheetColumn) -> String { cells[column]?.text.trimmedCell ?? "" }
  }

  private(set) var headings = Row(number: 0)
  /// The rows between headings and totals.
  private(set) var body: [Row] = []
  private(set) var problems: [InputProblem] = []
  private let identity: SheetIdentity
  private let words: SheetProblem
  private var totalRow: Int?

  init(_ identity: SheetIdentity, _ words: SheetProblem) {
    self.identity = identity
    self.words = words
    headings.number = identity.headingRow
  }

  /// - Throws: `WorkbookProblem`.
  mutating func read(_ reader: WorkbookReader) throws {
    try reader.read(SheetIdentity.sheetName) { row in take(row) }
  }

  private mutating func take(_ row: WorkbookRow) {
    // What stands above the headings is there to be read by people.
    if row.number < identity.headingRow { return }
    var taken = Row(number: row.number)
    var firstOutside: WorkbookCell?
    for cell in row.cells where !cell.text.trimmedCell.isEmpty || cell.hasFormula {
      if let column = SheetColumn(rawValue: cell.column) {
        taken.cells[column] = cell
      } else if firstOutside == nil {
        firstOutside = cell
      }
    }
    if let firstOutside { refuseOutside(firstOutside, row.number) }
    if taken.cells.isEmpty { return }
    if row.number == identity.headingRow {
      headings = taken
    } else if let totalRow {
      let first = row.cells.first { taken.cells.values.contains($0) }
      if row.number > totalRow + identity.closingRows, let first { refuseOutside(first, row.number) }
    } else if taken.text(.number) == SheetIdentity.totalLabel {
      totalRow = row.number
    } else if body.count <= identity.lines.count + 100 {
      // More rows than these would all be said to be added.
      body.append(taken)
    }
  }

  /// One such text is enough to say what is wrong.
  private mutating func refuseOutside(_ cell: WorkbookCell, _ row: Int) {
    if problems.contains(where: { $0.code == "text-outside" }) { return }
    problems.append(words.outside(cell.columnName, row: row, cell.text))
  }
}

extension SheetTable {
  /// Whether the headings are those that were written; says what is wrong with them.
  mutating func checkHeadings() -> Bool {
    let found = SheetColumn.allCases.map { ($0, headings.text($0)) }
    if found.allSatisfy({ $0.0.title != $0.1 }) {
      problems.append(words.noHeadings(row: headings.number))
      return false
    }
    let wrong = found.filter { $0.0.title != $0.1 }
    problems += wrong.map { words.changedHeading(row: headings.number, $0.0, found: $0.1) }
    return wrong.isEmpty
  }

  /// The rows with the lines that they are; says which are gone, new, in another order, or have another code.
  mutating func checkedRows() -> [(row: Row, number: Int, line: SheetIdentity.Line)] {
    var rows: [(row: Row, number: Int, line: SheetIdentity.Line)] = []
    var seen: Set<Int> = []
    for row in body {
      guard let number = Int(row.text(.number)), (1...identity.lines.count).contains(number),
        seen.insert(number).inserted
      else {
        problems.append(words.addedRow(row.number))
        continue
      }
      let line = identity.lines[number - 1]
      for (column, expected) in [(SheetColumn.leaf, line.leaf), (.item, line.item)]
      where row.text(column).composed != expected {
        problems.append(words.changedCode(row: row.number, column, expected: expected, found: row.text(column)))
      }
      rows.append((row, number, line))
    }
    for (position, line) in identity.lines.enumerated() where !seen.contains(position + 1) {
      problems.append(words.deletedRow(position + 1, line))
    }
    if let (_, later) = zip(rows, rows.dropFirst()).first(where: { $0.number > $1.number }) {
      problems.append(words.movedRow(later.row.number))
    }
    return rows
  }
}

extension String {
  /// Without white space at both ends, which nobody sees in a cell, and with line breaks as `\n`.
  var trimmedCell: String {
    let text = trimmed
    if !text.utf8.contains(UInt8(ascii: "\r")) { return text }
    return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }
}
