import KaoheScoring

/// What shows only when several visits are summed (`total`, `pooled`): a subject whose measures are fractions at one
/// visit and plain numbers at another, and sums of 0/0 where the rules give them no meaning.
struct SummedLeafCheck {
  private let scores: ScoreImport
  private let problems: ProblemCollector

  init(_ scores: ScoreImport, _ problems: ProblemCollector) {
    self.scores = scores
    self.problems = problems
  }

  func check(_ records: DistrictRecords, _ rules: RuleSet) {
    for found in rules.summingProblems(in: records) {
      let leaf = rules.leaves[found.leaf]
      let cell = ScoreCell(visit: found.visit, indicator: leaf.code, item: "", scorer: "")
      let lines = ((try? scores.lines(of: [cell])) ?? [:]).values.flatMap { $0 }
      problems.add(
        InputProblem(
          found.code, file: CSVTable.scores.file, line: lines.min(), field: "value",
          Bilingual("\(leaf.code)：\(found.text.chinese)", en: "\(leaf.code): \(found.text.english)")))
    }
  }
}
