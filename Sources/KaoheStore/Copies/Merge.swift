import GRDB
import GRDBSQLite
import KaoheScoring

/// One merge, inside its transaction: what the attached copy has and we lack is added, and nothing is taken away.
struct Merge {
  private let database: Database
  private let copy: IncomingCopy
  private let session: Session
  private let theirs = IncomingCopy.schema
  private var changes: [String: ImportSummary.Change] = [:]
  /// Keys of the records that were added, by table.
  private var inserted: [String: [String]] = [:]
  /// Assessments whose results may change.
  private var touched: Set<String> = []

  /// How many examples a message names.
  private static let examples = 5

  init(_ database: Database, _ copy: IncomingCopy, _ session: Session) {
    self.database = database
    self.copy = copy
    self.session = session
  }

  mutating func run() throws -> MergeSummary {
    try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
    let refusal = MergeRefusal(file: copy.file)
    let rules = RuleSetMerge(database, from: theirs)
    let facts = FactMerge(database, from: theirs)
    try refusal.otherRules(rules.contradictions())
    try refusal.contradictions(facts.contradictions(limit: Self.examples))
    do {
      try count("rule_set", inserted: rules.run(file: copy.file))
      try mergeRecords()
      try refusal.unreadable(IncomingObservations(database, from: theirs).unreadable(limit: Self.examples))
      for table in CopiedTable.facts {
        if table.bearsOnVisits { touched.formUnion(try facts.touchedAssessments(table)) }
        try count(table.name, inserted: facts.take(table))
      }
      try refusal.missing(MissingReferences(database).first(limit: Self.examples))
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw refusal.unfit(error)
    }
    changes = changes.filter { $0.value != ImportSummary.Change() }
    return try finish()
  }

  private mutating func mergeRecords() throws {
    let differing = try assessmentsOfDifferingRows()
    var records = try RecordMerge(database, from: theirs)
    try records.run()
    changes.merge(records.changes) { $1 }
    inserted = records.inserted
    for table in CopiedTable.records {
      guard let change = changes[table.name], change != ImportSummary.Change() else { continue }
      if table.bearsOnAll || table.bearsOnAssessments && change.removed > 0 {
        touched.formUnion(try AssessmentRecord.codes(database))
      }
      touched.formUnion(differing[table.name] ?? [])
    }
  }

  /// By table, assessments that rows speak of which are not the same on both sides.
  private func assessmentsOfDifferingRows() throws -> [String: [String]] {
    var codes: [String: [String]] = [:]
    for record in CopiedTable.records {
      guard let column = record.assessmentColumn else { continue }
      let table = try TableSQL(record, database)
      codes[record.name] = try String.fetchAll(
        database,
        sql: """
          SELECT o.\(column) FROM \(theirs).\(table.name) AS o
          LEFT JOIN main.\(table.name) AS m ON \(table.sameKey("m", "o"))
          WHERE m.\(column) IS NULL OR \(table.differs("m", "o") ?? "0")
          UNION
          SELECT m.\(column) FROM \(theirs).\(table.name) AS o
          JOIN main.\(table.name) AS m ON \(table.sameKey("m", "o")) WHERE \(table.differs("m", "o") ?? "0")
          """)
    }
    codes["adjustment_evidence"] = try String.fetchAll(database, sql: "SELECT DISTINCT assessment FROM main.adjustment")
    return codes
  }

  private mutating func count(_ table: String, inserted: Int) {
    changes[table, default: ImportSummary.Change()].inserted += inserted
  }

  // MARK: The end

  private func finish() throws -> MergeSummary {
    var recomputed: [String] = []
    if !changes.isEmpty {
      try passClock()
      for code in touched.sorted() {
        try database.execute(
          sql: """
            INSERT INTO stale (assessment, district) SELECT assessment, district FROM participant WHERE assessment = ?
            ON CONFLICT DO NOTHING
            """,
          arguments: [code])
      }
      recomputed = try Recomputation.refreshAll(database)
      try writeLog()
    }
    return MergeSummary(
      file: copy.file, replica: copy.replica, changes: changes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      conflicts: try ConflictReader(database).all(), recomputed: recomputed)
  }

  /// What is recorded from now on is newer than all that was merged, whatever the clocks of the computers say.
  private func passClock() throws {
    var clock = try ObservationClock(database)
    for table in ["observation", "visit_step", "finding_step", "record_version"] {
      clock.pass(try Int64.fetchOne(database, sql: "SELECT max(id) FROM main.\(table)") ?? 0)
    }
    try clock.save(database)
  }

  /// One row for the merge, and one entry for each table that rows were added to; changed records log themselves.
  private func writeLog() throws {
    let added = Dictionary(
      uniqueKeysWithValues: changes.map { ($0.key, $0.value.inserted + $0.value.updated + $0.value.removed) })
    let json = added.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
    try database.execute(
      sql: "INSERT INTO merge_log (at, actor, file, replica, added) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        ObservationClock.text(milliseconds: ObservationClock.now()), session.actor, copy.fileName, copy.replica,
        "{\(json)}",
      ])
    try database.logInserts(changes, records: inserted, session)
  }
}

extension CopiedTable {
  /// Whether its records can change results.
  var bearsOnAssessments: Bool { bearsOnAll || assessmentColumn != nil || name == "adjustment_evidence" }

  /// The column that names the assessment that its records belong to, where they can change results.
  var assessmentColumn: String? {
    switch name {
    case "assessment": "code"
    case "participant", "visit", "adjustment": "assessment"
    default: nil
    }
  }
}
