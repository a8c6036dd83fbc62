import KaoheReports
import KaoheScoring
import KaoheStore

/// What has to hold of a refusal: it says where, what is wrong in both languages, and is safe to show.
enum Refusals {
  static func check(_ error: ImportError) throws {
    guard !error.problems.isEmpty else { throw FuzzFinding("refused without a problem") }
    for problem in error.problems { try check(problem) }
  }

  static func check(_ problem: InputProblem) throws {
    guard !problem.file.isEmpty, problem.line.map({ $0 > 0 }) ?? true else {
      throw FuzzFinding("no place: \(problem)")
    }
    for language in Language.allCases {
      let text = problem.text(in: language)
      guard !text.isEmpty, text.utf8.count < 20_000 else {
        throw FuzzFinding("a message of \(text.utf8.count) bytes: \(problem.code)")
      }
      let shown = TerminalText.escaped(text)
      guard shown == TerminalText.escaped(shown) else { throw FuzzFinding("not escaped: \(shown)") }
    }
  }
}
