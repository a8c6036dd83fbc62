/// One step of the schema: a file of this folder. A merged one is never edited.
public struct Migration: Sendable {
  /// The number that the file's name begins with; the database's `user_version` once it has been applied.
  public let version: Int
  public let name: String
  public let sql: String

  /// All of them, in order.
  public static let all: [Migration] = embeddedFiles.compactMap { file in
    guard let version = Int(file.path.prefix(4)) else { return nil }
    return Migration(version: version, name: String(file.path.dropLast(".sql".count)), sql: file.text)
  }
  .sorted { $0.version < $1.version }

  /// The schema that this program writes.
  public static var newestVersion: Int { all.last?.version ?? 0 }
}
