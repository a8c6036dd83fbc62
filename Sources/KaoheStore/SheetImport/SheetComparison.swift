import GRDB
import KaoheScoring

/// Compares the lines of a sheet that comes back with what they were filled with and with what is known now, so that
/// nothing is dropped that was written, and nothing overwritten that was recorded in the meantime.
struct SheetComparison {
  private let database: Database
  private let sheet: ScoringSheet
  private let session: Session
  private let words: SheetProblem
  private let inspectors: [(code: String, name: String)]

  init(_ database: Database, _ sheet: ScoringSheet, _ session: Session, _ words: SheetProblem) throws {
    self.database = database
    self.sheet = sheet
    self.session = session
    self.words = words
    inspectors = try Row.fetchAll(database, sql: "SELECT code, name FROM inspector ORDER BY code").map {
      ($0[0], $0[1])
    }
  }

  /// - Returns: the answer of a row, nil where it says nothing new; and what is wrong with it.
  func answer(
    _ row: SheetTable.Row, _ number: Int, _ line: SheetIdentity.Line
  ) throws -> (answer: SheetAnswer?, problems: [InputProblem]) {
    let wrong = SheetColumn.answers.compactMap { column in
      row.cells[column].flatMap { words.noAnswer($0, row: row.number, column) }
    }
    if !wrong.isEmpty { return (nil, wrong) }
    guard let scorer = scorer(row, line) else {
      return (
        nil,
        [words.changedCode(row: row.number, .scorer, expected: line.scorer.code, found: row.text(.scorer))]
      )
    }
    var answer = SheetAnswer(
      row: row.number, leaf: line.leaf, cell: SheetRow.Cell(item: line.item, scorer: scorer),
      value: row.text(.value).composed, reason: row.text(.reason).composed, evidence: row.text(.evidence).composed)
    // A leaf that does not apply does so for the whole group.
    if case .named = line.scorer, ["n/a", "不适用"].contains(answer.value) { answer.cell.scorer = "" }
    let known = sheet.entry(of: line.leaf)?.rows.filter { $0.cell == answer.cell } ?? []
    if known.count == 1, says(answer, known[0], line) { return (nil, []) }
    if answer.value.isEmpty {
      let filled = filledColumns(answer, line)
      return (nil, filled.isEmpty ? [] : [words.missingAnswer(row: row.number, filled)])
    }
    if let problem = try changedSince(answer, line, known) { return (nil, [problem]) }
    if known.count == 1 { adopt(known[0], &answer) }
    return (answer, [])
  }

  /// Whether a row says what is known, or leaves it as it is.
  private func says(_ answer: SheetAnswer, _ known: SheetRow, _ line: SheetIdentity.Line) -> Bool {
    let isSame = answer.value.isEmpty || answer.value == known.value || answer.value == known.shownValue
    return isSame && answer.reason == known.reason.trimmedCell && codes(answer.evidence) == Set(known.evidence)
  }

  /// What is written beside an answer that is not there. A scorer who was named beforehand is none of it.
  private func filledColumns(_ answer: SheetAnswer, _ line: SheetIdentity.Line) -> [SheetColumn] {
    var columns: [SheetColumn] = []
    if line.scorer.code != answer.cell.scorer { columns.append(.scorer) }
    if answer.reason != line.reason.trimmedCell { columns.append(.reason) }
    if codes(answer.evidence) != codes(line.evidence) { columns.append(.evidence) }
    return columns
  }

  /// Refuses to take the place of what was recorded after the sheet was made: where the line was not changed at all, or
  /// another than who imports now has recorded it.
  private func changedSince(
    _ answer: SheetAnswer, _ line: SheetIdentity.Line, _ known: [SheetRow]
  ) throws -> InputProblem? {
    let live = try database.liveObservations(sheet.head.visit, line.leaf, answer.cell)
    let newer = live.filter { !line.recorded.contains($0) }
    if newer.isEmpty { return nil }
    let isUntouched =
      answer.value == line.value && answer.reason == line.reason.trimmedCell
      && codes(answer.evidence) == codes(line.evidence)
    let ids = newer.map(String.init).joined(separator: ",")
    let recordedBy = try String.fetchSet(
      database, sql: "SELECT recorded_by FROM observation WHERE id IN (\(ids))")
    let others = recordedBy.subtracting([session.actor]).sorted()
    if others.isEmpty, !isUntouched { return nil }
    return words.changedSince(row: answer.row, by: others.first, now: known.first?.shownValue)
  }

  /// Takes the words of what is known where the sheet says the same in its own: 是 for `yes`.
  private func adopt(_ known: SheetRow, _ answer: inout SheetAnswer) {
    if answer.value == known.shownValue { answer.value = known.value }
    if answer.reason == known.reason.trimmedCell { answer.reason = known.reason }
  }

  private func codes(_ text: String) -> Set<String> {
    Set(text.split { $0 == ";" || $0 == "；" }.map { String($0).trimmedCell }.filter { !$0.isEmpty })
  }

  /// The scorer's code: as it was written, or by the name beside or instead of it. nil where it is not the one of the line.
  private func scorer(_ row: SheetTable.Row, _ line: SheetIdentity.Line) -> String? {
    let text = row.text(.scorer).composed
    let named = inspectors.filter { $0.code == text || "\($0.code) \($0.name)" == text }
    let code = named.first?.code ?? inspectors.filter { $0.name == text }.only?.code ?? text
    if case .named(let expected) = line.scorer, code != expected { return nil }
    return code
  }
}

extension Array {
  /// The one element; nil where there are none or several.
  fileprivate var only: Element? { count == 1 ? self[0] : nil }
}
