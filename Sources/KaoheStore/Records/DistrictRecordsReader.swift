import GRDB
import KaoheScoring

/// Reads what was recorded about one district in one assessment, as the engine takes it.
///
/// The observations of one visit lie together in the table, so a district costs what its own visits cost.
final class DistrictRecordsReader {
  private let database: Database
  private let assessment: String
  private let rules: RuleSet
  private let leafOfCode: [String: Int]
  /// Whether provenance is read as well.
  private let explaining: Bool
  private let observations: SQLStatement
  private let superseded: SQLStatement
  private let evidence: SQLStatement
  private let late: LateObservations
  private let readsSuperseded: Bool
  private let readsEvidence: Bool
  /// What else is noted of the observations of the visit that is read, where they are explained.
  private var overrides: [Int64: [Provenance.Override]] = [:]
  private var objections: [Int64: String] = [:]

  init(_ database: Database, assessment: String, rules: RuleSet, explaining: Bool = false) throws {
    self.database = database
    self.assessment = assessment
    self.rules = rules
    self.explaining = explaining
    leafOfCode = Dictionary(uniqueKeysWithValues: rules.leaves.enumerated().map { ($1.code, $0) })
    observations = try SQLStatement(
      database,
      """
      SELECT indicator, item, scorer, id, value\(explaining ? ", reason, recorded_by, recorded_at" : "")
      FROM observation WHERE visit = ? ORDER BY indicator, item, scorer, id
      """)
    superseded = try SQLStatement(database, "SELECT superseded FROM supersession WHERE visit = ?")
    evidence = try SQLStatement(
      database, "SELECT id, evidence FROM observation_evidence WHERE visit = ? ORDER BY evidence")
    late = try LateObservations(database)
    readsSuperseded = try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM supersession)") ?? false
    readsEvidence = explaining || rules.leaves.contains(where: \.evidenceRequired)
  }

  func read(_ participant: Participant) throws -> DistrictRecords {
    let district = participant.code
    return DistrictRecords(
      participant: participant,
      enterprises: try sites("pilot_enterprise", of: district), parks: try sites("industrial_park", of: district),
      visits: try visits(to: district).map(read), entries: try entries(of: district))
  }

  private func sites(_ table: String, of district: String) throws -> [String] {
    try String.fetchAll(
      database.cachedStatement(sql: "SELECT code FROM \(table) WHERE district = ? ORDER BY code"),
      arguments: [district])
  }

  // MARK: Visits

  private struct VisitHead {
    var code: String
    var date: String
    var subject: Subject
  }

  private func visits(to district: String) throws -> [VisitHead] {
    // CROSS JOIN keeps SQLite to this order: the district's sites first, then their visits.
    let queries: [(Scope, String)] = [
      (.district, "SELECT code, date, district FROM visit AS v WHERE v.district = ?"),
      (
        .enterprise,
        """
        SELECT v.code, v.date, v.enterprise
        FROM pilot_enterprise AS e CROSS JOIN visit AS v ON v.enterprise = e.code WHERE e.district = ?
        """
      ),
      (
        .park,
        """
        SELECT v.code, v.date, v.park
        FROM industrial_park AS p CROSS JOIN visit AS v ON v.park = p.code WHERE p.district = ?
        """
      ),
    ]
    return try queries.flatMap { scope, sql in
      try Row.fetchAll(
        database.cachedStatement(sql: sql + " AND v.assessment = ? AND v.status IN ('submitted', 'confirmed')"),
        arguments: [district, assessment]
      ).map { VisitHead(code: $0[0], date: $0[1], subject: Subject(scope: scope, code: $0[2])) }
    }
  }

  private func read(_ visit: VisitHead) throws -> VisitRecord {
    let dead = try deadObservations(at: visit.code)
    let evidenceOf = try evidence(at: visit.code)
    let lateIDs = try late.ids(at: visit.code)
    if explaining { try readNotes(at: visit.code) }
    var record = VisitRecord(code: visit.code, date: visit.date, subject: visit.subject, leaves: [])
    var current = CurrentLeaf()
    observations.bind(1, visit.code)
    defer { observations.reset() }
    while try observations.step() {
      let id = observations.integer(3)
      if dead.contains(id) { continue }
      if !observations.isEqual(0, to: current.code) {
        close(current, into: &record)
        let code = observations.text(0)
        current = CurrentLeaf(code: code, leaf: leafOfCode[code])
      }
      // What the visit was not submitted with counts once a person has decided so.
      if lateIDs.contains(id) { current.flaw = .conflict }
      try take(&current, id, evidenceOf[id] ?? [])
    }
    close(current, into: &record)
    return record
  }

  private func take(_ current: inout CurrentLeaf, _ id: Int64, _ evidence: [String]) throws {
    guard let leaf = current.leaf else { return }
    let item = observations.text(1)
    let scorer = observations.text(2)
    // Two live observations of one cell are a conflict: the leaf does not count here until it is decided.
    if current.hasRows, current.item == item, current.scorer == scorer { current.flaw = .conflict }
    (current.item, current.scorer, current.hasRows) = (item, scorer, true)
    let text = observations.text(4)
    guard let value = try? rules.leaves[leaf].read(item: item, value: text) else {
      // Only another program can have written this.
      current.flaw = .unreadable
      return
    }
    if value == .withdrawn { return }
    var observation = Observation(value: value, scorer: scorer, hasEvidence: !evidence.isEmpty)
    if explaining {
      observation.provenance = Provenance(
        item: item, value: text, reason: observations.text(5), evidence: evidence,
        recordedBy: observations.text(6), recordedAt: observations.text(7), overrides: overrides[id] ?? [],
        objection: objections[id])
    }
    current.rows.append(observation)
  }

  /// The rows of one leaf while they are read.
  private struct CurrentLeaf {
    var code = ""
    var leaf: Int?
    var rows: [Observation] = []
    var item = ""
    var scorer = ""
    var hasRows = false
    var flaw: VisitRecord.Flaw?
  }

  private func close(_ current: CurrentLeaf, into record: inout VisitRecord) {
    guard let leaf = current.leaf, current.flaw != nil || !current.rows.isEmpty else { return }
    var flaw = current.flaw
    // So are rows that can't stand together, as where one copy says “n/a” and another what it found.
    if flaw == nil, current.rows.count > 1,
      !rules.leaves[leaf].conflicts(among: current.rows.map { ($0.value, $0.scorer) }).isEmpty
    {
      flaw = .conflict
    }
    record.leaves.append(VisitRecord.LeafRows(leaf: leaf, rows: current.rows, flaw: flaw))
  }

  private func deadObservations(at visit: String) throws -> Set<Int64> {
    guard readsSuperseded else { return [] }
    var ids: Set<Int64> = []
    superseded.bind(1, visit)
    defer { superseded.reset() }
    while try superseded.step() { ids.insert(superseded.integer(0)) }
    return ids
  }

  private func evidence(at visit: String) throws -> [Int64: [String]] {
    guard readsEvidence else { return [:] }
    var codes: [Int64: [String]] = [:]
    evidence.bind(1, visit)
    defer { evidence.reset() }
    while try evidence.step() { codes[evidence.integer(0), default: []].append(evidence.text(1)) }
    return codes
  }

  private func readNotes(at visit: String) throws {
    (overrides, objections) = ([:], [:])
    for row in try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT id, inspector, reason FROM recusal_override WHERE visit = ? ORDER BY inspector"),
      arguments: [visit])
    {
      overrides[row[0], default: []].append(Provenance.Override(inspector: row[1], reason: row[2]))
    }
    for row in try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT id, objection FROM objection_correction WHERE visit = ? ORDER BY objection"),
      arguments: [visit])
    {
      objections[row[0]] = row[1]
    }
  }

  // MARK: Adjustments

  private func entries(of district: String) throws -> [AdjustmentEntry] {
    let query = """
      SELECT entry, code, level, event, count,
        EXISTS (SELECT 1 FROM adjustment_evidence AS e WHERE e.entry = a.entry)
      FROM adjustment AS a WHERE district = ? AND assessment = ? ORDER BY entry
      """
    return try Row.fetchAll(
      database.cachedStatement(sql: query),
      arguments: [district, assessment]
    ).map { row in
      AdjustmentEntry(
        entry: row[0], code: row[1], level: row[2], event: row[3], count: Rational(row[4] as Int), hasEvidence: row[5])
    }
  }
}
