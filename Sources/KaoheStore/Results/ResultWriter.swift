import GRDB
import KaoheScoring

/// Brings the derived rows of one assessment to what was computed, or says where they differ.
///
/// `district_result.computed_at` is when a row became what it is, `assessment_result.computed_at` when all was last
/// computed: that one alone is written where nothing changed.
final class ResultWriter {
  private let database: Database
  private let assessment: String
  private let rules: RuleSet
  private let differences: DerivedDifferences?
  private let moment = ObservationClock.text(milliseconds: ObservationClock.now())
  private let ofRecords: [DerivedTableWriter]
  private let leaves: DerivedTableWriter
  private let sections: DerivedTableWriter
  private let phases: DerivedTableWriter
  private let entries: DerivedTableWriter
  private let districts: DerivedTableWriter

  /// - Parameter differences: what takes them, where nothing is to be written.
  init(_ recomputation: Recomputation, noting differences: DerivedDifferences? = nil) throws {
    database = recomputation.database
    assessment = recomputation.assessment.code
    rules = recomputation.rules
    self.differences = differences
    let moment = moment
    func writer(_ table: DerivedTable) throws -> DerivedTableWriter {
      try DerivedTableWriter(
        recomputation.database, table, assessment: recomputation.assessment.code, moment: moment, noting: differences)
    }
    ofRecords = try DerivedTable.ofRecords.map(writer)
    leaves = try writer(.leaves)
    sections = try writer(.sections)
    phases = try writer(.phases)
    entries = try writer(.entries)
    districts = try writer(.districts)
  }

  private var tables: [DerivedTableWriter] { ofRecords + [leaves, sections, phases, entries, districts] }

  /// Takes what a district's own records gave: scores of its visits and subjects, the items that led to them, and what
  /// each leaf came to.
  func write(_ district: AppraisedDistrict) throws {
    for (table, rows) in zip(ofRecords, district.rows) {
      try table.settle(rows, district.appraisal.participant.code)
    }
  }

  /// The same of one that was compared with what is stored.
  func write(_ district: ComparedDistrict) throws {
    for (table, change) in zip(ofRecords, district.changes) {
      if let change { try table.write(change, district.appraisal.participant.code) }
    }
  }

  /// Takes what the comparison of the districts gave.
  ///
  /// - Parameters:
  ///   - changed: the districts whose records were read again; nil for all.
  ///   - movesOthers: whether leaves of the others may have other scores nevertheless.
  func write(
    _ ranking: Ranking, status: RankingReport.Status, changed: Set<String>? = nil, movesOthers: Bool = true
  ) throws {
    let rows = ScorecardRows(rules)
    for (position, card) in ranking.scorecards.enumerated() {
      let district = card.participant.code
      let isChanged = changed?.contains(district) ?? true
      let isMoved = isChanged || movesOthers ? try leaves.settle(rows.leaves(card), district) : false
      if isChanged || isMoved {
        try sections.settle(rows.sections(card), district)
        try phases.settle(rows.phases(card), district)
      }
      if isChanged { try entries.settle(rows.entries(card), district) }
      try districts.settle(rows.district(card, position: position + 1), district)
    }
    for district in try strangers(isWhole: changed == nil) {
      for table in tables { try table.clear(district) }
    }
    try finish(status)
  }

  // MARK: The end

  /// Districts that take part no more, and have rows. One that stopped taking part is stale (0006).
  private func strangers(isWhole: Bool) throws -> Set<String> {
    if isWhole { return try tables.reduce(into: []) { $0.formUnion(try $1.strangers()) } }
    return try String.fetchSet(
      database,
      sql: """
        SELECT district FROM stale
        WHERE assessment = ?1 AND district NOT IN (
          SELECT district FROM participant WHERE assessment = ?1 AND status = 'enrolled')
        """,
      arguments: [assessment])
  }

  private func finish(_ status: RankingReport.Status) throws {
    if let differences { return try compare(status, differences) }
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO assessment_result (assessment, status, rule_set, computed_at, engine_version)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [assessment, status.rawValue, rules.code, moment, Store.engineVersion])
    try database.execute(sql: "DELETE FROM stale WHERE assessment = ?", arguments: [assessment])
  }

  private func compare(_ status: RankingReport.Status, _ differences: DerivedDifferences) throws {
    let row = try Row.fetchOne(
      database, sql: "SELECT status, rule_set, engine_version FROM assessment_result WHERE assessment = ?",
      arguments: [assessment])
    let stored = row.map { row in (0..<3).map { row[$0] as String? } }
    let computed: [String?] = [status.rawValue, rules.code, Store.engineVersion]
    if stored != computed {
      differences.add(
        DerivedDifference(
          table: "assessment_result", district: "", key: [], columns: ["status", "rule_set", "engine_version"],
          stored: stored, computed: computed))
    }
  }

  /// Removes the rows of assessments that are no more.
  static func forgetRemoved(_ database: Database) throws {
    let codes = try String.fetchAll(
      database, sql: "SELECT DISTINCT assessment FROM stale WHERE assessment NOT IN (SELECT code FROM assessment)")
    for code in codes {
      let names = (DerivedTable.ofRecords + DerivedTable.ofRanking).map(\.name)
      for table in names + ["assessment_result", "stale"] {
        try database.execute(sql: "DELETE FROM \(table) WHERE assessment = ?", arguments: [code])
      }
    }
  }
}
