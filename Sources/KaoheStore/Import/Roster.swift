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
    /// Whether the folder has scores of it.
    var hasRows = false
    /// Whether some of them changed something.
    var isChanged = false
    /// Positions of the known observations that a row repeats or supersedes.
    var repeated = PositionSet()
    /// Whether it waits to be checked as a whole.
    var isQueued = false
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
    districts = try Self.texts(database, "SELECT code, category FROM district")
    parks = try Self.texts(database, "SELECT code, district FROM industrial_park")
    enterprises = try Self.texts(database, "SELECT code, district FROM pilot_enterprise")
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

  /// The second column by the first.
  private static func texts(_ database: Database, _ sql: String) throws -> [String: String] {
    let rows = try SQLStatement(database, sql)
    var texts: [String: String] = [:]
    while try rows.step() { texts[rows.text(0)] = rows.text(1) }
    return texts
  }

  private func readVisits(_ database: Database) throws {
    let rows = try SQLStatement(database, "SELECT code, assessment, subject, status FROM visit")
    while try rows.step() {
      guard let subject = Subject(rows.text(2)), let status = VisitStatus(rawValue: rows.text(3)) else { continue }
      let code = rows.text(0)
      visits[code] = Visit(
        code: code, assessment: assessments[rows.text(1)], subject: subject, district: district(of: subject) ?? "",
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
  /// The leaves, to be used without copies of them.
  let leaves: [SharedLeaf]
  /// Codes of all sections, which can't be scored but can be named by a finding.
  let sections: Set<String>
  /// What the leaves read so far.
  var values = KnownValues()

  init(_ rules: RuleSet) {
    self.rules = rules
    leaves = rules.leaves.enumerated().map(SharedLeaf.init)
    leafOfCode = Dictionary(rules.leaves.enumerated().map { ($1.code, $0) }) { first, _ in first }
    sections = Set(rules.sections.flatMap(\.allCodes))
  }

  /// The levels of a bonus or penalty group; nil where there is no such group.
  func levels(of group: String) -> [String]? {
    ((rules.bonus?.groups ?? []) + (rules.penalty?.groups ?? [])).first { $0.code == group }?.levels.map(\.code)
  }

  func isVeto(_ code: String) -> Bool { rules.vetoes.contains { $0.code == code } }
}

/// A leaf and its position.
final class SharedLeaf {
  let position: Int
  let leaf: Leaf

  init(_ position: Int, _ leaf: Leaf) {
    self.position = position
    self.leaf = leaf
  }
}

extension Section {
  fileprivate var allCodes: [String] {
    [code]
      + children.flatMap { child -> [String] in
        if case .section(let section) = child { section.allCodes } else { [] }
      }
  }
}
