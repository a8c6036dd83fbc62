/// The forms in which a scoring sheet is made.
public enum SheetFormat: String, Sendable, CaseIterable {
  /// For people at a terminal.
  case table
  case markdown
  /// A page to be printed and signed.
  case html
  /// A workbook to be filled in and imported again.
  case xlsx
}
