import GRDB
import KaoheScoring

@testable import KaoheStore

/// What the engine makes of the records of an assessment, which are read anew: nothing here comes from a derived row or
/// from a view.
struct EngineResult {
  /// A district with what was recorded there, and what became of it.
  struct District {
    var records: DistrictRecords
    /// With its steps.
    var appraisal: Appraisal
    var card: Scorecard

    var participant: Participant { appraisal.participant }
  }

  let assessment: AssessmentRecord
  /// In which it opens, else what its rules are for.
  let year: Int
  let rules: RuleSet
  let status: RankingReport.Status
  /// In the order of the ranking.
  let districts: [District]
  let names: RecordNames

  var code: String { assessment.code }

  init(_ database: Database, _ code: String, _ names: RecordNames) throws {
    let recomputation = try Recomputation(database, assessment: code)
    let (assessment, rules) = (recomputation.assessment, recomputation.rules)
    let reader = try DistrictRecordsReader(database, assessment: code, rules: rules, explaining: true)
    let records = try assessment.participants.map(reader.read)
    let appraisals = records.map { rules.appraise($0, explaining: true) }
    let ranking = rules.rank(appraisals, pools: assessment.pools)
    districts = ranking.scorecards.flatMap { card in
      zip(records, appraisals).filter { $1.participant.code == card.participant.code }
        .map { District(records: $0, appraisal: $1, card: card) }
    }
    let opens = try String.fetchOne(database, sql: "SELECT opens FROM assessment WHERE code = ?", arguments: [code])
    year = opens.flatMap { Int($0.prefix(4)) } ?? rules.year
    status = try recomputation.status(of: ranking)
    (self.assessment, self.rules, self.names) = (assessment, rules, names)
  }
}

/// What records are called that others name by their code.
struct RecordNames {
  let sites: [Subject: String]
  let groups: [String: String]
  let evidence: [String: String]
  /// Which group made a visit.
  let groupOfVisit: [String: String]

  init(_ database: Database) throws {
    func texts(_ column: String, _ table: String) throws -> [String: String] {
      let rows = try Row.fetchAll(database, sql: "SELECT code, \(column) FROM \(table)")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }
    var sites: [Subject: String] = [:]
    for (scope, table) in [
      (Scope.district, "district"), (.enterprise, "pilot_enterprise"), (.park, "industrial_park"),
    ] {
      for (code, name) in try texts("name", table) { sites[Subject(scope: scope, code: code)] = name }
    }
    self.sites = sites
    groups = try texts("name", "inspection_group")
    evidence = try texts("title", "evidence")
    groupOfVisit = try texts("inspection_group", "visit")
  }
}
