import KaoheScoring

/// A value that is typed for a parameter, as SQLite gets it.
///
/// SQLite compares a number with a column of texts as a text, but a text with a computed number never as a number: so what
/// is a number and is written as SQLite writes it is one. `'…'` is a text, whatever stands in it.
enum QueryArgument: Hashable {
  case integer(Int64)
  case real(Double)
  case text(String)

  /// nil where it may be a number or a text, and would not be found as both: `95.00`, `1e3`.
  init?(_ typed: String) {
    if typed.count >= 2, typed.hasPrefix("'"), typed.hasSuffix("'") {
      self = .text(String(typed.dropFirst().dropLast()).replacing("''", with: "'"))
    } else if let integer = Int64(typed), String(integer) == typed {
      self = .integer(integer)
    } else if let real = QueryArgument.plainDecimal(typed) {
      self = .real(real)
    } else if QueryArgument.isNumber(typed) {
      return nil
    } else {
      self = .text(typed)
    }
  }

  /// A decimal as short as it can be, that SQLite prints as it is.
  private static func plainDecimal(_ typed: String) -> Double? {
    guard let match = typed.wholeMatch(of: #/-?(0|[1-9][0-9]*)\.([0-9]*[1-9])/#),
      match.1.count + match.2.count <= 15
    else { return nil }
    return Double(typed)
  }

  /// Digits alone that begin with 0, or that are too many, are a code.
  private static func isNumber(_ typed: String) -> Bool {
    if typed.wholeMatch(of: #/[0-9]+/#) != nil { return false }
    return typed.wholeMatch(of: #/[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?/#) != nil
  }
}

extension QueryProblem {
  static func ambiguous(_ name: String, _ typed: String) -> QueryProblem {
    QueryProblem(
      "ambiguous-value",
      Bilingual("\(name)=\(typed)：可能是数，也可能是文字", en: "\(name)=\(typed): this may be a number or a text"),
      hint: Bilingual(
        "数写成最短的形式（95、84.5）；文字放在单引号里：--with \"\(name)='\(typed)'\"",
        en: "write a number as short as it is (95, 84.5), a text in single quotes: --with \"\(name)='\(typed)'\""))
  }
}
