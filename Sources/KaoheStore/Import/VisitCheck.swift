import GRDB
import KaoheScoring

/// Checks the observations of each visit that changed as a whole: rows that must stand alone, rows that stand twice,
/// and, where the visit is to be submitted, what is still lacking.
struct VisitCheck {
  private let folder: RecordImport
  private let scores: ScoreImport
  private let observations: SQLStatement
  private let superseded: SQLStatement

  init(_ folder: RecordImport, _ scores: ScoreImport) throws {
    self.folder = folder
    self.scores = scores
    observations = try SQLStatement(
      folder.database,
      "SELECT indicator, item, scorer, id, value FROM observation WHERE visit = ? ORDER BY indicator, item, scorer, id")
    superseded = try SQLStatement(folder.database, "SELECT superseded FROM supersession WHERE visit = ?")
  }

  /// One live observation, read by the rules of its leaf.
  private struct Found {
    var cell: ScoreCell
    var id: Int64
    var value: ObservedValue
  }

  /// A problem of a row in scores.csv whose line has yet to be found.
  private struct Pending {
    var cell: ScoreCell
    var visit: Roster.Visit
    var code: String
    var field: String
    var text: Bilingual
    var isRepetition = false
  }

  func run() throws {
    var pending: [Pending] = []
    for visit in folder.visitsToCheck {
      guard let rules = visit.assessment?.rules else { continue }
      for (leaf, rows) in try read(visit, rules) {
        pending += repetitions(rows, visit)
        // A cell that two rows fill is reported once.
        let live = zip(rows, [nil] + rows).filter { $0.value != .withdrawn && $0.cell != $1?.cell }.map(\.0)
        for conflict in leaf.conflicts(among: live.map { ($0.value, $0.cell.scorer) }) {
          pending.append(
            Pending(
              cell: live[conflict.row].cell, visit: visit, code: conflict.problem.code,
              field: conflict.problem.cell.rawValue,
              text: Bilingual(
                "\(leaf.code)：\(conflict.problem.text.chinese)", en: "\(leaf.code): \(conflict.problem.text.english)")))
        }
        if visit.wanted.counts, !live.isEmpty { try reportGaps(leaf, live, visit) }
      }
    }
    try report(pending)
  }

  private func read(_ visit: Roster.Visit, _ rules: RuleIndex) throws -> [(Leaf, [Found])] {
    superseded.bind(1, visit.code)
    var dead: Set<Int64> = []
    while try superseded.step() { dead.insert(superseded.integer(0)) }
    superseded.reset()
    observations.bind(1, visit.code)
    defer { observations.reset() }
    var leaves: [(Leaf, [Found])] = []
    // A visit that was moved may no longer fit what is recorded of it; each reason is said once.
    var misfits: [InputProblem] = []
    while try observations.step() {
      let id = observations.integer(3)
      if dead.contains(id) { continue }
      let cell = ScoreCell(
        visit: visit.code, indicator: observations.text(0), item: observations.text(1), scorer: observations.text(2))
      // What was withdrawn is as if it had not been recorded.
      let isWithdrawn = observations.isEqual(4, to: "-")
      func report(_ misfit: InputProblem) { if !isWithdrawn, !misfits.contains(misfit) { misfits.append(misfit) } }
      guard let index = rules.leafOfCode[cell.indicator] else {
        report(unknownLeaf(cell.indicator, visit, rules))
        continue
      }
      let leaf = rules.rules.leaves[index]
      if let misfit = folder.roster.misfit(of: leaf, at: visit) {
        report(misplaced(misfit, visit))
        continue
      }
      if let recusal = folder.roster.recusal(of: cell.scorer, at: visit), try !isOverridden(cell, id, visit) {
        report(misplaced(recusal, visit))
      }
      guard let value = try? leaf.read(item: cell.item, value: observations.text(4)) else { continue }
      if leaves.last?.0.code != leaf.code { leaves.append((leaf, [])) }
      leaves[leaves.count - 1].1.append(Found(cell: cell, id: id, value: value))
    }
    folder.problems.add(misfits)
    return leaves
  }

  /// Whether somebody said why the scorer does not stand aside, or a new visit brings a score from before it was so.
  private func isOverridden(_ cell: ScoreCell, _ id: Int64, _ visit: Roster.Visit) throws -> Bool {
    if visit.known == nil, folder.recusals.explains(cell.scorer, at: cell) { return true }
    return try Bool.fetchOne(
      folder.database, sql: "SELECT 1 FROM recusal_override WHERE visit = ? AND id = ?", arguments: [visit.code, id])
      ?? false
  }

  /// Whether what the leaf lacks was settled before: the visit was handed in elsewhere, and its steps come with it, or an
  /// objection corrected the leaf since.
  private func isSettled(_ leaf: Leaf, _ visit: Roster.Visit) throws -> Bool {
    if visit.known == nil, try folder.visitSteps.lead(visit.code, to: visit.wanted) { return true }
    return try Bool.fetchOne(
      folder.database, sql: "SELECT 1 FROM objection_correction WHERE visit = ? AND indicator = ?",
      arguments: [visit.code, leaf.code]) ?? false
  }

  private func unknownLeaf(_ indicator: String, _ visit: Roster.Visit, _ rules: RuleIndex) -> InputProblem {
    folder.source.place(.visits, line: visit.line).problem(
      "unknown-code", "assessment",
      Bilingual(
        "督查 \(visit.code) 已有 \(indicator) 的记录，细则 \(rules.rules.code) 没有这个考核要点",
        en: "the visit \(visit.code) has scores of \(indicator), which the rule set \(rules.rules.code) does not have"))
  }

  private func misplaced(_ misfit: VisitFit.Misfit, _ visit: Roster.Visit) -> InputProblem {
    folder.source.place(.visits, line: visit.line).problem(misfit.code, "subject", misfit.text)
  }

  /// Cells that two rows of this import fill.
  private func repetitions(_ rows: [Found], _ visit: Roster.Visit) -> [Pending] {
    var repeated: [ScoreCell] = []
    for (row, earlier) in zip(rows, [nil] + rows) where row.id >= scores.firstID {
      let isSecond = row.cell == earlier?.cell && (earlier?.id ?? 0) >= scores.firstID
      if isSecond || scores.idle.contains(row.cell), repeated.last != row.cell { repeated.append(row.cell) }
    }
    return repeated.map { cell in
      Pending(
        cell: cell, visit: visit, code: "duplicate-key", field: "visit", text: Bilingual("", en: ""),
        isRepetition: true)
    }
  }

  private func reportGaps(_ leaf: Leaf, _ rows: [Found], _ visit: Roster.Visit) throws {
    let gaps = leaf.gaps(in: rows.map(\.value))
    if try gaps.isEmpty || isSettled(leaf, visit) { return }
    for gap in gaps {
      folder.problems.add(
        folder.source.place(.visits, line: visit.line).problem(
          "incomplete-visit", "status",
          Bilingual(
            "督查 \(visit.code) 不能提交：\(leaf.code) \(leaf.title)：\(gap.chinese)",
            en: "the visit \(visit.code) can't be submitted: \(leaf.code) \(leaf.title): \(gap.english)")))
    }
  }

  private func report(_ pending: [Pending]) throws {
    if pending.isEmpty { return }
    let wanted = Set(
      pending.map { ScoreCell(visit: $0.cell.visit, indicator: $0.cell.indicator, item: "", scorer: "") })
    let lines = try scores.lines(of: wanted)
    for problem in pending {
      let rows = lines[problem.cell] ?? []
      guard !problem.isRepetition else {
        for line in rows.dropFirst() {
          folder.problems.add(
            folder.source.place(.scores, line: line).problem(
              problem.code, problem.field, CSVTable.repetition(ofLine: rows[0])))
        }
        continue
      }
      // Where the row came with an earlier import, the visit is named.
      let place = folder.source.place(rows.isEmpty ? .visits : .scores, line: rows.first ?? problem.visit.line)
      folder.problems.add(place.problem(problem.code, rows.isEmpty ? "status" : problem.field, problem.text))
    }
  }
}
