import KaoheScoring
import Testing

@testable import KaoheRules

/// A rule file with a mistake, and every word that is said about it.
struct ProblemFixture: Sendable, CustomTestStringConvertible {
  let code: ProblemCode
  /// What is wrong, in few words.
  let mistake: String
  let rules: SmallRules
  /// The lines of the Chinese messages, then those of the English ones.
  let messages: String

  init(_ code: ProblemCode, _ mistake: String, _ rules: SmallRules, _ messages: String) {
    self.code = code
    self.mistake = mistake
    self.rules = rules
    self.messages = messages
  }

  var testDescription: String { "\(code.rawValue): \(mistake)" }

  static let all = [yaml, shape, value, code, tree, leaf, method, grade].flatMap { $0 }
}
