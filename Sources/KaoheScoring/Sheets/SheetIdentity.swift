/// What identifies a scoring sheet that comes back as a workbook: its visit, the rules it was made by, and what each of
/// its lines stands for. It is kept on a hidden sheet, so that a line whose code was changed is noticed.
public struct SheetIdentity: Sendable, Hashable {
  public struct Line: Sendable, Hashable {
    public var leaf: String
    public var item: String
    public var scorer: SheetLine.Scorer
    /// Identities of the rows that were live in the line's cell when the sheet was made.
    public var recorded: [Int64]
    /// What the line was filled with; empty in a blank sheet.
    public var value: String
    public var reason: String
    public var evidence: String
  }

  public var visit: String
  public var ruleSet: String
  public var contentHash: String
  /// The row of the headings, from 1. The lines follow, then the totals and so many rows more.
  public var headingRow: Int
  public var closingRows: Int
  /// By 序号, from 1.
  public var lines: [Line]

  /// The name of the sheet that people see.
  public static let sheetName = "打分表"
  /// The name of the hidden sheet.
  public static let hiddenName = "_kaohe"
  /// Raised when what is written here changes its meaning.
  public static let format = "1"
  /// What stands in place of a number where the lines end.
  public static let totalLabel = "合计"

  public init(_ sheet: ScoringSheet, _ layout: SheetLayout, headingRow: Int, closingRows: Int) {
    visit = sheet.head.visit
    ruleSet = sheet.rules.code
    contentHash = sheet.contentHash
    self.headingRow = headingRow
    self.closingRows = closingRows
    lines = layout.lines.map { line in
      Line(
        leaf: line.leaf, item: line.item, scorer: line.scorer, recorded: line.recorded,
        value: line.row?.shownValue ?? "", reason: line.row?.reason ?? "",
        evidence: line.row?.evidence.joined(separator: ";") ?? "")
    }
  }
}

extension SheetIdentity {
  private static let mark = "kaohe-sheet"
  private static let columns = [
    "number", "indicator", "item", "scorer", "recorded", "value", "reason", "evidence",
  ]
  private static let anybody = "anybody"
  private static let named = "named "

  /// The cells of the hidden sheet.
  public var rows: [[String]] {
    let head = [
      [Self.mark, Self.format], ["visit", visit], ["rule_set", ruleSet], ["content_sha256", contentHash],
      ["heading_row", String(headingRow)], ["closing_rows", String(closingRows)], ["lines", String(lines.count)],
      Self.columns,
    ]
    return head
      + lines.enumerated().map { position, line in
        let scorer =
          switch line.scorer {
          case .nobody: ""
          case .anybody: Self.anybody
          case .named(let code): Self.named + code
          }
        return [
          String(position + 1), line.leaf, line.item, scorer, line.recorded.map(String.init).joined(separator: " "),
          line.value, line.reason, line.evidence,
        ]
      }
  }

  /// The version that a hidden sheet names; nil where it is none of ours.
  public static func format(of rows: [[String]]) -> String? {
    guard let first = rows.first, first.first == mark, first.count > 1 else { return nil }
    return first[1]
  }

  /// Reads the cells of a hidden sheet of this format; nil where they are not as they were written.
  public init?(rows: [[String]]) {
    let names = [Self.mark, "visit", "rule_set", "content_sha256", "heading_row", "closing_rows", "lines"]
    let head = rows.prefix(names.count).compactMap { $0.count > 1 ? $0[1] : nil }
    guard rows.prefix(names.count).map(\.first) == names, head.count == names.count, head[0] == Self.format,
      let headingRow = Int(head[4]), let closingRows = Int(head[5]), let count = Int(head[6]),
      (1...100_000).contains(count), rows.count == names.count + 1 + count, rows[names.count] == Self.columns,
      (1...1000).contains(headingRow), (0...1000).contains(closingRows)
    else { return nil }
    let lines = rows.dropFirst(names.count + 1).enumerated().compactMap { position, row in
      row.first == String(position + 1) ? Line(cells: row) : nil
    }
    guard lines.count == count else { return nil }
    (visit, ruleSet, contentHash) = (head[1], head[2], head[3])
    (self.headingRow, self.closingRows, self.lines) = (headingRow, closingRows, lines)
  }
}

extension SheetIdentity.Line {
  fileprivate init?(cells: [String]) {
    // Empty cells at a row's end may have been dropped.
    let cells = cells + Array(repeating: "", count: max(0, 8 - cells.count))
    let scorer: SheetLine.Scorer
    switch cells[3] {
    case "": scorer = .nobody
    case "anybody": scorer = .anybody
    default:
      guard cells[3].hasPrefix("named ") else { return nil }
      scorer = .named(String(cells[3].dropFirst(6)))
    }
    let recorded = cells[4].split(separator: " ").map { Int64($0) }
    guard !cells[1].isEmpty, !recorded.contains(nil) else { return nil }
    self.init(
      leaf: cells[1], item: cells[2], scorer: scorer, recorded: recorded.compactMap { $0 }, value: cells[5],
      reason: cells[6], evidence: cells[7])
  }
}
