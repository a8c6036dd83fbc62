import KaoheScoring

/// What shows only when several visits are summed (`total`, `pooled`): a subject whose measures are fractions at one
/// visit and plain numbers at another, and sums of 0/0 where the rules give them no meaning.
final class SummedLeafCheck {
  private let scores: ScoreImport
  private let problems: ProblemCollector
  private var found: [(cell: ScoreCell, problem: SummingProblem)] = []

  init(_ scores: ScoreImport, _ problems: ProblemCollector) {
    self.scores = scores
    self.problems = problems
  }

  func take(_ records: DistrictRecords, _ rules: RuleSet) {
    for problem in rules.summingProblems(in: records) {
      let code = rules.leaves[problem.leaf].code
      found.append((ScoreCell(visit: problem.visit, indicator: code, item: "", scorer: ""), problem))
    }
  }

  /// Says where the latest row of each sum stands.
  func report() throws {
    if found.isEmpty { return }
    var lineOf: [ScoreCell: Int] = [:]
    for (cell, lines) in try scores.lines(of: Set(found.map(\.cell))) {
      let leaf = ScoreCell(visit: cell.visit, indicator: cell.indicator, item: "", scorer: "")
      lineOf[leaf] = ([lineOf[leaf]] + lines).compactMap { $0 }.min()
    }
    for (cell, problem) in found {
      problems.add(
        scores.run.source.place(.scores, line: lineOf[cell]).problem(
          problem.code, "value",
          Bilingual(
            "\(cell.indicator)：\(problem.text.chinese)", en: "\(cell.indicator): \(problem.text.english)")))
    }
  }
}
