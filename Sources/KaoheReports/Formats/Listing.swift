import KaoheScoring

/// A plain table of texts in each of the output formats: for lists that need no layout of their own.
public struct Listing: Sendable {
  public struct Column: Sendable {
    /// The key in JSON and the column's name in CSV, which never change.
    public var key: String
    public var title: Bilingual
    public var isNumber: Bool
    public var wraps: Bool

    public init(_ key: String, _ title: Bilingual, isNumber: Bool = false, wraps: Bool = false) {
      self.key = key
      self.title = title
      self.isNumber = isNumber
      self.wraps = wraps
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
  public func rendered(as format: OutputFormat, language: Language, width: Int? = nil, color: Bool = false) -> String {
    switch format {
    case .csv: CSVWriter.text(header: columns.map(\.key), rows: rows)
    case .json: JSON.array(rows.map(object)).pretty() + "\n"
    case .table: page(language).text(width: width, color: color)
    case .markdown: page(language).markdown
    }
  }

  private func object(_ row: [String]) -> JSON {
    .object(zip(columns, row).map { JSON.Member($0.key, JSON($1)) })
  }

  private func page(_ language: Language) -> Page {
    let head = columns.map {
      TableColumn($0.title.text(in: language), $0.isNumber ? .trailing : .leading, wraps: $0.wraps)
    }
    return Page(parts: (title.map { [.title($0.text(in: language))] } ?? []) + [.table(head, rows)])
  }
}
