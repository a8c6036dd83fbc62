import KaoheScoring
import KaoheWorkbooks

/// A scoring sheet as a workbook that is filled in and imported again: a row an observation, and only the answers can be
/// changed. It is Chinese whatever the language: its headings are what the import knows it by.
struct SheetWorkbook {
  private let report: SheetReport
  private let layout: SheetLayout
  /// Lists that don't fit into a cell's rule, each in a column of a hidden sheet.
  private var lists: [[String]] = []

  private static let width = SheetColumn.allCases.count
  private static let listsName = "_lists"
  /// In characters. All of them together decide how small a page is printed: 123 make 9 points no smaller than 7.5,
  /// whatever font stands in for the workbook's own.
  private static let widths: [SheetColumn: Int] = [
    .number: 4, .leaf: 5, .content: 9, .points: 4, .standard: 22, .way: 9, .selfScore: 5, .item: 6, .itemTitle: 13,
    .scorer: 6, .value: 11, .score: 6, .reason: 15, .evidence: 8,
  ]

  init(_ report: SheetReport) {
    self.report = report
    layout = SheetLayout(report.sheet, isBlank: report.isBlank)
  }

  mutating func workbook() -> Workbook {
    let top = headRows
    let lines = layout.lines.map(row)
    let closing = closingRows
    var sheet = Sheet(name: SheetIdentity.sheetName, rows: top + [headings] + lines + [totals] + closing)
    sheet.columnWidths = SheetColumn.allCases.map { Self.widths[$0].map(Double.init) }
    sheet.merges = merges(after: top.count + 1 + lines.count + 1)
    sheet.frozenRows = top.count + 1
    sheet.isProtected = true
    sheet.page.isLandscape = true
    (sheet.page.margins.left, sheet.page.margins.right) = (0.8, 0.8)
    // The footer stands in the lower margin.
    (sheet.page.margins.top, sheet.page.margins.bottom) = (0.9, 1.3)
    sheet.page.repeatedRows = top.count + 1
    sheet.page.footer.center = "第 {page} 页，共 {pages} 页"
    sheet.page.footer.left = "\(report.head.visit.printable)　\(report.head.date)"
    sheet.validations = layout.lines.enumerated().flatMap { position, line in
      validations(of: line, row: top.count + 2 + position)
    }
    let identity = SheetIdentity(
      report.sheet, layout, headingRow: top.count + 1, closingRows: closing.count)
    return Workbook(sheets: [sheet, hidden(SheetIdentity.hiddenName, identity.rows)] + listSheets)
  }

  // MARK: Rows

  /// Title, facts, instruction; each is merged over the sheet's width.
  private var headTexts: [(text: String, style: CellStyle, height: Double)] {
    let facts = report.facts.map { "\($0.label)：\($0.text)" }
    let groups = [facts[0...1], facts[2...4], facts[5...8]].map { $0.joined(separator: "　　") }
    let note =
      "只填“评分人”“考评结果”“扣分说明”“台账”四列中的空白格；考评结果空着＝不改动，填 - ＝撤回；"
      + "分数按 45/60、85%、0.85 的形式填写；台账填代码，多个用 ; 隔开。"
    return [(report.title, Self.titleStyle, 30)]
      + groups.map { ($0, Self.plain, Self.height(ofText: $0)) } + [(note, Self.note, Self.height(ofText: note))]
  }

  private var headRows: [Sheet.Row] {
    headTexts.map { Sheet.Row([Sheet.Cell($0.text, $0.style)], height: $0.height) }
  }

  private var headings: Sheet.Row {
    Sheet.Row(SheetColumn.allCases.map { Sheet.Cell($0.title, Self.heading) }, height: 28)
  }

  private func row(_ line: SheetLine) -> Sheet.Row {
    let entry = report.sheet.entries[line.entry]
    let leaf = entry.leaf
    let texts = SheetColumn.allCases.map { ($0, text($0, line, entry, leaf).storable) }
    return Sheet.Row(texts.map { Sheet.Cell($0.1, style($0.0, line)) }, height: Self.height(of: texts))
  }

  /// Not every program fits a row's height to its texts, so it is given: enough for a pen at least.
  private static func height(of texts: [(column: SheetColumn, text: String)]) -> Double {
    let lines = texts.map { column, text in
      text.split(separator: "\n", omittingEmptySubsequences: false)
        // A character of 9 points is 6 pixels wide, one of a column's width 7.
        .reduce(0) { $0 + TerminalText.wrapped(String($1), to: (widths[column] ?? 9) * 7 / 6).count }
    }
    // Excel's rows end at 409 points.
    return min(409, max(22, Double(lines.max() ?? 0) * 12 + 4))
  }

  /// The height of a text over the sheet's width.
  private static func height(ofText text: String) -> Double {
    Double(TerminalText.wrapped(text, to: widths.values.reduce(0, +)).count) * 14 + 2
  }

  private func text(_ column: SheetColumn, _ line: SheetLine, _ entry: SheetEntry, _ leaf: Leaf) -> String {
    switch column {
    case .number: String(line.number)
    case .leaf: line.leaf
    case .content: line.isFirst ? TerminalText.prose(leaf.title) : ""
    case .points: line.isFirst ? report.points(leaf.points) : ""
    case .standard: standard(line, leaf)
    case .way: line.isFirst ? report.way(of: leaf) : ""
    case .selfScore: ""
    case .item: line.item
    case .itemTitle: leaf.items.first { $0.code == line.item }.map { TerminalText.prose($0.title) } ?? ""
    case .scorer: line.scorer.code.isEmpty ? "" : report.name(ofInspector: line.scorer.code)
    case .value: line.row?.shownValue ?? ""
    case .score: line.isFirst ? report.score(of: entry) : ""
    case .reason: line.row?.reason ?? ""
    case .evidence: line.row?.evidence.joined(separator: ";") ?? ""
    }
  }

  /// The original wording in a leaf's first row, what is computed in its second, if it has one: so neither row grows
  /// high, as both texts in one would make it, nor is a text broken by the end of a page, as in merged cells.
  private func standard(_ line: SheetLine, _ leaf: Leaf) -> String {
    let parts = report.standard(of: leaf)
    if line.isFirst {
      let isAlone = line.number == layout.lines.count || layout.lines[line.number].isFirst
      return isAlone ? parts.joined(separator: "\n") : parts[0]
    }
    return layout.lines[line.number - 2].isFirst ? parts.dropFirst().joined(separator: "\n") : ""
  }

  private var totals: Sheet.Row {
    let style = Self.heading.with { $0.fill = 0xF1F1F1 }
    return Sheet.Row(
      SheetColumn.allCases.map { column in
        switch column {
        case .number: Sheet.Cell(SheetIdentity.totalLabel, style)
        case .points: Sheet.Cell(report.totalPoints, style)
        case .score: Sheet.Cell(report.subtotal(of: report.sheet.entries), style)
        case .reason: Sheet.Cell(report.sumNote, style.with { ($0.isBold, $0.alignment) = (false, .left) })
        default: Sheet.Cell("", style)
        }
      }, height: Self.height(of: [(.reason, report.sumNote)]))
  }

  /// Who signs, three beside one another, and the notice.
  private var closingTexts: [String] {
    let signatures = report.signatures
    let lines = stride(from: 0, to: signatures.count, by: 3).map { start in
      signatures[start..<min(start + 3, signatures.count)].joined(separator: "　　　　")
    }
    return lines + (report.notice.map { [$0] } ?? [])
  }

  private var closingRows: [Sheet.Row] {
    closingTexts.map { Sheet.Row([Sheet.Cell($0, Self.plain)], height: 24) }
  }

  private func merges(after row: Int) -> [Sheet.Merge] {
    let columns = 1...Self.width
    let top = headTexts.enumerated().map { position, line in
      Sheet.Merge(CellRange(rows: position + 1...position + 1, columns: columns), line.text.storable, line.style)
    }
    return top
      + closingTexts.enumerated().map { position, text in
        let number = row + position + 1
        return Sheet.Merge(CellRange(rows: number...number, columns: columns), text.storable, Self.plain)
      }
  }

  // MARK: Lists

  private mutating func validations(of line: SheetLine, row: Int) -> [ListValidation] {
    var validations: [ListValidation] = []
    let prompt = ListValidation.Prompt(
      title: line.item.isEmpty ? line.leaf : line.item, text: line.expectation.chinese + "；撤回填 -")
    let value = CellRange(row: row, column: SheetColumn.value.rawValue)
    if !line.choices.isEmpty {
      validations.append(ListValidation(value, source(line.choices), isBinding: line.isClosed, prompt: prompt))
    }
    let scorers = report.sheet.inspectors.filter { !$0.isRecused }.map { report.name(ofInspector: $0.code) }
    if line.scorer == .anybody, !scorers.isEmpty {
      let cell = CellRange(row: row, column: SheetColumn.scorer.rawValue)
      validations.append(ListValidation(cell, source(scorers), isBinding: false))
    }
    return validations
  }

  private mutating func source(_ items: [String]) -> ListValidation.Source {
    if ListValidation.fitsInline(items) { return .items(items) }
    let column: Int
    if let known = lists.firstIndex(of: items) {
      column = known + 1
    } else {
      lists.append(items)
      column = lists.count
    }
    return .cells(sheet: Self.listsName, CellRange(rows: 1...items.count, columns: column...column))
  }

  // MARK: Hidden sheets

  private func hidden(_ name: String, _ rows: [[String]]) -> Sheet {
    let text = CellStyle().with { $0.isText = true }
    var sheet = Sheet(name: name, rows: rows.map { Sheet.Row($0.map { Sheet.Cell($0.storable, text) }) })
    sheet.isHidden = true
    sheet.isProtected = true
    return sheet
  }

  private var listSheets: [Sheet] {
    guard let length = lists.map(\.count).max() else { return [] }
    let rows = (0..<length).map { row in lists.map { row < $0.count ? $0[row] : "" } }
    return [hidden(Self.listsName, rows)]
  }
}

extension SheetWorkbook {
  private static let titleStyle = CellStyle().with {
    ($0.isBold, $0.fontSize, $0.alignment) = (true, 16, .center)
  }
  private static let plain = CellStyle().with { $0.wraps = true }
  private static let note = CellStyle().with { ($0.fontSize, $0.wraps, $0.fill) = (9, true, 0xFFF8DC) }
  private static let heading = CellStyle().with {
    ($0.isBold, $0.hasBorder, $0.wraps, $0.fontSize, $0.alignment, $0.fill) = (true, true, true, 9, .center, 0xE8E8E8)
  }
  private static let cell = CellStyle().with { ($0.hasBorder, $0.wraps, $0.fontSize) = (true, true, 9) }
  private static let answer = cell.with { ($0.isText, $0.isUnlocked, $0.fill) = (true, true, 0xFFFFE5) }

  private func style(_ column: SheetColumn, _ line: SheetLine) -> CellStyle {
    switch column {
    case .value, .reason, .evidence: return Self.answer
    case .scorer: return line.scorer == .anybody ? Self.answer : Self.cell.with { $0.isText = true }
    case .number, .points, .selfScore, .score: return Self.cell.with { ($0.alignment, $0.isText) = (.center, true) }
    case .leaf, .item: return Self.cell.with { $0.isText = true }
    case .content, .standard, .way, .itemTitle: return Self.cell
    }
  }
}

extension SheetReport {
  /// The sheet as a workbook (docs/sheets.md). Its words are Chinese.
  public var workbook: Workbook {
    var report = self
    report.language = .chinese
    var maker = SheetWorkbook(report)
    return maker.workbook()
  }
}

extension String {
  /// Without what no workbook can hold, and cut to what a cell can.
  fileprivate var storable: String {
    var text = self
    if text.unicodeScalars.contains(where: { [0, 0xFFFE, 0xFFFF].contains($0.value) }) {
      text = String(String.UnicodeScalarView(text.unicodeScalars.filter { ![0, 0xFFFE, 0xFFFF].contains($0.value) }))
    }
    return text.utf16.count > 32_767 ? String(text.prefix(16_000)) : text
  }

  /// Short enough for a page's footer.
  fileprivate var printable: String { count > 60 ? prefix(60) + "…" : storable }
}
