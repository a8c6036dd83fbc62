/// A table of facts, as copies carry and merge it. This list is the only place that knows which tables these are.
struct CopiedTable: Hashable {
  enum Kind: Hashable {
    /// Append-only, with identities that are unique over all copies: merges as a plain union.
    case fact
    /// Can be changed: merges by its versions, and a change on both sides is a conflict.
    case record
    /// A record that is all key. It is there or not: where the sides differ, what is there stays.
    case link
  }

  let name: String
  let kind: Kind
  /// The columns that tell its rows apart, in the order in which `audit_log.record` names them.
  let key: [String]
  /// Which rows a group's copy carries.
  let carried: Carried

  enum Carried: Hashable {
    case all
    /// The group's visits.
    case group
    /// Rows of these visits.
    case visits
    /// Rows of findings of these visits.
    case findings
    /// Rows of objections to these visits.
    case objections
    /// What these rest on, and what is registered of the subjects visited and their districts.
    case evidence
    case none
  }

  private init(_ name: String, _ kind: Kind, _ key: String, _ carried: Carried) {
    self.name = name
    self.kind = kind
    self.key = key.split(separator: " ").map(String.init)
    self.carried = carried
  }
}

extension CopiedTable {
  /// Those that others refer to come first.
  static let all: [CopiedTable] = records + facts

  /// Tables whose records have versions.
  static let records: [CopiedTable] = [
    CopiedTable("district", .record, "code", .all),
    CopiedTable("industrial_park", .record, "code", .all),
    CopiedTable("guidance_station", .record, "park", .all),
    CopiedTable("pilot_enterprise", .record, "code", .all),
    CopiedTable("inspection_group", .record, "code", .all),
    CopiedTable("inspector", .record, "code", .all),
    CopiedTable("assessment", .record, "code", .all),
    CopiedTable("participant", .record, "assessment district", .all),
    CopiedTable("visit", .record, "code", .group),
    CopiedTable("evidence", .record, "code", .evidence),
    CopiedTable("adjustment", .record, "entry", .none),
    CopiedTable("adjustment_evidence", .link, "entry evidence", .none),
    CopiedTable("finding", .record, "code", .visits),
    CopiedTable("finding_evidence", .link, "finding evidence", .findings),
    CopiedTable("objection", .record, "code", .visits),
    CopiedTable("objection_evidence", .link, "objection evidence", .objections),
    CopiedTable("metric", .record, "subject year metric", .none),
    CopiedTable("coverage", .record, "park year", .none),
    CopiedTable("task", .record, "code", .none),
    CopiedTable("survey_answer", .record, "code question answer", .none),
    CopiedTable("publicity", .record, "code", .none),
    CopiedTable("publicity_repost", .link, "publicity outlet", .none),
  ]

  static let facts: [CopiedTable] = [
    CopiedTable("observation", .fact, "visit indicator item scorer id", .visits),
    CopiedTable("supersession", .fact, "visit indicator item scorer superseded by", .visits),
    CopiedTable("observation_evidence", .fact, "visit indicator item scorer id evidence", .visits),
    CopiedTable("visit_step", .fact, "visit id", .visits),
    CopiedTable("recusal_override", .fact, "visit indicator item scorer id inspector", .visits),
    CopiedTable("finding_step", .fact, "finding id", .findings),
    CopiedTable("objection_correction", .fact, "visit indicator item scorer id objection", .visits),
    CopiedTable("field_copy", .fact, "replica", .none),
  ]

  /// The versions themselves, which are facts about records.
  static let versions = CopiedTable("record_version", .fact, "table_name record id content", .none)
  static let successions = CopiedTable(
    "record_succession", .fact, "table_name record superseded superseded_content by", .none)

  static func named(_ name: String) -> CopiedTable? { all.first { $0.name == name } }

  /// Whether its rows can change the results of assessments, each by its visits.
  var bearsOnVisits: Bool { key.first == "visit" }

  /// Whether its records can change the results of every assessment: who is ranked, what is visited.
  var bearsOnAll: Bool { ["district", "industrial_park", "pilot_enterprise"].contains(name) }
}
