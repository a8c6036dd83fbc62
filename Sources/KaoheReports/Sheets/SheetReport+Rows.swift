import KaoheScoring

extension SheetReport {
  /// One row of the sheet for people.
  struct Row: Sendable {
    enum Kind: Sendable {
      /// A section above the leaves that follow, with its subtotal; from 0.
      case section(level: Int)
      case leaf
    }

    var kind: Kind
    var number = ""
    var code: String
    var content: String
    var points: String
    var standard: [String] = []
    var way = ""
    var score: String
    var remarks: [String] = []
  }

  /// Sections with their subtotals and leaves, in the rules' order.
  var rows: [Row] {
    var rows: [Row] = []
    var open: [String] = []
    for (position, entry) in sheet.entries.enumerated() {
      let path = paths[entry.leaf.code] ?? []
      for (level, section) in path.enumerated() where open.count <= level || open[level] != section.code {
        open = Array(open.prefix(level)) + [section.code]
        rows.append(row(of: section, level))
      }
      rows.append(row(of: entry, number: position + 1))
    }
    return rows
  }

  private func row(of section: Section, _ level: Int) -> Row {
    let inside = sheet.entries.filter { paths[$0.leaf.code]?.contains { $0.code == section.code } == true }
    return Row(
      kind: .section(level: level), code: section.code, content: section.title,
      points: points(inside.reduce(.zero) { $0 + $1.leaf.points }), score: subtotal(of: inside))
  }

  private func row(of entry: SheetEntry, number: Int) -> Row {
    Row(
      kind: .leaf, number: String(number), code: entry.leaf.code, content: TerminalText.prose(entry.leaf.title),
      points: points(entry.leaf.points), standard: standard(of: entry.leaf), way: way(of: entry.leaf),
      score: score(of: entry), remarks: remarks(on: entry))
  }

  /// Empty where no leaf has a score of its own yet.
  func subtotal(of entries: [SheetEntry]) -> String {
    let sum = ScoringSheet.sum(of: entries)
    return isBlank || sum.points.isZero ? "" : points(sum.score)
  }

  /// What all leaves of the sheet are worth.
  var totalPoints: String { points(sheet.entries.reduce(.zero) { $0 + $1.leaf.points }) }

  var columnTitles: [String] {
    [
      text("序号", en: "No."), text("代码", en: "Code"), text("考核内容", en: "Content"), text("分值", en: "Points"),
      text("评分标准", en: "Standard"), text("考评方式", en: "How"), text("自评分", en: "Self"), text("考评分", en: "Score"),
      text("扣分说明", en: "Remarks"),
    ]
  }
}
