import KaoheScoring

/// Collects every problem of an import. Keeps the first ones of each file, and counts the rest.
final class ProblemCollector {
  private var kept: [InputProblem] = []
  private var counts: [String: Int] = [:]
  private(set) var count = 0
  /// Files of which a row could not be read, so that what they define is not known as a whole.
  var unreadableFiles: Set<String> = []

  /// How many problems of one file are kept.
  static let limitPerFile = 1000

  func add(_ problem: InputProblem) {
    count += 1
    counts[problem.file, default: 0] += 1
    if counts[problem.file, default: 0] <= Self.limitPerFile { kept.append(problem) }
  }

  func add(_ more: some Sequence<InputProblem>) {
    for problem in more { add(problem) }
  }

  /// In the order of file and line.
  var problems: [InputProblem] { kept.sorted() }
}

/// Why an import was refused; nothing was stored.
public struct ImportError: Error, Sendable {
  /// The first problems, in the order of file and line.
  public let problems: [InputProblem]
  /// How many there are in all.
  public let count: Int
}
