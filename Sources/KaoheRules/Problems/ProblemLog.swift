import KaoheScoring

/// What was found wrong with one rule file so far.
///
/// Reading goes on after a problem, so that all problems of a file are reported at once. What could not be
/// read is `Reported`, and whatever depends on it is passed over in silence: one mistake makes one message.
final class ProblemLog {
  let file: String
  private var kept: [InputProblem] = []
  private var omitted = 0

  /// How many problems are kept: nobody reads more, and a file of nothing else would fill the memory with them.
  static let limit = 1000

  private var isFull: Bool { kept.count >= Self.limit }

  init(file: String) {
    self.file = file
  }

  @discardableResult
  func report(
    _ code: ProblemCode, at place: Place?, _ chinese: String, en english: String, hint: Bilingual? = nil
  ) -> Reported {
    if isFull {
      omitted += 1
    } else {
      kept.append(problem(code, at: place, Bilingual(chinese, en: english), hint: hint))
    }
    return Reported()
  }

  /// Ends the reading of what has many parts, where no problem more would be kept: the rest could take minutes.
  func checkRoom() throws(Reported) {
    guard isFull else { return }
    omitted += 1
    throw Reported()
  }

  /// What is kept; where there was more, one of them says so.
  var problems: [InputProblem] {
    guard omitted > 0 else { return kept }
    let more = Bilingual(
      "问题超过 \(Self.limit) 个，只列出先发现的这些",
      en: "more than \(Self.limit) problems; only the first that were found are listed")
    return [problem(.moreProblems, at: nil, more, hint: nil)] + kept
  }

  private func problem(
    _ code: ProblemCode, at place: Place?, _ text: Bilingual, hint: Bilingual?
  ) -> InputProblem {
    InputProblem(code.rawValue, file: file, line: place?.line, column: place?.column, text, hint: hint)
  }
}

/// Something could not be read, and the log says why.
struct Reported: Error {}

/// A value that was read, or the mark that it could not be.
typealias Reading<Value> = Result<Value, Reported>

extension Result where Failure == Reported {
  /// The value, if it could be read. For checks that need several values and stay silent where one is missing.
  var known: Success? {
    if case .success(let value) = self { value } else { nil }
  }
}

/// Text of a file as messages quote it: one short line.
func quoted(_ text: String) -> String {
  let limit = 40
  let line = text.unicodeScalars.prefix(limit + 1).map { $0.properties.isWhitespace && $0 != " " ? " " : String($0) }
  return "`" + line.prefix(limit).joined() + (line.count > limit ? "…" : "") + "`"
}

extension Sequence where Element == String {
  /// `a`、`b` 或 `c`; `a`, `b` or `c`.
  var alternatives: Bilingual {
    let words = map { "`\($0)`" }
    guard let last = words.last, words.count > 1 else { return Bilingual(words.joined(), en: words.joined()) }
    return Bilingual(
      words.dropLast().joined(separator: "、") + " 或 " + last,
      en: words.dropLast().joined(separator: ", ") + " or " + last)
  }
}
