import GRDB
import KaoheScoring

/// Reads records (docs/records.md) into the database, inside one transaction: those of a folder, or of a scoring sheet.
///
/// Every file is read to its end and every problem collected; what is sound is written on the way, so that later files
/// can be checked against it. Where there is a problem, the transaction is rolled back.
final class RecordImport {
  let database: Database
  let source: any RecordSource
  let session: Session
  var actor: String { session.actor }
  let problems = ProblemCollector()
  let roster: Roster
  let writer: RecordWriter
  let now = ObservationClock.now()
  let onProgress: (ImportProgress) -> Void
  var clock: ObservationClock
  /// Assessments whose results may have changed.
  var touched: Set<String> = []
  /// Visits whose stored observations have to be checked as a whole.
  var visitsToCheck: [Roster.Visit] = []
  /// Assessments that are brought; they enrol every district, unless it says who takes part.
  var newAssessments: [Roster.Assessment] = []
  /// What is known of how visits came to their status, and why nobody stood aside.
  private(set) lazy var visitSteps = VisitStepImport(self)
  private(set) lazy var recusals = RecusalImport(self)
  /// Codes of findings and objections that the folder brings, those that are refused among them.
  var findings: Set<String> = []
  /// Codes of findings to which the folder gives another status than they had, or their first.
  var findingsOfNewStatus: Set<String> = []
  var objections: Set<String> = []
  /// Whether it goes into a copy that a group took along, where nothing of the office's is done.
  let isCopy: Bool
  /// Whether a rule file was refused, so that what it would define can't be told from what is unknown.
  var hasUnreadableRules = false
  /// Whether the actor is one of the inspectors or leaders, and may not do everything.
  lazy var isActorOfRoster: Bool = {
    let isInspector = (try? database.actingInspectors(actor).isEmpty) == false
    let leads = try? Bool.fetchOne(
      database, sql: "SELECT 1 FROM inspection_group WHERE leader = ? COLLATE NOCASE", arguments: [actor])
    return isInspector || leads == true
  }()
  /// Codes of the inspectors whom the actor may be, by the district in which they have to stand aside.
  lazy var actorsByDistrict: [String: [String]] = Dictionary(
    grouping: ((try? database.actingInspectors(actor)) ?? []).filter { $0.district != nil },
    by: { $0.district ?? "" }
  ).mapValues { $0.map(\.code) }
  /// The files that were read, in order.
  var files: [String] = []

  init(
    _ database: Database, source: any RecordSource, session: Session, onProgress: @escaping (ImportProgress) -> Void
  ) throws {
    self.database = database
    self.source = source
    self.session = session
    self.onProgress = onProgress
    roster = try Roster(database)
    isCopy = try database.replica() != 0
    writer = RecordWriter(database)
    clock = try ObservationClock(database)
  }

  /// - Throws: `ImportError` with every problem.
  func run() throws -> ImportSummary {
    try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
    try source.check(problems)
    try importRules()
    try importRoster()
    try importAssessments()
    try importParticipants()
    try importVisits()
    try visitSteps.read()
    try importEvidence()
    try recusals.read()
    let scores = try importScores()
    try recusals.store()
    try importAdjustments()
    try importFindings()
    try importFindingSteps()
    try importObjections()
    try importCorrections()
    try importMonitoring()
    try VisitCheck(self, scores).run()
    try applyStatuses()
    try visitSteps.store()
    let recomputed = try recompute(scores)
    if problems.count > 0 { throw ImportError(problems: problems.problems, count: problems.count) }
    // Where no identity was given nothing changes, not even the clock.
    if ["observation", "visit_step", "finding_step"].contains(where: { writer.changes[$0] != nil }) {
      try clock.save(database)
    }
    try database.logInserts(writer.changes, records: writer.inserted, session)
    return ImportSummary(
      changes: writer.changes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, files: files,
      recomputed: recomputed)
  }

  // MARK: Files

  /// Reads one table, if the source has it, and hands out every row that can be read.
  func each(_ table: CSVTable, ahead: ScoreLook? = nil, _ body: (CSVRecord) throws -> Void) throws {
    guard let file = source.file(of: table) else { return }
    files.append(file.name)
    var lines: [String: Int] = [:]
    try source.read(
      table, problems, ahead: ahead,
      onProgress: { onProgress(ImportProgress(file: file.name, done: $0, of: file.size)) }
    ) { record in
      checkKey(of: record, &lines)
      try body(record)
    }
  }

  /// A trigger costs as much as half an insert, even where its condition is false. They come back in the same
  /// transaction; what they would do is done by this import as a whole.
  func withoutInsertTriggers(of tables: [String], _ body: () throws -> Void) throws {
    let triggers = try Row.fetchAll(
      database,
      sql: """
        SELECT name, sql FROM sqlite_schema
        WHERE type = 'trigger' AND tbl_name IN (\(tables.map { "'\($0)'" }.joined(separator: ", ")))
          AND name LIKE '%\\_insert' ESCAPE '\\'
        """)
    for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
    try body()
    for trigger in triggers { try database.execute(sql: trigger[1]) }
  }

  private func checkKey(of record: CSVRecord, _ lines: inout [String: Int]) {
    // The observations' keys are checked where they are stored: a million of them would not fit here.
    guard record.table.file != CSVTable.scores.file else { return }
    let columns = record.table.key.map { record.table.columns[$0].name }
    let key =
      columns.count == 1
      ? record.text(columns[0]) ?? "" : columns.map { record.text($0) ?? "" }.joined(separator: "\u{1}")
    guard let first = lines[key] else {
      lines[key] = record.line
      return
    }
    record.refuse("duplicate-key", columns[0], CSVTable.repetition(ofLine: first))
  }

  // MARK: The end

  /// Replaces the results of what was touched. Where something was refused, only what shows in sums is still looked for.
  private func recompute(_ scores: ScoreImport) throws -> [String] {
    let check = SummedLeafCheck(scores, problems)
    let isSound = problems.count == 0
    let codes = touched.filter { isSound || roster.assessments[$0]?.rules != nil }.sorted()
    for code in codes {
      onProgress(ImportProgress(file: code, done: 0, of: 0))
      // One that was refused itself is not there.
      if !isSound, try AssessmentRecord.read(database, code) == nil { continue }
      let recomputation = try Recomputation(database, assessment: code)
      if isSound {
        try recomputation.store { records in check.take(records, recomputation.rules) }
      } else if recomputation.rules.leaves.contains(where: { $0.isSummed && $0.hasMeasure }) {
        _ = try recomputation.rank { records in check.take(records, recomputation.rules) }
      }
    }
    try check.report()
    return codes
  }
}

/// How far an import has come.
public struct ImportProgress: Sendable {
  /// The file that is read, or the assessment that is recomputed.
  public var file: String
  /// Bytes.
  public var done: Int
  /// Bytes; 0 where it is not known.
  public var of: Int
}
