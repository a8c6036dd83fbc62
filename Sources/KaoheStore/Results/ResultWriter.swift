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
  private let purpose: DerivedTable.Purpose
  private let moment = ObservationClock.text(milliseconds: ObservationClock.now())
  private var packs: ScorePacks
  private let tables: Tables

  init(_ recomputation: Recomputation, _ purpose: DerivedTable.Purpose) throws {
    database = recomputation.database
    assessment = recomputation.assessment.code
    rules = recomputation.rules
    self.purpose = purpose
    packs = ScorePacks(rules)
    tables = try Tables(database, assessment, purpose, moment)
  }

  /// Takes what a district's own records gave: scores of its visits and subjects, the items that led to them, and what
  /// each leaf came to.
  func write(_ appraisal: Appraisal, _ records: DistrictRecords) throws {
    let district = appraisal.participant.code
    packs.pack(appraisal, records, &tables.visits.rows, &tables.subjects.rows)
    for (leaf, appraised) in zip(rules.leaves, appraisal.leaves) {
      add(appraised.items, of: leaf)
      for subject in appraised.subjects {
        add(subject.items, of: leaf, subject.subject)
        for visit in subject.visits { add(visit.items, of: leaf, subject.subject, visit.visit) }
      }
    }
    tables.appraisals.rows.add(appraisal.participant.category)
    tables.appraisals.rows.add { OutcomeText.write(appraisal.leaves, to: &$0) }
    for table in tables.ofRecords { try table.settle(district) }
  }

  private func add(_ items: [CountedItem], of leaf: Leaf, _ subject: Subject? = nil, _ visit: String = "") {
    for counted in items {
      let item = leaf.items[counted.item]
      tables.items.rows.add(leaf.code)
      tables.items.rows.add { if let subject { $0.append(subject) } }
      tables.items.rows.add(visit)
      tables.items.rows.add(item.code)
      tables.items.rows.add(item.kind.rawValue)
      tables.items.rows.add(counted.count.int64 ?? .max)
      tables.items.rows.add(exact: counted.points)
      tables.items.rows.add(counted.isLimited ? 1 : 0)
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
    for (position, card) in ranking.scorecards.enumerated() {
      let district = card.participant.code
      if changed?.contains(district) ?? true {
        try settleLeaves(of: card)
        try settleSums(of: card)
        try settleEntries(of: card)
      } else if movesOthers, try settleLeaves(of: card) {
        try settleSums(of: card)
      }
      add(card, position: position + 1)
      try tables.districts.settle(district)
    }
    for district in try strangers(isWhole: changed == nil) {
      for table in tables.all { try table.settle(district) }
    }
    try finish(status)
  }

  @discardableResult
  private func settleLeaves(of card: Scorecard) throws -> Bool {
    for (leaf, standing) in zip(rules.leaves, card.leaves) {
      tables.leaves.rows.add(leaf.code)
      tables.leaves.rows.add(standing.status.rawValue)
      tables.leaves.rows.add(exact: standing.score)
      tables.leaves.rows.add(leaf.points.micro)
      tables.leaves.rows.add(exact: standing.score == nil ? nil : standing.lost(of: leaf))
      if let measure = standing.measure {
        tables.leaves.rows.add { $0.append(exact: measure) }
      } else {
        tables.leaves.rows.addNull()
      }
    }
    return try tables.leaves.settle(card.participant.code)
  }

  private func settleSums(of card: Scorecard) throws {
    for section in card.sections {
      tables.sections.rows.add(section.code)
      tables.sections.rows.add(exact: section.points)
      tables.sections.rows.add(exact: section.score)
    }
    for phase in card.phases {
      tables.phases.rows.add(phase.code)
      tables.phases.rows.add(exact: phase.points)
      tables.phases.rows.add(exact: phase.score)
    }
    try tables.sections.settle(card.participant.code)
    try tables.phases.settle(card.participant.code)
  }

  private func settleEntries(of card: Scorecard) throws {
    for entry in card.entries {
      tables.entries.rows.add(entry.entry.entry)
      tables.entries.rows.add(exact: entry.points)
      tables.entries.rows.add(entry.outcome.rawValue)
    }
    try tables.entries.settle(card.participant.code)
  }

  private func add(_ card: Scorecard, position: Int) {
    tables.districts.rows.add(Int64(position))
    tables.districts.rows.add(orNull: card.rank.map(Int64.init))
    tables.districts.rows.add(card.rank == nil ? 0 : 1)
    tables.districts.rows.add(card.total.text(decimals: rules.rounding.totalDecimals))
    tables.districts.rows.add(exact: card.exactTotal)
    tables.districts.rows.add(exact: card.base)
    tables.districts.rows.add(exact: card.bonus)
    tables.districts.rows.add(exact: card.penalty)
    tables.districts.rows.add(orNull: card.grade.map { rules.grades[$0].code })
    tables.districts.rows.add(card.vetoes.map { rules.vetoes[$0].code }.joined(separator: " "))
    tables.districts.rows.add(card.isComplete ? 1 : 0)
    tables.districts.rows.add(rules.code)
  }

  // MARK: The end

  /// Districts that take part no more, and have rows. One that stopped taking part is stale (0006).
  private func strangers(isWhole: Bool) throws -> Set<String> {
    if isWhole { return try tables.all.reduce(into: []) { $0.formUnion(try $1.strangers()) } }
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
    switch purpose {
    case .write:
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO assessment_result (assessment, status, rule_set, computed_at, engine_version)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [assessment, status.rawValue, rules.code, moment, Store.engineVersion])
      try database.execute(sql: "DELETE FROM stale WHERE assessment = ?", arguments: [assessment])
    case .compare(let differences):
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
  }

  /// Removes the rows of assessments that are no more.
  static func forgetRemoved(_ database: Database) throws {
    let codes = try String.fetchAll(
      database, sql: "SELECT DISTINCT assessment FROM stale WHERE assessment NOT IN (SELECT code FROM assessment)")
    for code in codes {
      for table in Tables.names + ["assessment_result", "stale"] {
        try database.execute(sql: "DELETE FROM \(table) WHERE assessment = ?", arguments: [code])
      }
    }
  }
}

/// The derived tables that have rows of a district.
private struct Tables {
  let visits: DerivedTable
  let subjects: DerivedTable
  let items: DerivedTable
  let appraisals: DerivedTable
  let leaves: DerivedTable
  let sections: DerivedTable
  let phases: DerivedTable
  let entries: DerivedTable
  let districts: DerivedTable

  static let names = [
    "scored_visit", "scored_subject", "item_score", "district_appraisal", "leaf_result", "section_result",
    "phase_result", "adjustment_result", "district_result",
  ]

  init(_ database: Database, _ assessment: String, _ purpose: DerivedTable.Purpose, _ moment: String) throws {
    func table(_ name: String, keys: String, values: String, moment: String? = nil) throws -> DerivedTable {
      try DerivedTable(
        database, name, keys: keys, values: values, moment: moment, assessment: assessment, purpose)
    }
    let score = "points_exact points_micro score_exact score_micro"
    visits = try table("scored_visit", keys: "subject visit", values: "alone scores")
    subjects = try table("scored_subject", keys: "subject", values: "scores")
    items = try table(
      "item_score", keys: "indicator subject visit item", values: "kind count points_exact points_micro limited")
    appraisals = try table("district_appraisal", keys: "", values: "category outcomes")
    leaves = try table(
      "leaf_result", keys: "indicator",
      values: "status score_exact score_micro points_micro lost_exact lost_micro measure_exact")
    sections = try table("section_result", keys: "section", values: score)
    phases = try table("phase_result", keys: "phase", values: score)
    entries = try table("adjustment_result", keys: "entry", values: "counted_exact counted_micro outcome")
    districts = try table(
      "district_result", keys: "",
      values: """
        position rank ranked total total_exact total_micro base_exact base_micro bonus_exact bonus_micro \
        penalty_exact penalty_micro grade vetoes complete rule_set
        """, moment: moment)
  }

  /// What a district's own records give.
  var ofRecords: [DerivedTable] { [visits, subjects, items, appraisals] }

  var all: [DerivedTable] { ofRecords + [leaves, sections, phases, entries, districts] }
}
