import KaoheScoring

/// Rows that a command prints: one value, written in any of the formats.
public struct DataTable: Sendable {
  public struct Column: Sendable {
    /// The name in CSV and JSON, English, which never changes.
    public var key: String
    /// The name for people.
    public var title: Bilingual
    public var alignment: TableColumn.Alignment
    /// Whether its cells may be broken into several lines where the terminal is narrow.
    public var wraps: Bool

    public init(
      _ key: String, _ title: Bilingual, _ alignment: TableColumn.Alignment = .leading, wraps: Bool = false
    ) {
      self.key = key
      self.title = title
      self.alignment = alignment
      self.wraps = wraps
    }
  }

  public enum Cell: Sendable, Hashable {
    case text(String)
    case integer(Int)
    case bool(Bool)
    /// Empty in tables and CSV, null in JSON.
    case none
    /// One text for people; in CSV and JSON the code, which does not change with the language.
    case word(String, Bilingual)
  }

  public var columns: [Column]
  /// Each with as many cells as there are columns.
  public var rows: [[Cell]]

  public init(columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// Ends with a line break. JSON is an array of objects.
  public func rendered(
    as format: OutputFormat, language: Language = .chinese, width: Int? = nil, color: Bool = false
  ) -> String {
    switch format {
    case .table: TextTable(columns: tableColumns(language), rows: texts(language)).rendered(width: width, color: color)
    case .markdown: MarkdownTable(columns: tableColumns(language), rows: texts(language)).rendered()
    case .csv: CSVWriter.text(header: columns.map(\.key), rows: rows.map { $0.map(\.csv) })
    case .json: json.pretty() + "\n"
    }
  }

  public var json: JSON {
    .array(rows.map { row in .object(zip(columns, row).map { JSON.Member($0.key, $1.json) }) })
  }

  private func tableColumns(_ language: Language) -> [TableColumn] {
    columns.map { TableColumn($0.title.text(in: language), $0.alignment, wraps: $0.wraps) }
  }

  private func texts(_ language: Language) -> [[String]] {
    rows.map { $0.map { $0.text(language) } }
  }
}

extension DataTable.Cell {
  /// The text, or nothing.
  public init(_ text: String?) {
    self = text.map(DataTable.Cell.text) ?? .none
  }

  fileprivate func text(_ language: Language) -> String {
    switch self {
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .bool(let value): (value ? Bilingual("是", en: "yes") : Bilingual("否", en: "no")).text(in: language)
    case .none: ""
    case .word(_, let words): words.text(in: language)
    }
  }

  fileprivate var csv: String {
    switch self {
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .bool(let value): value ? "yes" : "no"
    case .none: ""
    case .word(let code, _): code
    }
  }

  fileprivate var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .integer(let number): .integer(number)
    case .bool(let value): .bool(value)
    case .none: .null
    case .word(let code, _): .string(code)
    }
  }
}
