/// A value of a row that a query found.
public enum Cell: Sendable, Hashable {
  case null
  /// As it is to be printed, e.g. `92.35`; `Inf` and `-Inf` too.
  case number(String)
  case text(String)
}

extension Cell {
  /// As it stands in CSV; nothing for NULL.
  var plainText: String {
    switch self {
    case .null: ""
    case .number(let text), .text(let text): text
    }
  }

  /// In a table for people: a long text is cut, and says how long it is.
  var shortText: String {
    let text = plainText
    guard text.utf8.count > Cell.mostCharacters, text.count > Cell.mostCharacters else { return text }
    return text.prefix(Cell.mostCharacters) + "…（\(text.count)）"
  }

  private static let mostCharacters = 1000

  /// A JSON value. An infinite number is one that no reader can hold.
  var json: String {
    switch self {
    case .null: "null"
    case .number("Inf"): "1e999"
    case .number("-Inf"): "-1e999"
    case .number(let text): text
    case .text(let text): JSON.string(text).compact
    }
  }
}
