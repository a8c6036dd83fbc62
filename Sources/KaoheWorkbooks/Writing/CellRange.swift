/// A rectangle of cells. Rows and columns are 1-based.
public struct CellRange: Sendable, Hashable {
  public var rows: ClosedRange<Int>
  public var columns: ClosedRange<Int>

  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// One cell.
  public init(row: Int, column: Int) { self.init(rows: row...row, columns: column...column) }

  var isInSheet: Bool {
    rows.lowerBound >= 1 && rows.upperBound <= WorkbookLimits.rows && columns.lowerBound >= 1
      && columns.upperBound <= WorkbookLimits.columns
  }

  var isOneCell: Bool { rows.count == 1 && columns.count == 1 }

  func overlaps(_ other: CellRange) -> Bool {
    rows.overlaps(other.rows) && columns.overlaps(other.columns)
  }

  /// `$A$1:$C$3`
  var absoluteName: String {
    "$\(columnName(columns.lowerBound))$\(rows.lowerBound):$\(columnName(columns.upperBound))$\(rows.upperBound)"
  }
}
