import Testing

@testable import KaoheStore

/// A folder that import refuses, and every word that is said about it.
struct Refusal: Sendable, CustomTestStringConvertible {
  /// What is wrong, in few words; unique.
  let mistake: String
  /// Whether the base folder has been imported before.
  let isLater: Bool
  let records: Records
  /// The lines of the Chinese messages, then those of the English ones.
  let messages: String

  /// - Parameter changes: of the base folder.
  init(_ mistake: String, _ changes: Change..., messages: String) {
    self.init(mistake: mistake, isLater: false, records: .base.with(changes), messages: messages)
  }

  /// One row more of scores, at the draft V6 of the district d1, which has none.
  init(_ mistake: String, score row: String, messages: String) {
    self.init(mistake: mistake, isLater: false, records: .base.with(.add("scores.csv", row)), messages: messages)
  }

  /// Of a folder that follows the base folder.
  static func later(_ mistake: String, _ changes: Change..., messages: String) -> Refusal {
    Refusal(mistake: mistake, isLater: true, records: .base.with(changes), messages: messages)
  }

  private init(mistake: String, isLater: Bool, records: Records, messages: String) {
    self.mistake = mistake
    self.isLater = isLater
    self.records = records
    self.messages = messages
  }

  var testDescription: String { mistake }

  static let all = [
    files, headers, roster, codes, monitoring, measures, items, judgements, scorers, visits, later, assessments,
  ].flatMap { $0 }
}
