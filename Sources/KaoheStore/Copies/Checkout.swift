import GRDB
import KaoheScoring

/// Fills a group's copy from the office's database, inside the copy's transaction.
struct Checkout {
  private let database: Database
  private let group: String
  private var changes: [String: ImportSummary.Change] = [:]

  /// The name under which the office's database is attached.
  static let schema = "office"

  init(_ database: Database, group: String) {
    self.database = database
    self.group = group
  }

  /// - Returns: how many rows of each table the copy holds.
  mutating func run(_ session: Session) throws -> [String: Int] {
    try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
    let sets = try RuleSetMerge(database, from: Self.schema).run(file: Self.schema)
    changes["rule_set", default: ImportSummary.Change()].inserted = sets
    // Evidence comes last: what is carried of it depends on what refers to it.
    for table in CopiedTable.all.sorted(by: { ($0.carried == .evidence ? 1 : 0) < ($1.carried == .evidence ? 1 : 0) }) {
      try carry(table)
    }
    for table in CopiedTable.records { try carryVersions(of: table) }
    try database.execute(
      sql: """
        UPDATE database_identity SET value = (SELECT value FROM \(Self.schema).database_identity WHERE key = 'office')
        WHERE key = 'office'
        """)
    try database.logInserts(changes, session)
    for code in try AssessmentRecord.codes(database) { try Recomputation(database, assessment: code).store() }
    return changes.mapValues(\.inserted)
  }

  private mutating func carry(_ table: CopiedTable) throws {
    guard let condition = condition(table) else { return }
    let sql = try TableSQL(table, database)
    try database.execute(
      sql: """
        INSERT INTO main.\(table.name) (\(sql.list))
        SELECT \(sql.list(of: "o")) FROM \(Self.schema).\(table.name) AS o WHERE \(condition)
        """,
      arguments: table.carried == .group ? [group] : [])
    changes[table.name, default: ImportSummary.Change()].inserted += database.changesCount
  }

  /// nil where nothing is carried.
  private func condition(_ table: CopiedTable) -> String? {
    switch table.carried {
    case .all: "1"
    case .group: "o.inspection_group = ?"
    case .visits: "o.visit IN (SELECT code FROM main.visit)"
    case .findings: "o.finding IN (SELECT code FROM main.finding)"
    case .objections: "o.objection IN (SELECT code FROM main.objection)"
    case .evidence:
      """
      o.code IN (
        SELECT evidence FROM main.observation_evidence
        UNION SELECT evidence FROM main.finding_evidence
        UNION SELECT evidence FROM main.objection_evidence)
      OR o.subject IN (
        SELECT subject FROM main.visit UNION SELECT 'district:' || district FROM main.visit_district)
      """
    case .none: nil
    }
  }

  /// The history of what is carried, and of what is no more: else the group could enter that again, and merging would
  /// take it for what was removed.
  private func carryVersions(of table: CopiedTable) throws {
    let sql = try TableSQL(table, database)
    for versions in [CopiedTable.versions, CopiedTable.successions] {
      let columns = try TableSQL(versions, database)
      try database.execute(
        sql: """
          INSERT INTO main.\(versions.name) (\(columns.list))
          SELECT \(columns.list(of: "v")) FROM \(Self.schema).\(versions.name) AS v
          WHERE v.table_name = '\(table.name)' AND (
            v.record IN (SELECT \(sql.record(of: "m")) FROM main.\(table.name) AS m)
            OR v.record NOT IN (SELECT \(sql.record(of: "o")) FROM \(Self.schema).\(table.name) AS o))
          """)
    }
  }
}
