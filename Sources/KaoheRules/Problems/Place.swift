/// Where something stands in a rule file.
public struct Place: Sendable, Hashable {
  /// 1-based.
  public let line: Int
  /// 1-based, in characters (Unicode scalars); a byte order mark does not count.
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension Place: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
