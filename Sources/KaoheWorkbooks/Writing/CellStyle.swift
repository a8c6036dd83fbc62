/// How a cell looks, and whether it may be filled in on a protected sheet.
public struct CellStyle: Sendable, Hashable {
  public enum Alignment: Sendable, Hashable { case left, center, right }
  public enum VerticalAlignment: Sendable, Hashable { case top, center }

  /// 宋体 in size 五号, as Chinese offices print forms.
  public static let fontName = "宋体"

  public var isBold = false
  /// In points.
  public var fontSize = 10.5
  public var alignment = Alignment.left
  public var verticalAlignment = VerticalAlignment.center
  public var wraps = false
  public var hasBorder = false
  /// 0xRRGGBB; nil for none.
  public var fill: UInt32?
  /// Whether what is typed is kept as text (`@`): codes with leading zeros, dates as they are written.
  public var isText = false
  /// Whether the cell can be filled in where the sheet is protected.
  public var isUnlocked = false

  public init() {}

  /// The same style, changed.
  public func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var changed = self
    change(&changed)
    return changed
  }
}
