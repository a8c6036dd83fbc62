import GRDB
import KaoheQuestions

@testable import KaoheStore

extension Store {
  /// The rows of a saved question, by column: parameters without a value are NULL.
  func ask(_ name: String, _ parameters: [String: any DatabaseValueConvertible] = [:]) throws -> [[String: String]] {
    let question = try SavedQuestion.named(name)
    let values = Dictionary(
      uniqueKeysWithValues: question.parameters.map { ($0.name, parameters[$0.name]?.databaseValue ?? .null) })
    return try read { database in
      try Row.fetchAll(database, sql: question.sql, arguments: StatementArguments(values)).map { row in
        Dictionary(uniqueKeysWithValues: row.map { ($0, String.fromDatabaseValue($1) ?? "\($1)") })
      }
    }
  }

  /// The same, of each row only some columns, with ` | ` between.
  func ask(
    _ name: String, _ parameters: [String: any DatabaseValueConvertible] = [:], showing columns: String
  ) throws -> [String] {
    try ask(name, parameters).map { row in
      columns.split(separator: " ").map { row[String($0)] ?? "?" }.joined(separator: " | ")
    }
  }
}
