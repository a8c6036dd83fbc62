/// How a sheet is printed: on A4, one page wide.
public struct Page: Sendable, Hashable {
  public var isLandscape = false
  public var margins = Margins()
  /// How many rows from the first are printed on each page.
  public var repeatedRows = 0
  public var header = Line()
  public var footer = Line()

  public init() {}

  /// In centimetres.
  public struct Margins: Sendable, Hashable {
    public var left = 1.8
    public var right = 1.8
    public var top = 1.9
    public var bottom = 1.9

    public init() {}
  }

  /// A line at the top or the bottom. `{page}` and `{pages}` stand for numbers; other text is printed as it is.
  public struct Line: Sendable, Hashable {
    public var left: String
    public var center: String
    public var right: String

    public init(left: String = "", center: String = "", right: String = "") {
      self.left = left
      self.center = center
      self.right = right
    }

    /// Excel's limit for the three with their marks.
    static let limit = 255

    /// As workbooks have it: `&L…&C…&R…`; empty if there is nothing to print.
    var code: String {
      [("&L", left), ("&C", center), ("&R", right)].filter { !$0.1.isEmpty }
        .map { $0.0 + Self.escaped($0.1) }.joined()
    }

    private static func escaped(_ text: String) -> String {
      var result = ""
      var rest = text[...]
      while let character = rest.first {
        if rest.hasPrefix("{page}") {
          result += "&P"
          rest = rest.dropFirst(6)
        } else if rest.hasPrefix("{pages}") {
          result += "&N"
          rest = rest.dropFirst(7)
        } else {
          result += character == "&" ? "&&" : String(character)
          rest = rest.dropFirst()
        }
      }
      return result
    }
  }
}
