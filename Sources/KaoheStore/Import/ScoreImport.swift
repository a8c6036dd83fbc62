import GRDB
import KaoheScoring

extension RecordImport {
  /// Stores the rows of scores.csv as observations, each checked by the rules of its leaf.
  func importScores() throws -> ScoreImport {
    let scores = try ScoreImport(self)
    let look = ScoreLook(roster, closedDistricts: Set(actorsByDistrict.keys))
    try withoutInsertTriggers(of: ["observation", "supersession", "observation_evidence"]) {
      try each(.scores, ahead: look) { try scores.take($0) }
      try scores.finish(isSound: look.finish())
    }
    return scores
  }
}

/// Streams a million rows of scores into the database: constant memory, many rows an INSERT.
///
/// A row that is known is left alone. One that changes what is known supersedes it, if its visit may still change. What
/// rows say by themselves is found out before they come here (`ScoreLook`), in large files by a second thread.
final class ScoreImport {
  let run: RecordImport
  private let database: Database
  private let observations: BatchInsert
  private let supersessions: BatchInsert
  private let evidence: BatchInsert
  private let known: KnownObservations.Reader
  /// Identities from here on were given by this import.
  let firstID: Int64
  private var inserted = 0
  private var superseded = 0
  private var linked = 0
  /// Withdrawals of what was never recorded, which store nothing.
  private(set) var idle: Set<ScoreCell> = []
  /// The visit of the row before, and what is known of it: rows of one visit stand together.
  private var current: (visit: Roster.Visit, known: KnownObservations)?
  private var columns: ScoreRow.Columns?

  init(_ run: RecordImport) throws {
    self.run = run
    database = run.database
    let recordedAt = ObservationClock.text(milliseconds: run.now)
    let made: KeyValuePairs = ["recorded_at": recordedAt, "recorded_by": run.actor]
    observations = BatchInsert(
      database, into: "observation", columns: "visit indicator item scorer id value reason", constants: made)
    supersessions = BatchInsert(
      database, into: "supersession", columns: "visit indicator item scorer superseded by", constants: made)
    evidence = BatchInsert(
      database, into: "observation_evidence", columns: "visit indicator item scorer id evidence")
    firstID = run.clock.next(at: run.now)
    known = try KnownObservations.Reader(database, before: firstID)
  }

  /// - Parameter isSound: whether the last visit's rows are.
  func finish(isSound: Bool) throws {
    close(isSound: isSound)
    try observations.flush()
    try supersessions.flush()
    try evidence.flush()
    run.writer.count("observation", inserted: inserted)
    run.writer.count("supersession", inserted: superseded)
    run.writer.count("observation_evidence", inserted: linked)
  }

  func take(_ record: CSVRecord) throws {
    let columns = columns ?? ScoreRow.Columns(record.layout)
    self.columns = columns
    let row = ScoreRow(record.row, columns)
    let verdict = record.row.verdict
    if verdict.contains(.beginsVisit) {
      close(isSound: !verdict.contains(.followsUnsound))
      try turn(to: row.visit)
    }
    if verdict.contains(.plain), try takePlain(row, record, verdict) { return }
    try takeClosely(row, record)
  }

  private func turn(to visit: ScoreRow.Bytes) throws {
    guard let visit = run.roster.visits[String(decoding: visit, as: UTF8.self)] else { return }
    current = (visit, try known.read(visit))
    // What stands apart is not seen as a whole.
    if visit.hasRows { run.queueCheck(visit) }
    visit.hasRows = true
  }

  private func close(isSound: Bool) {
    if let visit = current?.visit, !isSound, visit.known == nil { run.queueCheck(visit) }
    current = nil
  }

  /// Takes a row of which there is nothing to say: the most, by far.
  ///
  /// - Returns: false for a row that has to be looked at closely.
  private func takePlain(_ row: ScoreRow, _ record: CSVRecord, _ verdict: ScoreVerdict) throws -> Bool {
    guard let visit = current?.visit else { return false }
    let codes = row.evidence.isEmpty ? [] : record.list("evidence")
    if visit.known != nil, let found = current?.known.rows(row.indicator, row.item, row.scorer),
      let known = found.first
    {
      guard found.count == 1, !visit.repeated.contains(found.startIndex), row.value.areBytes(of: known.value),
        row.columns.reason == nil || row.reason.areBytes(of: known.reason),
        row.columns.evidence == nil || known.evidence == Set(codes)
      else { return false }
      visit.repeated.insert(found.startIndex)
      return true
    }
    guard visit.closedStatus == nil, !verdict.contains(.lacksReason) else { return false }
    try store(row, record, codes)
    noteChange(of: visit)
    return true
  }

  private func noteChange(of visit: Roster.Visit) {
    if visit.isChanged { return }
    visit.isChanged = true
    if let assessment = visit.assessment?.code { run.touched.insert(assessment) }
    if visit.known != nil { run.queueCheck(visit) }
  }

  private func takeClosely(_ row: ScoreRow, _ record: CSVRecord) throws {
    let (visitCode, indicator, value) = (
      record.required("visit"), record.required("indicator"), record.required("value")
    )
    let (item, scorer, reason) = (row.item, row.scorer, record.text("reason") ?? "")
    let codes = run.evidenceCodes(record)
    guard let visit = current?.visit else {
      if !visitCode.isEmpty { record.refuseUnknown("visit", visitCode, .visit) }
      return
    }
    guard !indicator.isEmpty, !value.isEmpty,
      let observed = read(record, visit, indicator, item, value, scorer)
    else { return }
    // A row that can't be stored still says whether it lacks a reason.
    guard record.isValid else {
      checkReason(record, observed.value, observed.leaf, reason)
      return checkRecusal(record, observed.value, visit, scorer)
    }
    let cell = ScoreCell(visit: visitCode, indicator: indicator, item: item, scorer: scorer)
    let known = current?.known.rows(of: cell) ?? []
    if isRepeated(cell, known, value, reason, codes, record) { return }
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
    try store(row, record, codes, superseding: known.map(\.id))
    known.indices.forEach { visit.repeated.insert($0) }
    noteChange(of: visit)
  }

  // MARK: Storing

  /// Whether the row says what is known already, so that there is nothing to store.
  private func isRepeated(
    _ cell: ScoreCell, _ known: ArraySlice<KnownObservations.Row>, _ value: String, _ reason: String,
    _ codes: [String], _ record: CSVRecord
  ) -> Bool {
    guard let held = known.last, let visit = current?.visit else {
      if value != "-" { return false }
      if !idle.insert(cell).inserted { refuseRepetition(record) }
      return true
    }
    // One row that says what is known and another that changes it have the same key.
    if known.indices.contains(where: visit.repeated.contains) {
      refuseRepetition(record)
      return true
    }
    // Where nothing counts nobody decides between two: the newer one speaks for both.
    guard known.count == 1 || visit.known == .cancelled, held.value == value else { return false }
    if record.has("reason"), held.reason != reason { return false }
    if record.has("evidence"), held.evidence != Set(codes) { return false }
    known.indices.forEach { visit.repeated.insert($0) }
    return true
  }

  private func refuseRepetition(_ record: CSVRecord) {
    record.refuse(
      "duplicate-key", "visit",
      Bilingual("前面已有同一督查、指标、细项、评分人的行", en: "an earlier row has the same visit, indicator, item and scorer"))
  }

  private func store(
    _ row: ScoreRow, _ record: CSVRecord, _ codes: [String], superseding known: [Int64] = []
  ) throws {
    let id = run.clock.next(at: run.now)
    addKey(of: row, record, id, to: observations)
    observations.add(lent: row.value)
    observations.add(lent: row.reason)
    try observations.endRow()
    for old in known {
      addKey(of: row, record, old, to: supersessions)
      supersessions.add(id)
      try supersessions.endRow()
    }
    for code in codes {
      addKey(of: row, record, id, to: evidence)
      evidence.add(code)
      try evidence.endRow()
    }
    inserted += 1
    superseded += known.count
    linked += codes.count
  }

  private func addKey(of row: ScoreRow, _ record: CSVRecord, _ id: Int64, to batch: BatchInsert) {
    batch.keep(record.row.batch)
    batch.add(lent: row.visit)
    batch.add(lent: row.indicatorBytes)
    batch.add(lent: row.itemBytes)
    batch.add(lent: row.scorerBytes)
    batch.add(id)
  }
}

/// What tells one observation's place from another's. Item and scorer are empty where only the leaf is meant.
struct ScoreCell: Hashable {
  var visit: String
  var indicator: String
  var item: String
  var scorer: String
}
