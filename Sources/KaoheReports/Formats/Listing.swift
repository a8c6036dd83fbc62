import KaoheScoring

/// A plain table of texts in each of the output formats: for lists that need no layout of their own.
public struct Listing: Sendable {
  public struct Column: Sendable {
    /// The key in JSON and the column's name in CSV, which never change.
    public var key: String
    public var title: Bilingual
    public var isNumber: Bool
    public var wraps: Bool
    /// Whether it tells the rows apart: where the terminal is too narrow, it stands in each part of the table.
    public var isKey: Bool
    /// Whether people have no use for it: it stands in CSV and JSON only.
    public var isForFiles: Bool

    public init(
      _ key: String, _ title: Bilingual, isNumber: Bool = false, wraps: Bool = false, isKey: Bool = false,
      isForFiles: Bool = false
    ) {
      self.key = key
      self.title = title
      self.isNumber = isNumber
      self.wraps = wraps
      self.isKey = isKey
      self.isForFiles = isForFiles
    }
  }

  public var title: Bilingual?
  public var columns: [Column]
  /// Each with a text for each column.
  public var rows: [[String]]

  public init(title: Bilingual? = nil, columns: [Column], rows: [[String]]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// The list in one of the formats, ending with a line break.
  ///
  /// - Parameter width: the terminal's columns; nil where it is written to a file or a pipe: no line is broken then, and
  ///   CSV is exact.
  public func rendered(as format: OutputFormat, language: Language, width: Int? = nil, color: Bool = false) -> String {
    switch format {
    case .csv: CSVWriter.text(header: columns.map(\.key), rows: rows, isForTerminal: width != nil)
    case .json: JSON.array(rows.map(object)).pretty() + "\n"
    case .table: page(language).text(width: width, color: color)
    case .markdown: page(language).markdown
    }
  }

  private func object(_ row: [String]) -> JSON {
    .object(zip(columns, row).map { JSON.Member($0.key, JSON($1)) })
  }

  private func page(_ language: Language) -> Page {
    let shown = columns.indices.filter { !columns[$0].isForFiles }
    let head = shown.map { position in
      let column = columns[position]
      return TableColumn(
        column.title.text(in: language), column.isNumber ? .trailing : .leading, wraps: column.wraps,
        isKey: column.isKey)
    }
    let cells = rows.map { row in shown.map { row[$0] } }
    return Page(parts: (title.map { [.title($0.text(in: language))] } ?? []) + [.table(head, cells)])
  }
}
