import KaoheScoring

/// Looks at rows of scores.csv ahead of the thread that stores them, and notes what they say by themselves.
///
/// It needs no database: what of the roster it reads stays as it is while scores are read. It is used by one thread at a
/// time. What it finds nothing to say about can be stored; the rest is read again where there are words for it.
final class ScoreLook: @unchecked Sendable {
  private let roster: Roster
  /// Districts in which whoever imports has to stand aside.
  private let closedDistricts: Set<String>
  private var layout: CSVTable.Layout?
  private var columns: ScoreRow.Columns?
  /// The visit of the row before: rows of one visit stand together.
  private var current: VisitRows?

  init(_ roster: Roster, closedDistricts: Set<String>) {
    self.roster = roster
    self.closedDistricts = closedDistricts
  }

  /// - Parameter known: the rows' layout; where there is none, the first row of all is the header.
  func look(at batch: CSVBatch, _ known: CSVTable.Layout? = nil) {
    var first = 0
    if layout == nil {
      if known == nil { first = 1 }
      guard batch.rowCount >= first else { return }
      // What is wrong with the header is said where rows are handed out, and there are none then.
      layout = known ?? CSVTable.scores.layout(of: batch[0], ProblemCollector())
      columns = layout.map(ScoreRow.Columns.init)
    }
    guard let layout, let columns else { return }
    var verdicts = Array(repeating: ScoreVerdict(), count: batch.rowCount)
    for index in verdicts.indices.dropFirst(first) {
      let row = batch[index]
      // Others are not handed out.
      if row.count == layout.count, row.isValid { verdicts[index] = verdict(ScoreRow(row, columns)) }
    }
    batch.verdicts = verdicts
  }

  /// To be called behind the last row.
  ///
  /// - Returns: whether the last visit's rows are sound.
  func finish() -> Bool {
    current?.close()
    return current?.isSound ?? true
  }

  private func verdict(_ row: ScoreRow) -> ScoreVerdict {
    var verdict: ScoreVerdict = []
    if current?.areOf(row.visit) != true {
      verdict.insert(.beginsVisit)
      if !finish() { verdict.insert(.followsUnsound) }
      current = roster.visits[String(decoding: row.visit, as: UTF8.self)].map { VisitRows($0, roster) }
    }
    guard let current else { return verdict }
    guard let value = current.read(row), value != .withdrawn, !closedDistricts.contains(current.visit.district),
      row.scorerBytes.isEmpty || value.takesScorer && mayScore(row.scorer, current.visit), isKnown(row.evidence)
    else {
      current.isSound = false
      return verdict
    }
    verdict.insert(.plain)
    if row.reason.isEmpty, current.needsReason(value) {
      verdict.insert(.lacksReason)
      current.isSound = false
    } else {
      current.note(row, value)
    }
    return verdict
  }

  private func mayScore(_ scorer: String, _ visit: Roster.Visit) -> Bool {
    guard let inspector = roster.inspectors[scorer] else { return false }
    return inspector.district == nil || inspector.district != visit.district
  }

  private func isKnown(_ evidence: ScoreRow.Bytes) -> Bool {
    evidence.isEmpty
      || String(decoding: evidence, as: UTF8.self).codeList.allSatisfy(roster.evidence.contains)
  }
}
