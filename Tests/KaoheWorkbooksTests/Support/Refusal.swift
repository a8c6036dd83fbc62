import KaoheScoring
import Testing

@testable import KaoheWorkbooks

/// What a refusal says, in both languages.
struct Refusal: Sendable, CustomTestStringConvertible {
  let code: String
  let chinese: String
  let english: String

  var testDescription: String { code }

  init(_ code: String, _ chinese: String, _ english: String) {
    self.code = code
    self.chinese = chinese
    self.english = english
  }

  /// Expects exactly this problem of the body.
  func expect(_ body: () throws -> Void) {
    let problem = #expect(throws: WorkbookProblem.self, performing: body)
    guard let problem else { return }
    #expect(problem.code == code)
    #expect(problem.text(in: .chinese) == chinese)
    #expect(problem.text(in: .english) == english)
  }
}
