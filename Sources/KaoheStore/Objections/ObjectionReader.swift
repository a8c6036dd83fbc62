import GRDB
import KaoheScoring

/// Reads objections.
struct ObjectionReader {
  let database: Database

  init(_ database: Database) { self.database = database }

  /// Open ones first, then by the moment at which they were recorded.
  func all(of assessment: String? = nil, status: ObjectionStatus? = nil, code: String? = nil) throws -> [Objection] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT o.code, v.assessment, o.visit, d.district, h.name, o.indicator, o.raised_by, o.text, o.status,
          o.opened_at, o.opened_by, o.decision, o.decided_at, o.decided_by,
          (SELECT group_concat(e.evidence, ';') FROM objection_evidence AS e WHERE e.objection = o.code)
        FROM objection AS o
        JOIN visit AS v ON v.code = o.visit
        JOIN visit_district AS d ON d.visit = o.visit
        JOIN district AS h ON h.code = d.district
        WHERE (?1 IS NULL OR v.assessment = ?1) AND (?2 IS NULL OR o.status = ?2) AND (?3 IS NULL OR o.code = ?3)
        ORDER BY o.status <> 'open', o.opened_at, o.code
        """, arguments: [assessment, status?.rawValue, code]
    ).map { row in
      Objection(
        code: row[0], assessment: row[1], visit: row[2], district: row[3], districtName: row[4], indicator: row[5],
        raisedBy: row[6], text: row[7], status: ObjectionStatus(rawValue: row[8]) ?? .open, openedAt: row[9],
        openedBy: row[10], decision: row[11], decidedAt: row[12], decidedBy: row[13],
        evidence: (row[14] as String? ?? "").split(separator: ";").map(String.init))
    }
  }

  func read(_ code: String) throws -> Objection {
    if let objection = try all(code: code).first { return objection }
    throw StoreError(
      "unknown-objection", Bilingual("没有申诉 \(code)", en: "there is no objection \(code)"),
      hint: Bilingual("用 `kaohe objection list` 查看", en: "see `kaohe objection list`"))
  }

  /// How many objections to visits of an assessment are open.
  static func openCount(_ database: Database, _ assessment: String) throws -> Int {
    try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM objection AS o CROSS JOIN visit AS v ON v.code = o.visit
        WHERE v.assessment = ? AND o.status = 'open'
        """, arguments: [assessment]) ?? 0
  }
}

extension Store {
  /// Refuses an unknown assessment.
  public func objections(of assessment: String? = nil, status: ObjectionStatus? = nil) throws -> [Objection] {
    try read { database in
      let assessment = try assessment.map { try database.checked(assessment: $0) }
      return try ObjectionReader(database).all(of: assessment, status: status)
    }
  }
}
