/// A table of GitHub-flavoured Markdown.
public struct MarkdownTable: Sendable {
  public var columns: [TableColumn]
  /// Each with as many cells as there are columns.
  public var rows: [[String]]

  public init(columns: [TableColumn], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The lines, each with a line break.
  public func rendered() -> String {
    var text = MarkdownTable.line(columns.map { MarkdownTable.escaped($0.title) })
    text += MarkdownTable.line(columns.map { $0.alignment == .trailing ? "--:" : "---" })
    for row in rows { text += MarkdownTable.line(row.map(MarkdownTable.escaped)) }
    return text
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  /// A text that Markdown shows as it is, also in a table: its marks escaped, its line breaks `<br>`.
  public static func escaped(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { escapedLine(String($0)) }
      .joined(separator: "<br>")
  }

  private static func escapedLine(_ line: String) -> String {
    var result = ""
    for scalar in TerminalText.escaped(line).unicodeScalars {
      if marks.contains(scalar) { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static let marks: Set<Unicode.Scalar> = ["\\", "|", "`", "*", "_", "[", "]", "<"]
}
