import GRDB
import KaoheScoring

/// Finds the observations that can't all hold, at visits of any status but cancelled ones, which count nowhere.
struct ObservationConflictReader {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// - Parameter assessment: nil for all.
  func all(in assessment: String? = nil) throws -> [ObservationConflict] {
    var rulesOf: [String: RuleIndex] = [:]
    let late = try LateObservations(database)
    let found = try suspects(assessment) + lateLeaves(assessment, late)
    let leaves = Dictionary(found.map { ([$0.visit, $0.indicator], $0.ruleSet) }) { first, _ in first }
    return try leaves.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { place, ruleSet in
      let (visit, indicator) = (place[0], place[1])
      let rules = try rulesOf[ruleSet] ?? RuleIndex(RuleSetReader(database).read(ruleSet))
      rulesOf[ruleSet] = rules
      return ObservationConflict.find(
        among: try liveRows(visit, indicator), of: rules.leafOfCode[indicator].map { rules.rules.leaves[$0] },
        late: try late.ids(at: visit), covered: try coveredRows(visit, indicator))
    }
  }

  /// Leaves at visits that may have a conflict: two live rows of a cell; several of which one must stand alone, or names
  /// no scorer.
  private func suspects(_ assessment: String?) throws -> [(visit: String, indicator: String, ruleSet: String)] {
    let check = try SQLStatement(
      database,
      """
      SELECT a.rule_set
      FROM visit AS v
      JOIN assessment AS a ON a.code = v.assessment
      CROSS JOIN observation AS o ON o.visit = v.code
      WHERE v.code = ?1 AND o.indicator = ?2 AND v.status <> 'cancelled' AND v.assessment = coalesce(?3, v.assessment)
        AND \(LiveObservation.condition("o"))
      GROUP BY o.visit, o.indicator
      HAVING count(*) > 1 AND (
        count(*) > count(DISTINCT o.item || char(1) || o.scorer)
        OR sum(o.value <> '-') > 1 AND (
          max(o.value IN ('n/a', '不适用', 'none', '无'))
          OR max(o.scorer = '' AND o.value <> '-') AND max(o.scorer <> '' AND o.value <> '-')))
      """)
    return try crowdedLeaves(assessment).compactMap { visit, indicator in
      check.bind(1, visit)
      check.bind(2, indicator)
      check.bind(3, assessment)
      defer { check.reset() }
      return try check.step() ? (visit, indicator, check.text(0)) : nil
    }
  }

  /// Leaves at visits with two rows of a cell, live or not, or a row that must stand alone beside others, or rows with and
  /// without a scorer: in one pass over the observations in their own order, with nothing looked up.
  private func crowdedLeaves(_ assessment: String?) throws -> [(visit: String, indicator: String)] {
    let row = try SQLStatement(
      database,
      assessment == nil
        ? "SELECT visit, indicator, item, scorer, value FROM observation ORDER BY visit, indicator, item, scorer, id"
        : """
        SELECT o.visit, o.indicator, o.item, o.scorer, o.value
        FROM visit AS v CROSS JOIN observation AS o ON o.visit = v.code
        WHERE v.assessment = ?1 ORDER BY v.code, o.indicator, o.item, o.scorer, o.id
        """)
    if let assessment { row.bind(1, assessment) }
    var found: [(visit: String, indicator: String)] = []
    var (visit, indicator, item, scorer) = ("", "", "", "")
    var (count, isDoubled, standsAlone, isNamed, isUnnamed) = (0, false, false, false, false)
    func close() {
      if count > 1, isDoubled || standsAlone || isNamed && isUnnamed { found.append((visit, indicator)) }
    }
    while try row.step() {
      let isNewVisit = !row.isEqual(0, to: visit)
      if isNewVisit || !row.isEqual(1, to: indicator) {
        close()
        if isNewVisit { visit = row.text(0) }
        indicator = row.text(1)
        (count, isDoubled, standsAlone, isNamed, isUnnamed) = (0, false, false, false, false)
      } else if row.isEqual(2, to: item), row.isEqual(3, to: scorer) {
        isDoubled = true
      }
      if !row.isEqual(2, to: item) { item = row.text(2) }
      if !row.isEqual(3, to: scorer) { scorer = row.text(3) }
      count += 1
      if scorer.isEmpty { isUnnamed = true } else { isNamed = true }
      if Self.alone.contains(where: { row.isEqual(4, to: $0) }) { standsAlone = true }
    }
    close()
    return found
  }

  private static let alone = ["n/a", "不适用", "none", "无"]

  /// Leaves at visits that were handed in, with observations that came in later.
  private func lateLeaves(_ assessment: String?, _ late: LateObservations) throws -> [(
    visit: String, indicator: String, ruleSet: String
  )] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT DISTINCT v.code, a.rule_set
        FROM visit_step AS s
        JOIN visit AS v ON v.code = s.visit
        JOIN assessment AS a ON a.code = v.assessment
        WHERE v.status IN ('submitted', 'confirmed') AND v.assessment = coalesce(?, v.assessment)
        """,
      arguments: [assessment]
    ).flatMap { row -> [(visit: String, indicator: String, ruleSet: String)] in
      let visit: String = row[0]
      let ids = try late.ids(at: visit)
      if ids.isEmpty { return [] }
      let leaves = try Row.fetchAll(
        database, sql: "SELECT indicator, id FROM observation WHERE visit = ?", arguments: [visit])
      return Set(leaves.filter { ids.contains($0[1]) }.map { $0[0] as String }).map { (visit, $0, row[1]) }
    }
  }

  /// What the visit was handed in with, of one leaf: also what a late observation took the place of.
  private func coveredRows(_ visit: String, _ indicator: String) throws -> [ObservationConflict.Live] {
    try rows(
      """
      SELECT o.item, o.scorer, o.id, o.value, o.reason, o.recorded_at, o.recorded_by
      FROM observation AS o
      JOIN visit_step AS last ON last.visit = ?1 AND last.id = (SELECT max(id) FROM visit_step WHERE visit = ?1)
      WHERE o.visit = ?1 AND o.indicator = ?2 AND o.id IN (SELECT value FROM json_each(last.covers))
      ORDER BY o.item, o.scorer, o.id
      """, visit, indicator)
  }

  private func liveRows(_ visit: String, _ indicator: String) throws -> [ObservationConflict.Live] {
    try rows(
      """
      SELECT item, scorer, id, value, reason, recorded_at, recorded_by
      FROM observation AS o
      WHERE visit = ?1 AND indicator = ?2 AND \(LiveObservation.condition("o"))
      ORDER BY item, scorer, id
      """, visit, indicator)
  }

  private func rows(_ sql: String, _ visit: String, _ indicator: String) throws -> [ObservationConflict.Live] {
    try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [visit, indicator]).map { row in
      ObservationConflict.Live(
        cell: ScoreCell(visit: visit, indicator: indicator, item: row[0], scorer: row[1]), id: row[2], value: row[3],
        reason: row[4], recordedAt: row[5], recordedBy: row[6])
    }
  }
}
