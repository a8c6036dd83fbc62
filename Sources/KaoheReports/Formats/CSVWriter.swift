/// Writes CSV as RFC 4180 has it: comma, CRLF, quotes only where a field needs them.
///
/// In a file or a pipe a field is written as it is; nothing in it is escaped but its quotes, so that a reader gets the
/// same text back.
public struct CSVWriter: Sendable {
  /// What has been written so far.
  public private(set) var text: String
  private let isForTerminal: Bool

  /// - Parameters:
  ///   - byteOrderMark: Excel reads a file as UTF-8 only where it begins with this mark.
  ///   - isForTerminal: whether what could steer a terminal is written out, as in a table.
  public init(byteOrderMark: Bool = false, isForTerminal: Bool = false) {
    text = byteOrderMark ? "\u{FEFF}" : ""
    self.isForTerminal = isForTerminal
  }

  /// Writes one record with its line break.
  public mutating func write(_ fields: [String]) {
    var isFirst = true
    for field in fields {
      if !isFirst { text += "," }
      isFirst = false
      text += CSVWriter.quoted(isForTerminal ? TerminalText.escaped(field) : field)
    }
    // A record of one empty field would be read as no record.
    if fields == [""] { text += "\"\"" }
    text += "\r\n"
  }

  /// A whole table.
  public static func text(
    header: [String], rows: [[String]], byteOrderMark: Bool = false, isForTerminal: Bool = false
  ) -> String {
    var writer = CSVWriter(byteOrderMark: byteOrderMark, isForTerminal: isForTerminal)
    writer.write(header)
    for row in rows { writer.write(row) }
    return writer.text
  }

  /// One record of a file for programs: its lines end with LF, and nothing (nil) is told from an empty text, `""`.
  public static func line(_ fields: [String?]) -> String {
    var line = ""
    var isFirst = true
    for field in fields {
      if !isFirst { line += "," }
      isFirst = false
      if let field { line += field.isEmpty ? "\"\"" : quoted(field) }
    }
    return (line.isEmpty ? "\"\"" : line) + "\n"
  }

  /// The same for a file that is opened in a spreadsheet: what would be a formula there is marked as a text. An import
  /// takes the mark off.
  public static func spreadsheetLine(_ fields: [String?]) -> String {
    line(fields.map { $0?.guardedFromFormulas })
  }

  static func quoted(_ field: String) -> String {
    guard needsQuotes(field) else { return field }
    var result = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { result.unicodeScalars.append("\"") }
      result.unicodeScalars.append(scalar)
    }
    result += "\""
    return result
  }

  /// White space at the ends of a bare field is left out by many readers.
  private static func needsQuotes(_ field: String) -> Bool {
    func isSpace(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    return isSpace(field.utf8.first) || isSpace(field.utf8.last)
      || field.utf8.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
          || byte == UInt8(ascii: "\r")
      }
  }
}
