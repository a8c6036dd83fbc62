import GRDB
import KaoheScoring

/// Reads a ranking from the derived rows.
struct RankingReader {
  let database: Database
  let assessment: String

  init(_ database: Database, _ assessment: String) {
    self.database = database
    self.assessment = assessment
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
    let scores = try sectionScores()
    let missing = try missingLeaves(ruleSet)
    return try Row.fetchAll(
      database,
      sql: """
        SELECT r.district, d.name, p.category, r.rank, r.total, r.total_exact, r.base_exact, r.bonus_exact,
          r.penalty_exact, r.grade, r.vetoes, r.complete
        FROM district_result AS r
        JOIN district AS d ON d.code = r.district
        JOIN participant AS p ON p.assessment = r.assessment AND p.district = r.district
        WHERE r.assessment = ? ORDER BY r.position
        """,
      arguments: [assessment]
    ).map { row in
      let district: String = row[0]
      return RankingReport.Row(
        rank: row[3], code: district, name: row[1], category: row[2], total: row[4],
        exactTotal: try Rational(stored: row[5]), base: try Rational(stored: row[6]),
        bonus: try Rational(stored: row[7]), penalty: try Rational(stored: row[8]), grade: row[9],
        vetoes: (row[10] as String).split(separator: " ").map(String.init), isComplete: row[11],
        missing: missing[district] ?? [], sections: sections.map { scores[district]?[$0] ?? nil })
    }
  }

  private func sectionScores() throws -> [String: [String: Rational]] {
    var scores: [String: [String: Rational]] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT district, section, score_exact FROM section_result WHERE assessment = ? AND score_exact IS NOT NULL
        """,
      arguments: [assessment])
    while let row = try rows.next() { scores[row[0], default: [:]][row[1]] = try Rational(stored: row[2]) }
    return scores
  }

  private func missingLeaves(_ ruleSet: String) throws -> [String: [String]] {
    var leaves: [String: [String]] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT l.district, l.indicator
        FROM leaf_result AS l JOIN indicator AS i ON i.rule_set = ? AND i.code = l.indicator
        WHERE l.assessment = ? AND l.status = 'missing' ORDER BY l.district, i.position
        """,
      arguments: [ruleSet, assessment])
    while let row = try rows.next() { leaves[row[0], default: []].append(row[1]) }
    return leaves
  }
}

extension Rational {
  /// Reads an exact number from a derived row, which only a broken database can hold otherwise.
  fileprivate init(stored text: String) throws {
    guard let value = Rational(exact: text) else {
      throw StoreError(
        "damaged-results", Bilingual("结果表中的数“\(text)”已损坏", en: "a number in the results is damaged: “\(text)”"),
        hint: Bilingual("运行 `kaohe recompute`", en: "run `kaohe recompute`"))
    }
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
