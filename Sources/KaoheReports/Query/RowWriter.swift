/// Writes rows as CSV or JSON, one after the other, and keeps none.
public struct RowWriter: Sendable {
  public enum Format: Sendable {
    case csv
    /// An array with an object a row, one a line.
    case json
  }

  private let format: Format
  private let keys: [String]
  private let isForTerminal: Bool
  private var isFirst = true
  /// What was written and not taken yet.
  private var text: String

  /// - Parameter isForTerminal: whether what could steer a terminal is to be shown escaped in CSV too, as it is in JSON.
  public init(_ format: Format, columns: [String], isForTerminal: Bool) {
    self.format = format
    self.isForTerminal = isForTerminal
    switch format {
    case .csv:
      keys = []
      text = ""
      writeRecord(columns)
    case .json:
      keys = RowWriter.keys(columns).map { JSON.string($0).compact + ": " }
      text = "["
    }
  }

  public mutating func write(_ row: [Cell]) {
    switch format {
    case .csv: writeRecord(row.map(\.plainText))
    case .json:
      text += isFirst ? "\n {" : ",\n {"
      for (position, cell) in row.enumerated() {
        if position > 0 { text += ", " }
        text += keys[position]
        text += cell.json
      }
      text += "}"
    }
    isFirst = false
  }

  /// After the last row. Where a query broke off this is not called, so that no reader takes its JSON for whole.
  public mutating func finish() {
    if format == .json { text += isFirst ? "]\n" : "\n]\n" }
  }

  /// How many bytes there are to be taken.
  public var count: Int { text.utf8.count }

  /// Hands out what was written since the last time.
  public mutating func take() -> String {
    defer { text = "" }
    return text
  }

  private mutating func writeRecord(_ fields: [String]) {
    var writer = CSVWriter(isForTerminal: isForTerminal)
    writer.write(fields)
    text += writer.text
  }

  /// The columns' names as keys, each once: a second `code` is `code_2`.
  static func keys(_ columns: [String]) -> [String] {
    var taken: Set<String> = []
    let own = Set(columns)
    return columns.map { column in
      var key = column
      var number = 2
      while taken.contains(key) || key != column && own.contains(key) {
        key = "\(column)_\(number)"
        number += 1
      }
      taken.insert(key)
      return key
    }
  }
}
