/// The forms in which a command prints data (`--format`).
public enum OutputFormat: String, Sendable, CaseIterable {
  /// For people at a terminal.
  case table
  /// RFC 4180, with English column names that never change.
  case csv
  /// Exact values as strings, with keys that never change.
  case json
  /// For people, in a document.
  case markdown
}
