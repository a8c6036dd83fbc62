import Testing

@testable import KaoheStore

/// A folder that import refuses, and every word that is said about it.
struct Refusal: Sendable, CustomTestStringConvertible {
  /// What is wrong, in few words; unique.
  let mistake: String
  /// The codes of all problems, in order.
  let codes: [String]
  /// Whether the base folder has been imported before.
  let isLater: Bool
  let records: Records
  /// The lines of the Chinese messages, then those of the English ones.
  let messages: String

  /// - Parameters:
  ///   - code: of the problem; spaces between several ones.
  ///   - changes: of the base folder.
  init(_ mistake: String, code: String, _ changes: Change..., messages: String) {
    self.init(mistake, code, isLater: false, changes, messages)
  }

  /// One row more of scores, at the draft V6 of the district d1, which has none.
  init(_ mistake: String, code: String, score row: String, messages: String) {
    self.init(mistake, code, isLater: false, [.add("scores.csv", row)], messages)
  }

  /// Of a folder that follows the base folder.
  static func later(_ mistake: String, code: String, _ changes: Change..., messages: String) -> Refusal {
    Refusal(mistake, code, isLater: true, changes, messages)
  }

  private init(_ mistake: String, _ code: String, isLater: Bool, _ changes: [Change], _ messages: String) {
    self.mistake = mistake
    self.codes = code.split(separator: " ").map(String.init)
    self.isLater = isLater
    self.records = .base.with(changes)
    self.messages = messages
  }

  var testDescription: String { mistake }

  static let all = [
    files, headers, roster, codes, monitoring, measures, items, judgements, scorers, visits, later, assessments,
    steps, recusals, objections,
  ].flatMap { $0 }
}
