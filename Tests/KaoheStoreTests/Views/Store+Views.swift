import Testing

@testable import KaoheStore

extension Store {
  /// Runs something while a view has another text than it should.
  func withView<Value>(
    _ view: String, _ part: String, is wrong: String, _ body: () throws -> Value
  ) throws -> Value {
    let right = try #require(rows("SELECT sql FROM sqlite_schema WHERE type = 'view' AND name = '\(view)'").first)
    try #require(right.contains(part), "\(view) has no “\(part)”")
    try executeAsOther("DROP VIEW \(view); \(right.replacing(part, with: wrong))")
    let value = try body()
    try executeAsOther("DROP VIEW \(view); \(right)")
    return value
  }
}
