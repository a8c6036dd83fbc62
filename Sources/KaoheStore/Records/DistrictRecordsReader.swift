import GRDB
import KaoheScoring

/// Reads what was recorded about one district in one assessment.
///
/// The observations of one visit lie together in the table, so a district costs what its own visits cost. What few visits
/// have, such as corrections, is asked for at those only.
final class DistrictRecordsReader {
  private let assessment: String
  private var reading: RowReading
  /// As many bytes as the rows of the district before had: the next has about as many.
  private var expected = 0
  /// The sites of a district, each with its visits; for the district itself its visits.
  private let sites: [(scope: Scope, visits: SQLStatement)]
  private let observations: SQLStatement
  private let superseded: SQLStatement
  private let evidence: SQLStatement
  private let covered: CoveredObservations
  private let entries: SQLStatement
  private let late: LateObservations
  /// Reads provenance as well; nil where nothing is explained.
  private let notes: ObservationNotes?

  init(_ database: Database, assessment: String, rules: RuleSet, explaining: Bool = false) throws {
    self.assessment = assessment
    reading = RowReading(rules)
    let visits = try VisitQueries(
      database, readsEvidence: explaining || rules.leaves.contains(where: \.evidenceRequired))
    sites = try Scope.allCases.map { ($0, try SQLStatement(database, visits.sql($0))) }
    observations = try SQLStatement(
      database,
      """
      SELECT indicator, item, scorer, value, id\(explaining ? ", reason, recorded_by, recorded_at" : "")
      FROM observation WHERE visit = ? ORDER BY indicator, item, scorer, id
      """)
    superseded = try SQLStatement(database, "SELECT superseded FROM supersession WHERE visit = ?")
    evidence = try SQLStatement(
      database,
      "SELECT id, evidence FROM observation_evidence WHERE visit = ?\(explaining ? " ORDER BY evidence" : "")")
    entries = try SQLStatement(
      database,
      """
      SELECT entry, code, level, event, count,
        EXISTS (SELECT 1 FROM adjustment_evidence AS e WHERE e.entry = a.entry)
      FROM adjustment AS a WHERE district = ? AND assessment = ? ORDER BY entry
      """)
    covered = try CoveredObservations(database)
    late = try LateObservations(database)
    notes = explaining ? ObservationNotes(database) : nil
  }

  func read(_ participant: Participant) throws -> DistrictRecords {
    reading.records(of: try rows(of: participant))
  }

  /// What `read` reads, as bytes.
  func rows(of participant: Participant) throws -> DistrictRows {
    var rows = DistrictRows(participant, expected: expected)
    defer { expected = rows.bytes.count }
    for (scope, visits) in sites {
      visits.bind(1, participant.code)
      visits.bind(2, assessment)
      defer { visits.reset() }
      while try visits.step() {
        let site = visits.text(0)
        rows.add(site: site, scope)
        if !visits.isNull(1) { try addVisit(visits, Subject(scope: scope, code: site), to: &rows) }
      }
    }
    try addEntries(to: &rows)
    return rows
  }

  /// Reads the next districts, and takes them away.
  ///
  /// - Parameter size: how many observations are enough.
  func batch(_ participants: inout ArraySlice<Participant>, size: Int) throws -> [DistrictRows] {
    var batch: [DistrictRows] = []
    var count = 0
    while count < size, let participant = participants.popFirst() {
      batch.append(try rows(of: participant))
      count += batch[batch.count - 1].count
    }
    return batch
  }

  /// - Parameter visits: stands at a row of `VisitQueries`.
  private func addVisit(_ visits: SQLStatement, _ subject: Subject, to rows: inout DistrictRows) throws {
    let visit = visits.text(1)
    let dead = visits.integer(3) == 0 ? [] : try deadObservations(at: visit)
    let evidenceOf = visits.integer(4) == 0 ? [] : try evidence(at: visit)
    let covers = visits.integer(5) == 0 ? nil : try covered.ids(at: visit)
    var lateIDs: Set<Int64>?
    try notes?.read(visit)
    let (start, firstRow) = (rows.bytes.count, rows.count)
    observations.bind(1, visit)
    defer { observations.reset() }
    while try observations.step() {
      let id = observations.integer(4)
      if !dead.isEmpty, dead.contains(id) { continue }
      if let covers, lateIDs == nil, !covers.contains(id) { lateIDs = try late.ids(at: visit) }
      rows.addRow(
        observations, hasEvidence: evidenceOf.contains { $0.id == id }, isLate: lateIDs?.contains(id) ?? false)
      if let notes {
        rows.provenance.append(
          notes.provenance(observations, evidenceOf.filter { $0.id == id }.map(\.code)))
      }
    }
    rows.visits.append(
      DistrictRows.Visit(
        code: visit, date: visits.text(2), subject: subject, bytes: start..<rows.bytes.count, firstRow: firstRow))
  }

  private func deadObservations(at visit: String) throws -> Set<Int64> {
    var ids: Set<Int64> = []
    superseded.bind(1, visit)
    defer { superseded.reset() }
    while try superseded.step() { ids.insert(superseded.integer(0)) }
    return ids
  }

  /// - Returns: which observations name evidence, and its codes where they are explained.
  private func evidence(at visit: String) throws -> [(id: Int64, code: String)] {
    var named: [(id: Int64, code: String)] = []
    evidence.bind(1, visit)
    defer { evidence.reset() }
    while try evidence.step() { named.append((evidence.integer(0), notes == nil ? "" : evidence.text(1))) }
    return named
  }

  private func addEntries(to rows: inout DistrictRows) throws {
    entries.bind(1, rows.participant.code)
    entries.bind(2, assessment)
    defer { entries.reset() }
    while try entries.step() {
      rows.entries.append(
        AdjustmentEntry(
          entry: entries.text(0), code: entries.text(1), level: entries.isNull(2) ? nil : entries.text(2),
          event: entries.isNull(3) ? nil : entries.text(3), count: Rational(Int(entries.integer(4))),
          hasEvidence: entries.integer(5) != 0))
    }
  }
}
