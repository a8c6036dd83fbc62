/// Everything that is wrong with an input: at least one problem, in the order of file, line and column.
public struct InputProblems: Error, Sendable, Hashable {
  public let problems: [InputProblem]

  /// - Returns: nil where there is no problem.
  public init?(_ problems: [InputProblem]) {
    if problems.isEmpty { return nil }
    self.problems = problems.sorted()
  }

  public init(_ problem: InputProblem) {
    problems = [problem]
  }

  /// One line a problem.
  public func text(in language: Language) -> String {
    problems.map { $0.text(in: language) }.joined(separator: "\n")
  }
}
