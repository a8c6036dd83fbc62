import GRDB
import KaoheScoring

extension Store {
  /// One visit with what was recorded at it.
  public func sheet(of visit: String) throws -> ScoringSheet {
    try read { database in try ScoringSheetReader(database).read(visit) }
  }
}

/// Reads visits as they are scored. What several share, and the statements, are made ready once.
final class ScoringSheetReader {
  private let database: Database
  private let statements: PreparedStatements
  /// The rules, where they were read before: they never change.
  private var rulesOf: [String: SheetRules] = [:]
  private var known: RuleSet?
  private var membersOf: [String: [(code: String, name: String, district: String?)]] = [:]
  private var late: LateObservations?

  init(_ database: Database, rules known: RuleSet? = nil, _ statements: PreparedStatements? = nil) {
    self.database = database
    self.known = known
    self.statements = statements ?? PreparedStatements(database)
  }

  /// To be called where a transaction begins, of a reader that is kept: records may have changed since.
  func forgetRecords() {
    membersOf = [:]
    late = nil
  }

  /// - Throws: `StoreError` where there is no such visit.
  func read(_ visit: String) throws -> ScoringSheet { try readWithLiveRows(visit).sheet }

  /// The sheet, and by leaf every live row of it, also one that only withdraws its cell.
  func readWithLiveRows(_ visit: String) throws -> (sheet: ScoringSheet, live: [String: [SheetRow]]) {
    let (head, ruleSet) = try head(visit)
    let rules = try rules(ruleSet)
    let live = try liveRows(of: head, rules)
    let fit = VisitFit(visit: visit, subject: head.subject, district: head.district, category: head.category)
    var entries = rules.entries(fit)
    for position in entries.indices {
      if let rows = live[entries[position].leaf.code] { entries[position].rows = Self.shown(rows) }
    }
    let sheet = ScoringSheet(
      head: head, rules: rules.rules, contentHash: rules.contentHash, inspectors: try inspectors(head, fit),
      entries: entries)
    return (sheet, live)
  }

  /// One visit in a list.
  func summary(_ visit: String, note: (ScoringSheet.Head) throws -> String) throws -> VisitSummary {
    let (head, ruleSet) = try head(visit)
    let rules = try rules(ruleSet)
    let fit = VisitFit(visit: visit, subject: head.subject, district: head.district, category: head.category)
    let leaves = rules.fittingLeaves(fit)
    let entries = try liveRows(of: head, rules).compactMap { code, rows -> SheetEntry? in
      guard let leaf = rules.leaf(code), leaves.contains(code) else { return nil }
      return SheetEntry(leaf: leaf, sections: [], rows: Self.shown(rows))
    }
    return VisitSummary(head, entries, leaves: leaves.count, note: try note(head))
  }

  /// - Throws: `StoreError` where there is no such visit.
  func head(of visit: String) throws -> ScoringSheet.Head { try head(visit).0 }

  private func head(_ visit: String) throws -> (ScoringSheet.Head, ruleSet: String) {
    let row = try statements(Self.headQuery)
    row.bind(1, visit)
    defer { row.reset() }
    guard try row.step(), let subject = Subject(row.text(6)), let status = VisitStatus(rawValue: row.text(13)) else {
      throw Store.unknownVisit(visit, database)
    }
    let head = ScoringSheet.Head(
      visit: visit, assessment: row.text(0), assessmentTitle: row.text(1), group: row.text(3), groupName: row.text(4),
      leader: row.isNull(5) ? nil : row.text(5), subject: subject, subjectName: row.text(7), district: row.text(8),
      districtName: row.text(9), category: row.text(10), date: row.text(11),
      methods: row.text(12).split { $0 == ";" || $0 == "；" }.map(String.init), status: status)
    return (head, row.text(2))
  }

  private static let headQuery = """
    SELECT v.assessment, a.title, a.rule_set, g.code, g.name, g.leader, v.subject,
      coalesce(d.name, e.name, p.name), home.code, home.name, coalesce(r.category, home.category), v.date,
      coalesce(v.methods, ''), v.status
    FROM visit AS v
    JOIN assessment AS a ON a.code = v.assessment
    JOIN inspection_group AS g ON g.code = v.inspection_group
    LEFT JOIN district AS d ON d.code = v.district
    LEFT JOIN pilot_enterprise AS e ON e.code = v.enterprise
    LEFT JOIN industrial_park AS p ON p.code = v.park
    JOIN district AS home ON home.code = coalesce(v.district, e.district, p.district)
    LEFT JOIN participant AS r
      ON r.assessment = v.assessment AND r.district = home.code AND r.status = 'enrolled'
    WHERE v.code = ?
    """

  private func rules(_ code: String) throws -> SheetRules {
    if let rules = rulesOf[code] { return rules }
    let set = try known.flatMap { $0.code == code ? $0 : nil } ?? RuleSetReader(database).read(code)
    let hash = try statements("SELECT content_sha256 FROM rule_set WHERE code = ?")
    hash.bind(1, code)
    defer { hash.reset() }
    let rules = SheetRules(set, contentHash: try hash.step() ? hash.text(0) : "")
    rulesOf[code] = rules
    return rules
  }

  private func inspectors(_ head: ScoringSheet.Head, _ fit: VisitFit) throws -> [ScoringSheet.Inspector] {
    if membersOf[head.group] == nil {
      let row = try statements("SELECT code, name, district FROM inspector WHERE inspection_group = ? ORDER BY code")
      row.bind(1, head.group)
      defer { row.reset() }
      var members: [(code: String, name: String, district: String?)] = []
      while try row.step() { members.append((row.text(0), row.text(1), row.isNull(2) ? nil : row.text(2))) }
      membersOf[head.group] = members
    }
    return (membersOf[head.group] ?? []).map { person in
      ScoringSheet.Inspector(
        code: person.code, name: person.name, isRecused: fit.recusal(of: person.code, from: person.district) != nil)
    }
  }

  // MARK: Rows

  /// By leaf, each leaf's by item, scorer and identity; withdrawals, too.
  private func liveRows(of head: ScoringSheet.Head, _ rules: SheetRules) throws -> [String: [SheetRow]] {
    let evidence = try evidence(at: head.visit)
    let late = try lateRows(at: head)
    var rows: [String: [SheetRow]] = [:]
    let row = try statements(Self.rowsQuery)
    row.bind(1, head.visit)
    defer { row.reset() }
    var (code, leaf, found): (String, Leaf?, [SheetRow]) = ("", nil, [])
    while try row.step() {
      if !row.isEqual(0, to: code) {
        if !found.isEmpty { rows[code] = found }
        code = row.text(0)
        (leaf, found) = (rules.leaf(code), [])
      }
      let (id, item, value) = (row.integer(1), row.text(2), row.text(4))
      var one = SheetRow(
        id: id, item: item, scorer: row.text(3), value: value, reason: row.text(5), evidence: evidence[id] ?? [],
        recordedBy: row.text(6), recordedAt: row.text(7), observed: try? leaf?.read(item: item, value: value))
      one.isLate = late.contains(id)
      found.append(one)
    }
    if !found.isEmpty { rows[code] = found }
    return rows
  }

  private static let rowsQuery = """
    SELECT o.indicator, o.id, o.item, o.scorer, o.value, o.reason, o.recorded_by, o.recorded_at
    FROM observation AS o
    WHERE o.visit = ?1 AND \(LiveObservation.condition("o"))
    ORDER BY o.indicator, o.item, o.scorer, o.id
    """

  private func evidence(at visit: String) throws -> [Int64: [String]] {
    let row = try statements("SELECT id, evidence FROM observation_evidence WHERE visit = ? ORDER BY evidence")
    row.bind(1, visit)
    defer { row.reset() }
    var evidence: [Int64: [String]] = [:]
    while try row.step() { evidence[row.integer(0), default: []].append(row.text(1)) }
    return evidence
  }

  /// Only a visit that was handed in can have them.
  private func lateRows(at head: ScoringSheet.Head) throws -> Set<Int64> {
    guard head.status.counts else { return [] }
    let reader = try late ?? LateObservations(database)
    late = reader
    return try reader.ids(at: head.visit)
  }

  /// What a sheet shows of a leaf's live rows: one that withdraws its cell is left out, unless another of the cell is
  /// live too.
  static func shown(_ rows: [SheetRow]) -> [SheetRow] {
    if rows.allSatisfy({ $0.observed != .withdrawn }) { return rows }
    return rows.enumerated().filter { position, row in
      let others = rows.indices.filter { $0 != position }
      return row.observed != .withdrawn || row.isLate || others.contains { rows[$0].cell == row.cell }
    }.map(\.element)
  }
}

extension Store {
  static func unknownVisit(_ code: String, _ database: Database) -> StoreError {
    let count = (try? Int.fetchOne(database, sql: "SELECT count(*) FROM visit")) ?? 0
    return StoreError(
      "unknown-visit", Bilingual("没有督查 \(code)", en: "there is no visit \(code)"),
      hint: Bilingual(
        "共有 \(count) 次督查，用 `kaohe visit list` 查看", en: "there are \(count); see them with `kaohe visit list`"))
  }
}

extension RuleSet {
  /// Titles of the sections above each leaf, from the top, by the leaf's position.
  var sectionTitles: [Int: [String]] {
    var titles: [Int: [String]] = [:]
    func visit(_ section: Section, _ path: [String]) {
      let path = path + [section.title]
      for child in section.children {
        switch child {
        case .section(let section): visit(section, path)
        case .leaf(let position): titles[position] = path
        }
      }
    }
    for section in sections { visit(section, []) }
    return titles
  }
}
