import Foundation
import GRDB
import KaoheScoring
import KaoheWorkbooks

/// A scoring sheet that comes back as a workbook: rows of scores of one visit.
///
/// It finds out which answers there are and where they stand. Whether an answer may be recorded is checked where the
/// rows of scores.csv are.
final class SheetSource: RecordSource {
  private let database: Database
  private let path: String
  private let session: Session
  private let words: SheetProblem
  private var answers: [SheetAnswer] = []
  private var visit = ""

  init(_ database: Database, path: String, session: Session) {
    self.database = database
    self.path = path
    self.session = session
    words = SheetProblem(file: URL(filePath: path).lastPathComponent)
  }

  func check(_ problems: ProblemCollector) throws {
    do {
      let reader = try WorkbookReader(path: path)
      guard let identity = try identity(reader, problems), try isKnown(identity, problems) else { return }
      visit = identity.visit
      var table = SheetTable(identity, words)
      try table.read(reader)
      guard table.checkHeadings() else { return problems.add(table.problems) }
      let rows = table.checkedRows()
      problems.add(table.problems)
      let sheet = try ScoringSheetReader(database).read(identity.visit)
      let comparison = try SheetComparison(database, sheet, session, words)
      for (row, number, line) in rows {
        let (answer, found) = try comparison.answer(row, number, line)
        problems.add(found)
        if let answer { answers.append(answer) }
      }
    } catch let problem as WorkbookProblem {
      problems.add(words.workbook(problem))
    }
  }

  /// What the hidden sheet says; nil where the workbook is no scoring sheet.
  private func identity(_ reader: WorkbookReader, _ problems: ProblemCollector) throws -> SheetIdentity? {
    let names = reader.sheetNames
    guard names.contains(SheetIdentity.hiddenName) else {
      problems.add(words.foreign)
      return nil
    }
    var rows: [[String]] = []
    try reader.read(SheetIdentity.hiddenName) { row in
      var cells = Array(repeating: "", count: min(20, row.cells.last?.column ?? 0))
      for cell in row.cells where cell.column <= cells.count { cells[cell.column - 1] = cell.text.composed }
      rows.append(cells)
    }
    guard let format = SheetIdentity.format(of: rows) else {
      problems.add(words.changedIdentity)
      return nil
    }
    guard format == SheetIdentity.format else {
      problems.add(words.unknownFormat(format))
      return nil
    }
    guard let identity = SheetIdentity(rows: rows) else {
      problems.add(words.changedIdentity)
      return nil
    }
    guard names.contains(SheetIdentity.sheetName) else {
      problems.add(words.noSheet(among: names.filter { !$0.hasPrefix("_") }))
      return nil
    }
    return identity
  }

  /// Whether the visit is here, and scored by the rules that the sheet was made by.
  private func isKnown(_ identity: SheetIdentity, _ problems: ProblemCollector) throws -> Bool {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT r.code, r.content_sha256 FROM visit AS v
        JOIN assessment AS a ON a.code = v.assessment
        JOIN rule_set AS r ON r.code = a.rule_set
        WHERE v.code = ?
        """,
      arguments: [identity.visit])
    guard let row else {
      problems.add(words.unknownVisit(identity.visit))
      return false
    }
    let (code, hash): (String, String) = (row[0], row[1])
    if code != identity.ruleSet {
      problems.add(words.otherRules(identity, now: code))
    } else if hash != identity.contentHash {
      problems.add(words.otherContent(identity, now: hash))
    } else {
      return true
    }
    return false
  }

  // MARK: Rows of scores.csv

  func ruleFiles() -> [String] { [] }

  func contents(of ruleFile: String) -> [UInt8]? { nil }

  func file(of table: CSVTable) -> (name: String, size: Int)? {
    // Sizes are for files whose reading takes time.
    table.file == CSVTable.scores.file ? (words.file, 0) : nil
  }

  func read(
    _ table: CSVTable, _ problems: ProblemCollector, ahead: ScoreLook?, onProgress: (Int) -> Void,
    _ body: (CSVRecord) throws -> Void
  ) throws {
    guard file(of: table) != nil else { return }
    let layout = CSVTable.Layout(
      table, positions: table.columns.indices.map { $0 }, count: table.columns.count, problems,
      place(table, line: nil))
    let rows = CSVBatch()
    for answer in answers {
      let texts = [
        "visit": visit, "indicator": answer.leaf, "item": answer.cell.item, "value": answer.value,
        "scorer": answer.cell.scorer, "reason": answer.reason, "evidence": answer.evidence,
      ]
      for column in table.columns { rows.add(cell: (texts[column.name] ?? "").utf8) }
      rows.endRow(line: answer.row)
    }
    ahead?.look(at: rows, layout)
    for row in answers.indices { try body(CSVRecord(rows[row], layout)) }
  }

  func place(_ table: CSVTable, line: Int?) -> RecordPlace {
    RecordPlace(file: words.file, line: line, sheet: SheetIdentity.sheetName)
  }
}

/// What one row of a sheet says.
struct SheetAnswer {
  /// The row of the sheet.
  var row: Int
  var leaf: String
  var cell: SheetRow.Cell
  var value: String
  var reason: String
  /// Codes, `;` between.
  var evidence: String
}
