/// A table for a terminal: columns aligned, wide characters too, two spaces between.
///
/// Cells may hold anything: what could steer the terminal is shown escaped.
public struct TextTable: Sendable {
  public var columns: [TableColumn]
  /// Each with as many cells as there are columns.
  public var rows: [[String]]
  /// Whether a line is drawn under the titles.
  public var hasRule: Bool
  /// Spaces before every line.
  public var indent: Int

  public init(columns: [TableColumn], rows: [[String]] = [], hasRule: Bool = true, indent: Int = 0) {
    self.columns = columns
    self.rows = rows
    self.hasRule = hasRule
    self.indent = indent
  }

  /// The lines, each with a line break. Without titles there is no header.
  ///
  /// - Parameters:
  ///   - width: the terminal's columns; cells of columns that wrap are broken to fit it. nil: nothing is broken.
  ///   - color: whether titles are set off with terminal codes.
  public func rendered(width: Int? = nil, color: Bool = false) -> String {
    parts(within: width).map { $0.renderedWhole(width, color) }.joined(separator: "\n")
  }

  /// The table itself, or, where it is too wide and has key columns, several with the key columns in each.
  private func parts(within width: Int?) -> [TextTable] {
    let keys = columns.indices.filter { columns[$0].isKey }
    guard let width, !keys.isEmpty else { return [self] }
    let widths = columnWidths(([columns.map(\.title)] + rows).map { $0.map { Cell($0) } }, within: width)
    let own = indent + keys.reduce(0) { $0 + widths[$1] + 2 }
    var groups: [[Int]] = [[]]
    var used = own
    for column in columns.indices where !columns[column].isKey {
      if used + widths[column] > width, groups[groups.count - 1] != [] {
        groups.append([])
        used = own
      }
      groups[groups.count - 1].append(column)
      used += widths[column] + 2
    }
    if groups.count == 1 { return [self] }
    // A part in which nothing stands says nothing.
    let filled = groups.filter { group in rows.contains { row in group.contains { !row[$0].isEmpty } } }
    return (filled.isEmpty ? groups : filled).map { group in
      let shown = keys + group
      return TextTable(
        columns: shown.map { columns[$0] }, rows: rows.map { row in shown.map { row[$0] } }, hasRule: hasRule,
        indent: indent)
    }
  }

  private func renderedWhole(_ width: Int?, _ color: Bool) -> String {
    let titles = columns.map { Cell($0.title) }
    let cells = rows.map { row in row.map { Cell($0) } }
    let widths = columnWidths([titles] + cells, within: width)
    var text: [UInt8] = []
    if titles.contains(where: { !$0.text.isEmpty }) {
      write(titles, widths, ink: color ? .bold : nil, to: &text)
      if hasRule {
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        text += (margin + Ink.dim.around(rule, color) + "\n").utf8
      }
    }
    for row in cells { write(row, widths, ink: nil, to: &text) }
    return String(decoding: text, as: UTF8.self)
  }

  private var margin: String { String(repeating: " ", count: indent) }

  private func columnWidths(_ rows: [[Cell]], within width: Int?) -> [Int] {
    var widths = [Int](repeating: 0, count: columns.count)
    for row in rows {
      for column in widths.indices { widths[column] = max(widths[column], row[column].width) }
    }
    guard let width else { return widths }
    // A table that can be parted needs no narrow columns.
    let least = columns.contains(where: \.isKey) ? 16 : 8
    var excess = indent + widths.reduce(0, +) + 2 * max(0, widths.count - 1) - width
    while excess > 0 {
      let widest = columns.indices.filter { columns[$0].wraps && widths[$0] > least }.max { widths[$0] < widths[$1] }
      guard let widest else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func write(_ row: [Cell], _ widths: [Int], ink: Ink?, to text: inout [UInt8]) {
    // As a rule every cell takes one line.
    if zip(row, widths).allSatisfy({ $0.width <= $1 }) {
      writeLine({ row[$0] }, widths, ink, to: &text)
      return
    }
    let cells = zip(row, widths).map { cell, width in
      cell.width <= width ? [cell] : TerminalText.wrapped(cell.text, to: width).map { Cell(escaped: $0) }
    }
    for line in 0..<(cells.map(\.count).max() ?? 1) {
      writeLine({ line < cells[$0].count ? cells[$0][line] : Cell(escaped: "") }, widths, ink, to: &text)
    }
  }

  private func writeLine(_ cell: (Int) -> Cell, _ widths: [Int], _ ink: Ink?, to text: inout [UInt8]) {
    var pending = indent
    for column in columns.indices {
      let cell = cell(column)
      let rest = widths[column] - cell.width
      if columns[column].alignment == .trailing { pending += max(0, rest) }
      if !cell.text.isEmpty {
        text += repeatElement(UInt8(ascii: " "), count: pending)
        text += (ink?.around(cell.text, true) ?? cell.text).utf8
        pending = 0
      }
      if columns[column].alignment == .leading { pending += max(0, rest) }
      pending += 2
    }
    text.append(UInt8(ascii: "\n"))
  }

  /// A text as it is written, and the columns that it takes.
  private struct Cell {
    var text: String
    var width: Int

    init(escaped text: String) {
      self.text = text
      width = TerminalText.width(of: text)
    }

    init(_ text: String) { self.init(escaped: TerminalText.escaped(text)) }
  }
}
