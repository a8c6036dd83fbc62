/// What an export is to hold besides the records.
public struct ExportContent: Sendable {
  /// The tables of history, as they are.
  public var history = false
  /// Results and views, for analysts.
  public var results = false
  /// Whether each file begins with the mark by which Excel knows UTF-8.
  public var byteOrderMark = false

  public init() {}
}

/// What an export wrote.
public struct ExportSummary: Sendable {
  public struct File: Sendable {
    /// Its path in the folder.
    public var name: String
    /// nil for a rule file.
    public var rows: Int?
  }

  /// In the order of writing.
  public var files: [File] = []
}
