/// One column of a table for people.
public struct TableColumn: Sendable, Hashable {
  public enum Alignment: Sendable {
    /// For words.
    case leading
    /// For numbers.
    case trailing
  }

  public var title: String
  public var alignment: Alignment
  /// Whether its cells may be broken into several lines where the terminal is narrow.
  public var wraps: Bool
  /// Whether it tells the rows apart. In a terminal too narrow for all columns it stands in each part of the table.
  public var isKey: Bool

  public init(_ title: String, _ alignment: Alignment = .leading, wraps: Bool = false, isKey: Bool = false) {
    self.title = title
    self.alignment = alignment
    self.wraps = wraps
    self.isKey = isKey
  }
}
