/// A row of a sheet: the cells that the file has, which may leave columns out.
public struct WorkbookRow: Sendable, Hashable {
  /// 1-based.
  public let number: Int
  /// In the order of columns.
  public let cells: [WorkbookCell]

  public init(number: Int, cells: [WorkbookCell]) {
    self.number = number
    self.cells = cells
  }
}

/// A cell as it was saved: its text, and what kind of value that is.
public struct WorkbookCell: Sendable, Hashable {
  public enum Content: Sendable, Hashable {
    case text
    /// A plain decimal, rounded to 15 significant digits: `79.1`, `-0.001`.
    case number
    /// `TRUE` or `FALSE`.
    case boolean
    /// `#DIV/0!`
    case error
    /// A number that is formatted as a date or time: the serial number, or ISO 8601 where the file has that.
    case date
    /// Formatted, but without a value.
    case empty
  }

  /// 1-based.
  public let column: Int
  public let text: String
  public let content: Content
  /// Whether the value was computed by a formula when the file was saved.
  public let hasFormula: Bool

  public init(column: Int, text: String, content: Content, hasFormula: Bool = false) {
    self.column = column
    self.text = text
    self.content = content
    self.hasFormula = hasFormula
  }

  /// As Excel writes it: `E`, `AA`.
  public var columnName: String { KaoheWorkbooks.columnName(column) }
}

/// `A` for 1, `Z` for 26, `AA` for 27.
func columnName(_ column: Int) -> String {
  var rest = column
  var letters: [UInt8] = []
  while rest > 0 {
    rest -= 1
    letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
    rest /= 26
  }
  return String(decoding: letters.reversed(), as: UTF8.self)
}
