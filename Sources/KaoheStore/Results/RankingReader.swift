import GRDB
import KaoheScoring

/// Reads a ranking from the derived rows.
struct RankingReader {
  let database: Database
  let assessment: String
  /// Whether the districts' scores in each section are asked for.
  let withSections: Bool

  init(_ database: Database, _ assessment: String, withSections: Bool = true) {
    self.database = database
    self.assessment = assessment
    self.withSections = withSections
  }

  func report() throws -> RankingReport {
    guard
      let head = try Row.fetchOne(
        database,
        sql: """
          SELECT a.title, a.rule_set, a.pools, r.status, s.title, s.total_decimals, s.rounding_mode,
            s.ranking, coalesce(s.ties, '')
          FROM assessment AS a
          JOIN assessment_result AS r ON r.assessment = a.code
          JOIN rule_set AS s ON s.code = a.rule_set
          WHERE a.code = ?
          """,
        arguments: [assessment])
    else { throw Store.unknownAssessment(assessment, database) }
    let ruleSet: String = head[1]
    let sections = try Row.fetchAll(
      database,
      sql: "SELECT code, title, points FROM indicator WHERE rule_set = ? AND depth = 1 ORDER BY position",
      arguments: [ruleSet]
    ).map { RankingReport.Section(code: $0[0], title: $0[1], points: try Rational(stored: $0[2])) }
    var report = RankingReport(
      assessment: assessment, title: head[0], ruleSet: ruleSet, ruleSetTitle: head[4],
      status: RankingReport.Status(rawValue: head[3]) ?? .provisional, edition: nil, decimals: head[5],
      rounding: RoundingMode(rawValue: head[6]) ?? .halfUp, pools: head[2], sections: sections,
      basis: RankingBasis(rawValue: head[7]) ?? .published,
      ties: (head[8] as String).split(separator: " ").map(String.init),
      rows: try rows(sections.map(\.code), ruleSet))
    if report.status == .provisional {
      report.unconfirmedVisits = try AssessmentRecord.unconfirmedVisits(database, assessment)
    }
    report.openObjections = try ObjectionReader.openCount(database, assessment)
    return report
  }

  private func rows(_ sections: [String], _ ruleSet: String) throws -> [RankingReport.Row] {
    let scores = withSections ? try sectionScores(sections) : [:]
    let noScores = withSections ? [ResultNumber?](repeating: nil, count: sections.count) : []
    let missing = try MissingLeaves(database, assessment, ruleSet)
    let row = try SQLStatement(
      database,
      """
      SELECT r.district, d.name, p.category, r.rank, r.total, r.total_exact, r.total_micro, r.base_exact, r.base_micro,
        r.bonus_exact, r.bonus_micro, r.penalty_exact, r.penalty_micro, r.grade, r.vetoes, r.complete
      FROM district_result AS r
      JOIN district AS d ON d.code = r.district
      JOIN participant AS p ON p.assessment = r.assessment AND p.district = r.district
      WHERE r.assessment = ? ORDER BY r.position
      """)
    row.bind(1, assessment)
    var rows: [RankingReport.Row] = []
    while try row.step() {
      let district = row.text(0)
      let isComplete = row.integer(15) != 0
      rows.append(
        RankingReport.Row(
          rank: row.isNull(3) ? nil : Int(row.integer(3)), code: district, name: row.text(1), category: row.text(2),
          total: row.text(4), exactTotal: try row.number(5), base: try row.number(7), bonus: try row.number(9),
          penalty: try row.number(11), grade: row.isNull(13) ? nil : row.text(13),
          vetoes: row.text(14).split(separator: " ").map(String.init), isComplete: isComplete,
          missing: isComplete ? [] : try missing.codes(of: district), sections: scores[district] ?? noScores))
    }
    return rows
  }

  /// By district, beside the sections.
  private func sectionScores(_ sections: [String]) throws -> [String: [ResultNumber?]] {
    let positions = Dictionary(sections.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    let row = try SQLStatement(
      database,
      """
      SELECT district, section, score_exact, score_micro FROM section_result
      WHERE assessment = ? AND score_exact IS NOT NULL
      """)
    row.bind(1, assessment)
    var scores: [String: [ResultNumber?]] = [:]
    var (district, own) = ("", [ResultNumber?]())
    while try row.step() {
      if !row.isEqual(0, to: district) {
        if !own.isEmpty { scores[district] = own }
        (district, own) = (row.text(0), [ResultNumber?](repeating: nil, count: sections.count))
      }
      if let position = positions[row.text(1)] { own[position] = try row.number(2) }
    }
    if !own.isEmpty { scores[district] = own }
    return scores
  }
}

/// Which leaves the districts lack.
private struct MissingLeaves {
  private let row: SQLStatement

  init(_ database: Database, _ assessment: String, _ ruleSet: String) throws {
    row = try SQLStatement(
      database,
      """
      SELECT l.indicator
      FROM leaf_result AS l CROSS JOIN indicator AS i ON i.rule_set = ?1 AND i.code = l.indicator
      WHERE l.assessment = ?2 AND l.district = ?3 AND l.status = 'missing' ORDER BY i.position
      """)
    row.bind(1, ruleSet)
    row.bind(2, assessment)
  }

  /// In the rules' order.
  func codes(of district: String) throws -> [String] {
    row.bind(3, district)
    defer { row.reset() }
    var codes: [String] = []
    while try row.step() { codes.append(row.text(0)) }
    return codes
  }
}

extension SQLStatement {
  /// An exact number from a derived row, its millionths in the next column.
  fileprivate func number(_ column: Int) throws -> ResultNumber {
    guard let number = ResultNumber(exact: text(column), micro: integer(column + 1)) else {
      throw RankingReader.damaged(text(column))
    }
    return number
  }
}

extension RankingReader {
  /// A number that only a broken database can hold.
  fileprivate static func damaged(_ text: String) -> StoreError {
    StoreError(
      "damaged-results", Bilingual("结果表中的数“\(text)”已损坏", en: "a number in the results is damaged: “\(text)”"),
      hint: Bilingual("运行 `kaohe recompute`", en: "run `kaohe recompute`"))
  }
}

extension Rational {
  fileprivate init(stored text: String) throws {
    guard let value = Rational(exact: text) else { throw RankingReader.damaged(text) }
    self = value
  }
}

extension RankingReport {
  /// The same from a ranking that was just computed.
  init(_ ranking: Ranking, rules: RuleSet, assessment: AssessmentRecord, status: Status) {
    self.init(
      assessment: assessment.code, title: assessment.title, ruleSet: rules.code, ruleSetTitle: rules.title,
      status: status, edition: nil, decimals: rules.rounding.totalDecimals, rounding: rules.rounding.mode,
      pools: assessment.pools,
      sections: rules.sections.map { Section(code: $0.code, title: $0.title, points: $0.points) },
      basis: rules.ranking, ties: rules.ties.map(\.code),
      rows: ranking.scorecards.map { card in
        Row(
          rank: card.rank, code: card.participant.code, name: card.participant.name,
          category: card.participant.category, total: card.total.text(decimals: rules.rounding.totalDecimals),
          exactTotal: card.exactTotal, base: card.base, bonus: card.bonus, penalty: card.penalty,
          grade: card.grade.map { rules.grades[$0].code }, vetoes: card.vetoes.map { rules.vetoes[$0].code },
          isComplete: card.isComplete, missing: card.missing.map { rules.leaves[$0].code },
          sections: card.sections.map(\.score))
      })
  }
}
