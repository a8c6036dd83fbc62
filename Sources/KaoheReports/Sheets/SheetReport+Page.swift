import KaoheScoring

extension SheetReport {
  /// The sheet as text for people, ending with a line break.
  ///
  /// - Parameters:
  ///   - format: not `xlsx`, which is no text: see `workbook`.
  ///   - width: the terminal's columns; where there is none, lines are kept to what a reader can follow.
  public func rendered(as format: SheetFormat, width: Int? = nil, color: Bool = false) -> String {
    switch format {
    case .table: page(isWide: false).text(width: width ?? Self.readableWidth, color: color)
    case .markdown: page(isWide: true).markdown
    case .html, .xlsx: html
    }
  }

  private static let readableWidth = 160

  /// - Parameter isWide: whether each remark may have a line of its own in its cell.
  private func page(isWide: Bool) -> Page {
    let titles = columnTitles
    var columns = titles.map { TableColumn($0) }
    for column in [3, 6, 7] { columns[column].alignment = .trailing }
    for column in [2, 4, 5, 8] { columns[column].wraps = true }
    var cells = rows.map { row in
      [
        row.number, row.code, row.content, row.points,
        row.standard.joined(separator: isWide ? "\n" : text("", en: " ")), row.way, "", row.score,
        row.remarks.joined(separator: isWide ? "\n" : text("；", en: "; ")),
      ]
    }
    cells.append(
      ["", "", text("合计", en: "Total"), totalPoints, "", "", "", subtotal(of: sheet.entries), sumNote])
    let facts = facts.map { $0.label + text("：", en: ": ") + $0.text }
    var parts: [Page.Part] = [.title(title)]
    parts += [facts[0...1], facts[2...4], facts[5...8]].map { .note($0.joined(separator: text("　", en: "   ")), nil) }
    parts.append(.table(columns, cells))
    parts += signatures.map { .note($0, nil) }
    if let notice { parts.append(.note(notice, .dim)) }
    return Page(parts: parts)
  }
}
