import KaoheScoring

extension ScoreImport {
  /// Lines of scores.csv by cell, for problems that show only when a visit is seen as a whole.
  ///
  /// - Parameter wanted: pairs of visit and indicator.
  func lines(of wanted: Set<ScoreCell>) throws -> [ScoreCell: [Int]] {
    var lines: [ScoreCell: [Int]] = [:]
    var layout: CSVTable.Layout?
    let table = CSVTable.scores
    let ignored = ProblemCollector()
    _ = try CSVReader(path: run.path(of: table.file), name: table.file).read { row in
      guard let known = layout else {
        layout = table.layout(of: row, ignored)
        return layout != nil
      }
      guard table.isWellFormed(row, known, ignored) else { return true }
      let record = CSVRecord(table, row, known, ignored)
      var cell = ScoreCell(
        visit: record.text("visit") ?? "", indicator: record.text("indicator") ?? "", item: "", scorer: "")
      guard wanted.contains(cell) else { return true }
      cell.item = record.text("item") ?? ""
      cell.scorer = record.text("scorer") ?? ""
      lines[cell, default: []].append(record.line)
      return true
    }
    return lines
  }
}
