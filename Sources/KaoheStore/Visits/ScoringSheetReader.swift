import GRDB
import KaoheScoring

extension Store {
  /// One visit with what was recorded at it.
  public func sheet(of visit: String) throws -> ScoringSheet {
    try read { database in try ScoringSheetReader(database).read(visit) }
  }
}

/// Reads a visit as it is scored.
struct ScoringSheetReader {
  private let database: Database
  /// The rules, where they were read before: they never change.
  private let known: RuleSet?

  init(_ database: Database, rules known: RuleSet? = nil) {
    self.database = database
    self.known = known
  }

  func read(_ visit: String) throws -> ScoringSheet {
    let (head, ruleSet) = try head(visit)
    let rules = try known.flatMap { $0.code == ruleSet ? $0 : nil } ?? RuleSetReader(database).read(ruleSet)
    let rows = try rows(of: visit, rules)
    let fit = VisitFit(visit: visit, subject: head.subject, district: head.district, category: head.category)
    let sections = rules.sectionTitles
    return ScoringSheet(
      head: head, rules: rules, contentHash: try contentHash(of: ruleSet),
      inspectors: try inspectors(head, fit),
      entries: rules.leaves.indices.filter { fit.misfit(of: rules.leaves[$0]) == nil }.map { position in
        let leaf = rules.leaves[position]
        return SheetEntry(leaf: leaf, sections: sections[position] ?? [], rows: rows[leaf.code] ?? [])
      })
  }

  /// - Throws: `StoreError` where there is no such visit.
  func head(of visit: String) throws -> ScoringSheet.Head { try head(visit).0 }

  private func head(_ visit: String) throws -> (ScoringSheet.Head, ruleSet: String) {
    guard
      let row = try Row.fetchOne(
        database,
        sql: """
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
          """,
        arguments: [visit]),
      let subject = Subject(row[6] as String), let status = VisitStatus(rawValue: row[13])
    else { throw Store.unknownVisit(visit, database) }
    let head = ScoringSheet.Head(
      visit: visit, assessment: row[0], assessmentTitle: row[1], group: row[3], groupName: row[4], leader: row[5],
      subject: subject, subjectName: row[7], district: row[8], districtName: row[9], category: row[10], date: row[11],
      methods: (row[12] as String).split { $0 == ";" || $0 == "；" }.map(String.init), status: status)
    return (head, row[2])
  }

  private func contentHash(of ruleSet: String) throws -> String {
    try String.fetchOne(
      database, sql: "SELECT content_sha256 FROM rule_set WHERE code = ?", arguments: [ruleSet]) ?? ""
  }

  private func inspectors(_ head: ScoringSheet.Head, _ fit: VisitFit) throws -> [ScoringSheet.Inspector] {
    try Row.fetchAll(
      database, sql: "SELECT code, name, district FROM inspector WHERE inspection_group = ? ORDER BY code",
      arguments: [head.group]
    ).map { row in
      ScoringSheet.Inspector(
        code: row[0], name: row[1], isRecused: fit.recusal(of: row[0], from: row[2]) != nil)
    }
  }

  /// Live rows by leaf; one that withdraws its cell is left out, unless another of the cell is live too.
  private func rows(of visit: String, _ rules: RuleSet) throws -> [String: [SheetRow]] {
    let leaves = Dictionary(rules.leaves.map { ($0.code, $0) }) { first, _ in first }
    var evidence: [Int64: [String]] = [:]
    for row in try Row.fetchAll(
      database, sql: "SELECT id, evidence FROM observation_evidence WHERE visit = ? ORDER BY evidence",
      arguments: [visit])
    {
      evidence[row[0], default: []].append(row[1])
    }
    let late = try LateObservations(database).ids(at: visit)
    var rows: [String: [SheetRow]] = [:]
    for row in try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT o.indicator, o.id, o.item, o.scorer, o.value, o.reason, o.recorded_by, o.recorded_at
          FROM observation AS o
          WHERE o.visit = ?1 AND \(LiveObservation.condition("o"))
          ORDER BY o.indicator, o.item, o.scorer, o.id
          """), arguments: [visit])
    {
      let (code, item, value): (String, String, String) = (row[0], row[2], row[4])
      var found = SheetRow(
        id: row[1], item: item, scorer: row[3], value: value, reason: row[5], evidence: evidence[row[1]] ?? [],
        recordedBy: row[6], recordedAt: row[7], observed: try? leaves[code]?.read(item: item, value: value))
      found.isLate = late.contains(found.id)
      rows[code, default: []].append(found)
    }
    return rows.mapValues { rows in
      rows.enumerated().filter { position, row in
        let others = rows.indices.filter { $0 != position }
        return row.observed != .withdrawn || row.isLate || others.contains { rows[$0].cell == row.cell }
      }.map(\.element)
    }
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
