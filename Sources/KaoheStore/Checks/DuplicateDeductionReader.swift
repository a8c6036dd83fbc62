import GRDB
import KaoheScoring

extension Store {
  /// Deductions of one district that may be for the same incident: they share evidence or a date, their reasons are
  /// alike, and two groups made them, or one under two leaves. Cancelled visits are left out, drafts are not.
  ///
  /// - Parameter assessment: nil for all.
  public func duplicateDeductions(in assessment: String? = nil) throws -> [DuplicateDeduction] {
    try read { try DuplicateDeductionReader($0).read(assessment) }
  }
}

/// Finds deductions that may be for the same incident.
struct DuplicateDeductionReader {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func read(_ assessment: String?) throws -> [DuplicateDeduction] {
    let places = try deductions(assessment) + penalties(assessment)
    var byDistrict: [[String]: [DuplicateDeduction.Place]] = [:]
    for place in places { byDistrict[[place.assessment, place.district], default: []].append(place) }
    return byDistrict.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { pairs(among: $0.value) }
  }

  /// Only those that share evidence or a date are compared, so a district costs little more than its deductions.
  private func pairs(among places: [DuplicateDeduction.Place]) -> [DuplicateDeduction] {
    var sharing: [String: [Int]] = [:]
    for (index, place) in places.enumerated() {
      for key in Set(place.evidence).union(place.numbers).union(place.dates) { sharing[key, default: []].append(index) }
    }
    var candidates: Set<[Int]> = []
    for indices in sharing.values {
      for (position, first) in indices.enumerated() {
        for second in indices.dropFirst(position + 1) { candidates.insert([first, second]) }
      }
    }
    return candidates.sorted { $0.lexicographicallyPrecedes($1) }.compactMap {
      DuplicateDeduction(places[$0[0]], places[$0[1]])
    }
  }

  private func deductions(_ assessment: String?) throws -> [DuplicateDeduction.Place] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT v.assessment, w.district, d.name, v.code, v.inspection_group, o.indicator, o.item, o.value, v.date,
          o.reason, o.scorer, o.id, l.title AS title
        FROM visit AS v
        JOIN assessment AS a ON a.code = v.assessment
        JOIN visit_district AS w ON w.visit = v.code
        JOIN district AS d ON d.code = w.district
        JOIN observation AS o ON o.visit = v.code
        JOIN indicator AS l ON l.rule_set = a.rule_set AND l.code = o.indicator
        JOIN indicator_item AS i
          ON i.rule_set = a.rule_set AND i.indicator = o.indicator AND i.code = o.item AND i.method = 'deduct'
        WHERE v.status <> 'cancelled' AND v.assessment = coalesce(?, v.assessment) AND o.value <> '-'
          AND ltrim(o.value, '0') <> '' AND \(LiveObservation.condition("o"))
        ORDER BY v.assessment, w.district, v.date, v.code, o.indicator, o.item
        """,
      arguments: [assessment]
    ).map { row in
      try place(
        row, group: row[4],
        evidence: """
          SELECT e.code, e.number, e.date
          FROM observation_evidence AS x JOIN evidence AS e ON e.code = x.evidence
          WHERE x.visit = ? AND x.indicator = ? AND x.item = ? AND x.scorer = ? AND x.id = ?
          ORDER BY e.code
          """, [row[3], row[5], row[6], row[10], row[11]])
    }
  }

  private func penalties(_ assessment: String?) throws -> [DuplicateDeduction.Place] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT j.assessment, j.district, d.name, j.entry, NULL, j.code, coalesce(j.level, ''), CAST(j.count AS TEXT),
          j.date, j.reason, r.title AS title
        FROM adjustment AS j
        JOIN assessment AS a ON a.code = j.assessment
        JOIN adjustment_rule AS r ON r.rule_set = a.rule_set AND r.code = j.code AND r.kind = 'penalty'
        JOIN district AS d ON d.code = j.district
        WHERE j.count > 0 AND j.assessment = coalesce(?, j.assessment)
        ORDER BY j.assessment, j.district, j.date, j.entry
        """,
      arguments: [assessment]
    ).map { row in
      try place(
        row, group: nil,
        evidence: """
          SELECT e.code, e.number, e.date
          FROM adjustment_evidence AS x JOIN evidence AS e ON e.code = x.evidence
          WHERE x.entry = ?
          ORDER BY e.code
          """, [row[3]])
    }
  }

  private func place(
    _ row: Row, group: String?, evidence query: String, _ arguments: StatementArguments
  ) throws -> DuplicateDeduction.Place {
    var place = DuplicateDeduction.Place(
      assessment: row[0], district: row[1], districtName: row[2], record: row[3], group: group, indicator: row[5],
      title: row["title"], item: row[6], count: row[7], date: row[8], reason: row[9], evidence: [])
    for found in try Row.fetchAll(database.cachedStatement(sql: query), arguments: arguments) {
      place.evidence.append(found[0])
      if let number = found[1] as String? { place.numbers.insert(number) }
      place.dates.insert(found[2])
    }
    // Without evidence the day of the visit, or of the entry, is all there is.
    if place.dates.isEmpty { place.dates = [place.date] }
    return place
  }
}
