import KaoheScoring

extension ScoreImport {
  /// Lines of the scores by cell, for problems that show only when a visit is seen as a whole.
  ///
  /// - Parameter wanted: pairs of visit and indicator.
  func lines(of wanted: Set<ScoreCell>) throws -> [ScoreCell: [Int]] {
    var lines: [ScoreCell: [Int]] = [:]
    if run.source.file(of: .scores) == nil { return [:] }
    // What can't be read was reported when the rows were stored.
    try run.source.read(.scores, ProblemCollector(), ahead: nil, onProgress: { _ in }) { record in
      var cell = ScoreCell(
        visit: record.text("visit") ?? "", indicator: record.text("indicator") ?? "", item: "", scorer: "")
      guard wanted.contains(cell) else { return }
      cell.item = record.text("item") ?? ""
      cell.scorer = record.text("scorer") ?? ""
      lines[cell, default: []].append(record.line)
    }
    return lines
  }
}
