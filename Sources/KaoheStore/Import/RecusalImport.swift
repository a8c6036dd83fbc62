import GRDB
import KaoheScoring

/// Why scores hold although somebody belongs to the very district: read before the scores that would else be refused, and
/// stored beside them.
final class RecusalImport {
  private unowned let run: RecordImport
  private var rows: [(cell: ScoreCell, inspector: String, record: CSVRecord)] = []
  /// Those whom a row names, and whether it gives a reason.
  private var inspectors: [ScoreCell: [String: Bool]] = [:]
  /// How many problems there were before the scores.
  private var problemsBefore = 0

  init(_ run: RecordImport) { self.run = run }

  func read() throws {
    try run.each(.recusals) { record in
      let (visit, inspector) = (record.required("visit"), record.required("inspector"))
      let cell = ScoreCell(
        visit: visit, indicator: record.required("indicator"), item: record.text("item") ?? "",
        scorer: record.text("scorer") ?? "")
      run.checkLeaf(cell.indicator, of: visit, record)
      for (column, code) in [("scorer", cell.scorer), ("inspector", inspector)]
      where !code.isEmpty && run.roster.inspectors[code] == nil {
        record.refuseUnknown(column, code, .inspector)
      }
      inspectors[cell, default: [:]][inspector] = record.text("reason") != nil
      if record.isValid { rows.append((cell, inspector, record)) }
    }
    problemsBefore = run.problems.count
  }

  /// Whether a scorer need not stand aside, or did not have to then.
  func explains(_ scorer: String, at cell: ScoreCell) -> Bool { inspectors[cell]?[scorer] != nil }

  /// Whether there is a reason why none of these has to stand aside.
  func excuses(_ actors: [String], at cell: ScoreCell) -> Bool {
    actors.allSatisfy { inspectors[cell]?[$0] == true }
  }

  func store() throws {
    let isSound = run.problems.count == problemsBefore
    for (cell, inspector, record) in rows {
      let live = try run.database.heldObservations(cell)
      if live.isEmpty, isSound {
        record.refuseMissingScore(cell)
      }
      // Without a reason the inspector came to the district later: there was nothing to explain, and there is nothing to keep.
      guard let reason = record.text("reason"), let id = live.last else { continue }
      try store(reason, inspector, id, cell, record)
    }
  }

  /// Whether somebody who scored or recorded had to stand aside, or had to then. Of a visit that is new here nobody knows
  /// who belonged to the district when it was recorded: the folder hands on what was said of it there.
  private func isNeeded(_ inspector: String, _ cell: ScoreCell) throws -> Bool {
    guard let visit = run.roster.visits[cell.visit], visit.known != nil, inspector != cell.scorer,
      run.roster.inspectors[inspector]?.district != visit.district
    else { return true }
    return try Bool.fetchOne(
      run.database,
      sql: """
        SELECT 1 FROM audit_log
        WHERE table_name = 'inspector' AND record = ? AND json_extract(old, '$.district') = ?
        """, arguments: [inspector, visit.district]) ?? false
  }

  private func store(_ reason: String, _ inspector: String, _ id: Int64, _ cell: ScoreCell, _ record: CSVRecord) throws
  {
    let key: StatementArguments = [cell.visit, cell.indicator, cell.item, cell.scorer, id, inspector]
    let known = try String.fetchOne(
      run.database.cachedStatement(
        sql: """
          SELECT reason FROM recusal_override
          WHERE visit = ? AND indicator = ? AND item = ? AND scorer = ? AND id = ? AND inspector = ?
          """),
      arguments: key)
    if known == reason { return }
    if known == nil, try !isNeeded(inspector, cell) {
      return record.refuse(
        "no-recusal-needed", "inspector",
        Bilingual(
          "督查员 \(inspector.excerpt) 不是这一行的评分人，也不属于督查 \(cell.visit.excerpt) 的地区，无须回避",
          en: "the inspector \(inspector.excerpt) neither scored this row nor belongs to the district of the visit "
            + "\(cell.visit.excerpt), and need not stand aside"),
        hint: Bilingual("删掉这一行，或改正 inspector", en: "remove the row, or correct the inspector"))
    }
    if known != nil {
      return record.refuse(
        "changed-recusal", "reason",
        Bilingual(
          "\(inspector) 不回避的理由已有记录且不同，记下的理由不能改",
          en: "why \(inspector) does not stand aside is known with another reason; it never changes"))
    }
    if let visit = run.roster.visits[cell.visit], let status = visit.closedStatus {
      return record.refuse(
        "closed-visit", nil,
        Bilingual(
          "督查 \(visit.code) \(status.label.chinese)，不能再改记录",
          en: "the visit \(visit.code) is \(status.label.english); its scores can't be changed"),
        hint: status.wayBack(visit.code))
    }
    try run.database.cachedStatement(
      sql: """
        INSERT INTO recusal_override (visit, indicator, item, scorer, id, inspector, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: key + [reason])
    run.writer.count("recusal_override", inserted: 1)
  }
}

extension RecordImport {
  /// Reports a visit that is not known, or a leaf that its rules do not have.
  func checkLeaf(_ indicator: String, of visit: String, _ record: CSVRecord) {
    if visit.isEmpty { return }
    guard let known = roster.visits[visit] else { return record.refuseUnknown("visit", visit, .visit) }
    guard !indicator.isEmpty, let assessment = known.assessment, let rules = assessment.rules else { return }
    if rules.leafOfCode[indicator] == nil {
      record.refuseUnknown("indicator", indicator, .leaf, within: assessment.ruleSet)
    }
  }
}

extension CSVRecord {
  /// A row that says more about a score that there is not.
  func refuseMissingScore(_ cell: ScoreCell) {
    let place = [cell.indicator, cell.item, cell.scorer].filter { !$0.isEmpty }.map(\.excerpt).joined(separator: " ")
    let visit = cell.visit.excerpt
    refuse(
      "no-such-score", nil,
      Bilingual("督查 \(visit) 没有 \(place) 的记录", en: "there is no score of \(place) at the visit \(visit)"))
  }
}

extension Database {
  /// Identities of the observations of a cell that hold, the newest last; none where it was withdrawn.
  func heldObservations(_ cell: ScoreCell) throws -> [Int64] {
    try Int64.fetchAll(
      cachedStatement(
        sql: """
          SELECT id FROM observation AS o
          WHERE visit = ? AND indicator = ? AND item = ? AND scorer = ? AND value <> '-' AND \(LiveObservation.condition("o"))
          ORDER BY id
          """), arguments: [cell.visit, cell.indicator, cell.item, cell.scorer])
  }
}
