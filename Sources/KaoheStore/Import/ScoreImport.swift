import GRDB
import KaoheScoring

extension FolderImport {
  /// Stores the rows of scores.csv as observations, each checked by the rules of its leaf.
  func importScores() throws -> ScoreImport {
    let scores = try ScoreImport(self)
    try scores.withoutInsertTriggers {
      try each(.scores) { try scores.take($0) }
      try scores.finish()
    }
    return scores
  }
}

/// Streams a million rows of scores into the database: constant memory, many rows an INSERT.
///
/// A row that is known is left alone. One that changes what is known supersedes it, if its visit may still change.
final class ScoreImport {
  let run: FolderImport
  private let database: Database
  private let observations: BatchInsert
  private let supersessions: BatchInsert
  private let evidence: BatchInsert
  private let live: SQLStatement
  private let evidenceOf: SQLStatement
  private let recordedAt: String
  /// Identities from here on were given by this import.
  let firstID: Int64
  private var inserted = 0
  private var superseded = 0
  private var linked = 0
  /// Known observations that a row of this file repeats.
  private var repeated: Set<Int64> = []
  /// Known observations that a row of this file supersedes.
  private var replaced: Set<Int64> = []
  /// Withdrawals of what was never recorded, which store nothing.
  private(set) var idle: Set<ScoreCell> = []
  /// The visit and the leaf of the row before: rows of one visit stand together.
  var current: Roster.Visit?
  var currentLeaf: (code: String, visit: String, index: Int?)?

  init(_ run: FolderImport) throws {
    self.run = run
    database = run.database
    observations = BatchInsert(
      database, into: "observation", columns: "visit indicator item scorer id value reason recorded_at recorded_by")
    supersessions = BatchInsert(
      database, into: "supersession",
      columns: "visit indicator item scorer superseded by reason recorded_at recorded_by")
    evidence = BatchInsert(
      database, into: "observation_evidence", columns: "visit indicator item scorer id evidence")
    live = try SQLStatement(
      database,
      """
      SELECT id, value, reason FROM observation AS o
      WHERE visit = ?1 AND indicator = ?2 AND item = ?3 AND scorer = ?4 AND id < ?5 AND NOT EXISTS (
        SELECT 1 FROM supersession AS s
        WHERE s.visit = ?1 AND s.indicator = ?2 AND s.item = ?3 AND s.scorer = ?4 AND s.superseded = o.id AND s.by < ?5)
      ORDER BY id
      """)
    evidenceOf = try SQLStatement(
      database,
      """
      SELECT evidence FROM observation_evidence
      WHERE visit = ?1 AND indicator = ?2 AND item = ?3 AND scorer = ?4 AND id = ?5
      """)
    recordedAt = ObservationClock.text(milliseconds: run.now)
    firstID = run.clock.next(at: run.now)
  }

  /// A trigger costs as much as half an insert, even where its condition is false. They come back in the same
  /// transaction; what they would do is done by this import as a whole.
  func withoutInsertTriggers(_ body: () throws -> Void) throws {
    let triggers = try Row.fetchAll(
      database,
      sql: """
        SELECT name, sql FROM sqlite_schema
        WHERE type = 'trigger' AND tbl_name IN ('observation', 'supersession', 'observation_evidence')
          AND name LIKE '%\\_insert' ESCAPE '\\'
        """)
    for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
    try body()
    for trigger in triggers { try database.execute(sql: trigger[1]) }
  }

  func finish() throws {
    try observations.flush()
    try supersessions.flush()
    try evidence.flush()
    run.writer.count("observation", inserted: inserted)
    run.writer.count("supersession", inserted: superseded)
    run.writer.count("observation_evidence", inserted: linked)
  }

  func take(_ record: CSVRecord) throws {
    let visitCode = record.required("visit")
    let indicator = record.required("indicator")
    let (item, value) = (record.text("item") ?? "", record.required("value"))
    let (scorer, reason) = (record.text("scorer") ?? "", record.text("reason") ?? "")
    let codes = run.evidenceCodes(record)
    guard let visit = visit(visitCode, record), !indicator.isEmpty else { return }
    guard !value.isEmpty, let observed = read(record, visit, indicator, item, value, scorer) else { return }
    // A row that can't be stored still says whether it lacks a reason.
    guard record.isValid else {
      checkReason(record, observed.value, observed.leaf, reason)
      return checkRecusal(record, observed.value, visit, scorer)
    }
    let cell = ScoreCell(visit: visitCode, indicator: indicator, item: item, scorer: scorer)
    let known = try knownObservations(cell, visit)
    if try isRepeated(cell, known, value, reason, codes, record) { return }
    checkReason(record, observed.value, observed.leaf, reason)
    checkRecusal(record, observed.value, visit, scorer)
    if known.count > 1 {
      record.refuse(
        "not-alone", nil,
        Bilingual(
          "同一项有两条有效记录待裁定，裁定前不能再记", en: "this cell has two live rows, and takes nothing until that is decided"),
        hint: Bilingual("kaohe conflict list 查看", en: "see kaohe conflict list"))
    }
    guard record.isValid else { return }
    if let status = visit.closedStatus {
      record.refuse(
        "closed-visit", nil,
        Bilingual(
          "督查 \(visitCode) \(status.label.chinese)，不能再改记录",
          en: "the visit \(visitCode) is \(status.label.english); its scores can't be changed"),
        hint: status.wayBack(visitCode))
      return
    }
    try store(cell, value, reason, codes, superseding: known)
    visit.isTouched = true
    if let assessment = visit.assessment?.code { run.touched.insert(assessment) }
    run.queueCheck(visit)
  }

  // MARK: Storing

  private struct Known {
    var id: Int64
    var value: String
    var reason: String
  }

  /// The live observations of a cell that were there before this import.
  private func knownObservations(_ cell: ScoreCell, _ visit: Roster.Visit) throws -> [Known] {
    if visit.known == nil { return [] }
    if visit.hasObservations == nil {
      visit.hasObservations = try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM observation WHERE visit = ?)", arguments: [visit.code])
    }
    guard visit.hasObservations == true else { return [] }
    bind(live, cell)
    live.bind(5, firstID)
    defer { live.reset() }
    var found: [Known] = []
    while try live.step() { found.append(Known(id: live.integer(0), value: live.text(1), reason: live.text(2))) }
    return found
  }

  private func bind(_ statement: SQLStatement, _ cell: ScoreCell) {
    statement.bind(1, cell.visit)
    statement.bind(2, cell.indicator)
    statement.bind(3, cell.item)
    statement.bind(4, cell.scorer)
  }

  /// Whether the row says what is known already, so that there is nothing to store.
  private func isRepeated(
    _ cell: ScoreCell, _ known: [Known], _ value: String, _ reason: String, _ codes: [String], _ record: CSVRecord
  ) throws -> Bool {
    if known.isEmpty, value == "-" {
      if !idle.insert(cell).inserted { refuseRepetition(record) }
      return true
    }
    // One row that says what is known and another that changes it have the same key.
    if known.contains(where: { repeated.contains($0.id) || replaced.contains($0.id) }) {
      refuseRepetition(record)
      return true
    }
    // Where nothing counts nobody decides between two: the newer one speaks for both.
    let isCancelled = run.roster.visits[cell.visit]?.known == .cancelled
    guard let held = known.last, known.count == 1 || isCancelled, held.value == value else { return false }
    if record.has("reason"), held.reason != reason { return false }
    if record.has("evidence"), try evidenceCodes(cell, held.id) != Set(codes) { return false }
    repeated.formUnion(known.map(\.id))
    return true
  }

  private func refuseRepetition(_ record: CSVRecord) {
    record.refuse(
      "duplicate-key", "visit",
      Bilingual("前面已有同一督查、指标、细项、评分人的行", en: "an earlier row has the same visit, indicator, item and scorer"))
  }

  private func evidenceCodes(_ cell: ScoreCell, _ id: Int64) throws -> Set<String> {
    bind(evidenceOf, cell)
    evidenceOf.bind(5, id)
    defer { evidenceOf.reset() }
    var codes: Set<String> = []
    while try evidenceOf.step() { codes.insert(evidenceOf.text(0)) }
    return codes
  }

  private func store(
    _ cell: ScoreCell, _ value: String, _ reason: String, _ codes: [String], superseding known: [Known]
  ) throws {
    let id = run.clock.next(at: run.now)
    let key: [BatchInsert.Value] = [
      .text(cell.visit), .text(cell.indicator), .text(cell.item), .text(cell.scorer),
    ]
    let made: [BatchInsert.Value] = [.text(reason), .text(recordedAt), .text(run.actor)]
    try observations.add(key + [.integer(id), .text(value)] + made)
    inserted += 1
    for old in known {
      try supersessions.add(key + [.integer(old.id), .integer(id)] + [.text(""), .text(recordedAt), .text(run.actor)])
      superseded += 1
      replaced.insert(old.id)
    }
    for code in codes { try evidence.add(key + [.integer(id), .text(code)]) }
    linked += codes.count
  }
}

/// What tells one observation's place from another's. Item and scorer are empty where only the leaf is meant.
struct ScoreCell: Hashable {
  var visit: String
  var indicator: String
  var item: String
  var scorer: String
}
