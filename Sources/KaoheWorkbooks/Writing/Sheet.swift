/// A sheet to be written: a form that is printed, sent around and filled in.
public struct Sheet: Sendable, Hashable {
  /// At most 31 characters, none of `[]:*?/\`.
  public var name: String
  public var isHidden = false
  /// From column A on, in characters of the default font; nil leaves a column as it is.
  public var columnWidths: [Double?] = []
  /// From row 1 on.
  public var rows: [Row] = []
  /// Written over the cells that they cover.
  public var merges: [Merge] = []
  /// How many rows from the first stay in view.
  public var frozenRows = 0
  /// Whether only unlocked cells can be changed. There is no password: it guards against slips, not against people.
  public var isProtected = false
  public var validations: [ListValidation] = []
  public var page = Page()

  public init(name: String, rows: [Row] = []) {
    self.name = name
    self.rows = rows
  }

  public struct Row: Sendable, Hashable {
    /// From column A on; nil leaves a cell out.
    public var cells: [Cell?]
    /// In points; nil for the default.
    public var height: Double?

    public init(_ cells: [Cell?] = [], height: Double? = nil) {
      self.cells = cells
      self.height = height
    }
  }

  /// Always a text, so that what is written is what is read: no number passes through a `Double`.
  public struct Cell: Sendable, Hashable {
    public var text: String
    public var style: CellStyle

    public init(_ text: String = "", _ style: CellStyle = CellStyle()) {
      self.text = text
      self.style = style
    }
  }

  /// Cells that are shown as one.
  public struct Merge: Sendable, Hashable {
    public var range: CellRange
    public var cell: Cell

    public init(_ range: CellRange, _ text: String, _ style: CellStyle = CellStyle()) {
      self.range = range
      cell = Cell(text, style)
    }
  }
}
