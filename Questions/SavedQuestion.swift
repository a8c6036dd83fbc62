import KaoheScoring

/// A question that ships with the program: a file of this folder, which anyone may also paste into a shell.
///
/// It begins with a comment: the title, Chinese · English; then a line for each parameter, `:name · 中文 · English`. Every
/// parameter may be left out, or be empty; what holds then, its line says.
public struct SavedQuestion: Sendable {
  public struct Parameter: Sendable {
    /// Without the colon.
    public let name: String
    /// What it is, and what holds where it is left out.
    public let meaning: Bilingual
  }

  /// The file's name without `.sql`, e.g. `points-lost`.
  public let name: String
  public let title: Bilingual
  public let parameters: [Parameter]
  /// The whole file.
  public let sql: String

  /// All of them, by name.
  public static let all: [SavedQuestion] = embeddedFiles.compactMap { file in
    file.path.hasSuffix(".sql") ? SavedQuestion(file: file.path, sql: file.text) : nil
  }
  .sorted { $0.name < $1.name }

  private init(file: String, sql: String) {
    let head = sql.split(separator: "\n").prefix { $0.hasPrefix("-- ") }
      .map { line in line.dropFirst(3).split(separator: " · ").map(String.init) }
    name = String(file.dropLast(".sql".count))
    title = Bilingual(head.first?.first ?? "", en: head.first?.last ?? "")
    parameters = head.dropFirst().filter { $0.count == 3 && $0[0].hasPrefix(":") }
      .map { Parameter(name: String($0[0].dropFirst()), meaning: Bilingual($0[1], en: $0[2])) }
    self.sql = sql
  }
}
