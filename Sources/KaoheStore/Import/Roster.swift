import GRDB
import KaoheScoring

/// What the codes in a folder may refer to: what the database knows, and what the folder brings.
///
/// A row that is refused is entered as well, so that what refers to it is not reported too.
final class Roster {
  struct Inspector {
    var name: String
    var district: String?
  }

  final class Assessment {
    var code: String
    var ruleSet: String
    var opens: String?
    var closes: String?
    /// Categories by district, of those enrolled.
    var categories: [String: String] = [:]
    /// Everybody who is or was enrolled, by district.
    var known: [String: (category: String, isEnrolled: Bool)] = [:]
    /// nil where the rules could not be read; what depends on them is not checked then.
    var rules: RuleIndex?

    init(code: String, ruleSet: String, opens: String?, closes: String?) {
      self.code = code
      self.ruleSet = ruleSet
      self.opens = opens
      self.closes = closes
    }
  }

  final class Visit {
    let code: String
    let assessment: Assessment?
    let subject: Subject
    let district: String
    /// As the database had it before this import; nil for a new one.
    let known: VisitStatus?
    /// As the folder wants it to be.
    var wanted: VisitStatus
    /// Its line in visits.csv; nil where the folder does not mention it.
    var line: Int?
    /// Whether the folder has scores of it that changed something, or it is to be submitted.
    var isTouched = false
    /// Whether it waits to be checked as a whole.
    var isQueued = false
    /// Whether the database has observations of it; nil where it was not asked yet.
    var hasObservations: Bool?

    init(
      code: String, assessment: Assessment?, subject: Subject, district: String, known: VisitStatus?,
      wanted: VisitStatus
    ) {
      self.code = code
      self.assessment = assessment
      self.subject = subject
      self.district = district
      self.known = known
      self.wanted = wanted
    }

    /// The status that keeps it from being changed.
    var closedStatus: VisitStatus? { known == .draft ? nil : known }
  }

  /// Categories by code.
  var districts: [String: String] = [:]
  /// Districts by code of the site.
  var parks: [String: String] = [:]
  var enterprises: [String: String] = [:]
  var groups: Set<String> = []
  var inspectors: [String: Inspector] = [:]
  var evidence: Set<String> = []
  var assessments: [String: Assessment] = [:]
  var visits: [String: Visit] = [:]
  /// Rule sets by code; nil for one that could not be read.
  var ruleSets: [String: RuleIndex?] = [:]

  init(_ database: Database) throws {
    for row in try Row.fetchAll(database, sql: "SELECT code, category FROM district") { districts[row[0]] = row[1] }
    for row in try Row.fetchAll(database, sql: "SELECT code, district FROM industrial_park") { parks[row[0]] = row[1] }
    for row in try Row.fetchAll(database, sql: "SELECT code, district FROM pilot_enterprise") {
      enterprises[row[0]] = row[1]
    }
    groups = Set(try String.fetchAll(database, sql: "SELECT code FROM inspection_group"))
    for row in try Row.fetchAll(database, sql: "SELECT code, name, district FROM inspector") {
      inspectors[row[0]] = Inspector(name: row[1], district: row[2])
    }
    evidence = Set(try String.fetchAll(database, sql: "SELECT code FROM evidence"))
    for code in try String.fetchAll(database, sql: "SELECT code FROM rule_set") {
      ruleSets[code] = RuleIndex(try RuleSetReader(database).read(code))
    }
    for row in try Row.fetchAll(database, sql: "SELECT code, rule_set, opens, closes FROM assessment") {
      let assessment = Assessment(code: row[0], ruleSet: row[1], opens: row[2], closes: row[3])
      assessment.rules = ruleSets[assessment.ruleSet] ?? nil
      assessments[assessment.code] = assessment
    }
    for row in try Row.fetchAll(
      database, sql: "SELECT assessment, district, category, status = 'enrolled' FROM participant")
    {
      assessments[row[0]]?.known[row[1]] = (row[2], row[3])
      if row[3] { assessments[row[0]]?.categories[row[1]] = row[2] }
    }
    try readVisits(database)
  }

  private func readVisits(_ database: Database) throws {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT code, assessment, subject, status FROM visit")
    while let row = try rows.next() {
      guard let subject = Subject(row[2] as String), let status = VisitStatus(rawValue: row[3]) else { continue }
      visits[row[0]] = Visit(
        code: row[0], assessment: assessments[row[1]], subject: subject, district: district(of: subject) ?? "",
        known: status, wanted: status)
    }
  }

  /// The district that a subject counts for; nil for an unknown one.
  func district(of subject: Subject) -> String? {
    switch subject.scope {
    case .district: districts[subject.code] == nil ? nil : subject.code
    case .enterprise: enterprises[subject.code]
    case .park: parks[subject.code]
    }
  }
}

/// A rule set with its leaves, groups and vetoes by code.
final class RuleIndex {
  let rules: RuleSet
  let leafOfCode: [String: Int]
  /// Codes of all sections, which can't be scored but can be named by a finding.
  let sections: Set<String>

  init(_ rules: RuleSet) {
    self.rules = rules
    leafOfCode = Dictionary(rules.leaves.enumerated().map { ($1.code, $0) }) { first, _ in first }
    sections = Set(rules.sections.flatMap(\.allCodes))
  }

  /// The levels of a bonus or penalty group; nil where there is no such group.
  func levels(of group: String) -> [String]? {
    ((rules.bonus?.groups ?? []) + (rules.penalty?.groups ?? [])).first { $0.code == group }?.levels.map(\.code)
  }

  func isVeto(_ code: String) -> Bool { rules.vetoes.contains { $0.code == code } }
}

extension Section {
  fileprivate var allCodes: [String] {
    [code]
      + children.flatMap { child -> [String] in
        if case .section(let section) = child { section.allCodes } else { [] }
      }
  }
}
