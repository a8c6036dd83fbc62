/// A workbook to be written.
public struct Workbook: Sendable, Hashable {
  public var sheets: [Sheet]
  /// The moment that the file names as that of its making, in seconds since 1970; nil for the time of writing.
  /// With a moment, the same workbook is the same bytes.
  public var created: Int?

  public init(sheets: [Sheet] = [], created: Int? = nil) {
    self.sheets = sheets
    self.created = created
  }
}
