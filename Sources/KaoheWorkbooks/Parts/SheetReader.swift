/// Hands out the rows of one sheet as they are parsed. Keeps one row at a time.
struct SheetReader {
  private let part: PartReader
  private let strings: SharedStrings
  private let styles: DateStyles
  private let limits: WorkbookLimits

  /// Where the reading is, for problems; nil outside a row or a cell.
  private var row: Int?
  private var column: Int?

  private var isInSheet = false
  private var lastRow = 0
  private var lastColumn = 0
  private var cellCount = 0
  private var cells: [WorkbookCell] = []
  private var cell: SavedCell?

  init(_ part: PartReader, strings: SharedStrings, styles: DateStyles, limits: WorkbookLimits) {
    self.part = part
    self.strings = strings
    self.styles = styles
    self.limits = limits
  }

  /// - Returns: nil at the end. The part is then known to be well-formed and undamaged.
  mutating func next() throws(WorkbookProblem) -> WorkbookRow? {
    // libxml2 looks ahead: where its XML breaks, the place of the last event would mislead.
    while let event = try part.next() {
      do throws(WorkbookProblem) {
        if let row = try take(event) { return row }
      } catch {
        throw error.at(row: row, column: column)
      }
    }
    return nil
  }

  /// - Returns: the row that has ended, if one has.
  private mutating func take(_ event: PartReader.Event) throws(WorkbookProblem) -> WorkbookRow? {
    switch event {
    case .start("sheetData"): isInSheet = true
    case .end("sheetData"): isInSheet = false
    case .start("row") where isInSheet: try startRow()
    case .end("row"):
      guard let number = row else { break }
      row = nil
      defer { cells.removeAll(keepingCapacity: true) }
      return WorkbookRow(number: number, cells: cells)
    case .start("c") where isInSheet: try startCell()
    case .end("c"):
      guard let saved = cell else { break }
      cells.append(try saved.cell(strings, styles))
      cell = nil
      column = nil
    default: try cell?.take(event, of: part)
    }
    return nil
  }

  /// A row without a number follows the one before it.
  private mutating func startRow() throws(WorkbookProblem) {
    // One inside another: no program saves that, and half of it would be lost.
    if row != nil { throw .misplaced(part.attribute("r")?.excerpt ?? "") }
    var number = lastRow + 1
    if let written = part.attribute("r") {
      guard let value = rowNumber(written), value > lastRow else {
        throw .misplaced(written.excerpt)
      }
      number = value
    }
    if number > WorkbookLimits.rows { throw .outOfRange(String(number)) }
    row = number
    lastRow = number
    lastColumn = 0
  }

  /// A cell without a reference stands beside the one before it.
  private mutating func startCell() throws(WorkbookProblem) {
    if row == nil || cell != nil { throw .misplaced(part.attribute("r")?.excerpt ?? "") }
    var number = lastColumn + 1
    if let written = part.attribute("r") {
      guard let place = CellReference(written), place.row == row, place.column > lastColumn else {
        throw .misplaced(written.excerpt)
      }
      number = place.column
    }
    if number > WorkbookLimits.columns { throw .outOfRange(columnName(number) + String(lastRow)) }
    column = number
    if cellCount == limits.cells { throw .tooManyCells(limits.cells) }
    cellCount += 1
    lastColumn = number
    cell = SavedCell(
      column: number, type: part.attribute("t") ?? "n", style: part.attribute("s"),
      inline: RichText(limit: limits.textBytes), limit: limits.textBytes)
  }
}
