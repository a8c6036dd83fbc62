import GRDB
import KaoheScoring

extension Store {
  /// Everything that leads to one district's total.
  ///
  /// - Parameter district: its code, or a name that is unambiguous among the participants.
  public func explanation(
    of district: String, in assessment: String, session: Session
  ) throws -> DistrictExplanation {
    try refresh(assessment, session)
    return try read { try ExplanationReader($0, assessment).read(district) }
  }
}

/// Evaluates a district once more, keeping every step, and compares it with the others as they were appraised before.
struct ExplanationReader {
  private let database: Database
  private let recomputation: Recomputation
  private var assessment: AssessmentRecord { recomputation.assessment }

  init(_ database: Database, _ assessment: String) throws {
    self.database = database
    recomputation = try Recomputation(database, assessment: assessment)
  }

  func read(_ district: String) throws -> DistrictExplanation {
    let participant = try participant(district)
    let rules = recomputation.rules
    let (known, changed) = try recomputation.known()
    let others = known + (try recomputation.appraise(changed.filter { $0 != participant }))
    let reader = try DistrictRecordsReader(database, assessment: assessment.code, rules: rules, explaining: true)
    let appraisal = rules.appraise(try reader.read(participant), explaining: true)
    let ranking = rules.rank(
      others.filter { $0.participant != participant } + [appraisal], pools: assessment.pools,
      explaining: participant.code)
    guard let card = ranking.scorecards.first(where: { $0.participant.code == participant.code })
    else { throw unknown(district) }
    return DistrictExplanation(
      assessment: assessment.code, title: assessment.title, ruleSet: rules, appraisal: appraisal, scorecard: card,
      siteNames: try siteNames(participant), visits: try visits(participant), entries: try entries(participant),
      inspectorNames: try names("SELECT code, name FROM inspector"),
      evidenceTitles: try evidenceTitles(participant))
  }

  private func participant(_ text: String) throws -> Participant {
    if let exact = assessment.participants.first(where: { $0.code == text }) { return exact }
    let named = assessment.participants.filter { $0.name == text }
    if text.isEmpty { throw unknown("“”") }
    let alike = named.isEmpty ? assessment.participants.filter { $0.name.hasPrefix(text) } : named
    if alike.count == 1 { return alike[0] }
    throw alike.isEmpty ? unknown(text) : ambiguous(text, alike)
  }

  private func unknown(_ text: String) -> StoreError {
    let list = assessment.participants.map { "\($0.code) \($0.name)" }
    return StoreError(
      "unknown-district",
      Bilingual("考核 \(assessment.code) 的参评单位中没有 \(text)", en: "no participant of \(assessment.code) is \(text)"),
      hint: Bilingual("有：\(list.joined(separator: "、"))", en: "there are: \(list.joined(separator: ", "))"))
  }

  private func ambiguous(_ text: String, _ found: [Participant]) -> StoreError {
    let list = found.map { "\($0.code) \($0.name)" }
    return StoreError(
      "ambiguous-district", Bilingual("“\(text)”不止一个", en: "“\(text)” is ambiguous"),
      hint: Bilingual("用代码指明：\(list.joined(separator: "、"))", en: "give its code: \(list.joined(separator: ", "))"))
  }

  private func names(_ sql: String, _ arguments: StatementArguments = []) throws -> [String: String] {
    var names: [String: String] = [:]
    for row in try Row.fetchAll(database, sql: sql, arguments: arguments) { names[row[0]] = row[1] }
    return names
  }

  private func siteNames(_ participant: Participant) throws -> [Subject: String] {
    var result = [Subject(scope: .district, code: participant.code): participant.name]
    for (scope, table) in [(Scope.enterprise, "pilot_enterprise"), (Scope.park, "industrial_park")] {
      for (code, name) in try names("SELECT code, name FROM \(table) WHERE district = ?", [participant.code]) {
        result[Subject(scope: scope, code: code)] = name
      }
    }
    return result
  }

  private func visits(_ participant: Participant) throws -> [String: DistrictExplanation.Visit] {
    var visits: [String: DistrictExplanation.Visit] = [:]
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT v.code, g.code, g.name, v.status
        FROM visit_district AS d
        JOIN visit AS v ON v.code = d.visit
        JOIN inspection_group AS g ON g.code = v.inspection_group
        WHERE d.assessment = ? AND d.district = ?
        """,
      arguments: [assessment.code, participant.code])
    for row in rows {
      visits[row[0]] = DistrictExplanation.Visit(group: row[1], groupName: row[2], status: row[3])
    }
    for row in try stepOverrides(participant) {
      visits[row[0]]?.overrides.append(DistrictExplanation.StepOverride(action: row[1], by: row[2], reason: row[3]))
    }
    return visits
  }

  /// Of the steps that still hold: those before a return are history.
  private func stepOverrides(_ participant: Participant) throws -> [Row] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT s.visit, s.action, s.recorded_by, s.override
        FROM visit_district AS d JOIN visit_step AS s ON s.visit = d.visit
        WHERE d.assessment = ? AND d.district = ? AND s.action IN ('submit', 'confirm') AND s.override <> ''
          AND NOT EXISTS (
            SELECT 1 FROM visit_step AS r WHERE r.visit = s.visit AND r.action = 'return' AND r.id > s.id)
        ORDER BY s.id
        """, arguments: [assessment.code, participant.code])
  }

  private func entries(_ participant: Participant) throws -> [String: DistrictExplanation.Entry] {
    var evidence: [String: [String]] = [:]
    for row in try Row.fetchAll(
      database,
      sql: """
        SELECT e.entry, e.evidence FROM adjustment AS a JOIN adjustment_evidence AS e ON e.entry = a.entry
        WHERE a.assessment = ? AND a.district = ? ORDER BY e.evidence
        """,
      arguments: [assessment.code, participant.code])
    {
      evidence[row[0], default: []].append(row[1])
    }
    var entries: [String: DistrictExplanation.Entry] = [:]
    for row in try Row.fetchAll(
      database, sql: "SELECT entry, date, reason FROM adjustment WHERE assessment = ? AND district = ?",
      arguments: [assessment.code, participant.code])
    {
      entries[row[0]] = DistrictExplanation.Entry(date: row[1], reason: row[2], evidence: evidence[row[0]] ?? [])
    }
    return entries
  }

  /// Of the evidence that the district's observations and entries name.
  private func evidenceTitles(_ participant: Participant) throws -> [String: String] {
    try names(
      """
      SELECT code, title FROM evidence WHERE code IN (
        SELECT o.evidence FROM visit_district AS d JOIN observation_evidence AS o ON o.visit = d.visit
        WHERE d.assessment = ?1 AND d.district = ?2
        UNION
        SELECT e.evidence FROM adjustment AS a JOIN adjustment_evidence AS e ON e.entry = a.entry
        WHERE a.assessment = ?1 AND a.district = ?2)
      """, [assessment.code, participant.code])
  }
}
