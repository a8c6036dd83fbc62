import GRDB
import Testing

@testable import KaoheStore

/// The monitoring views on the demo: no fact is lost or doubled, and what they say agrees with the tables.
@Suite struct MonitoringDemoTests {
  @Test func eachViewHasARowForEachFact() throws {
    let store = try Store.withDemo()
    let facts = [
      "metric_number": "metric",
      "worker_quantities": "(SELECT DISTINCT subject, year FROM metric)",
      "park_coverage": "coverage",
      "finding_status": "finding",
      "task_progress": "task",
      "survey_result": "survey_answer",
      "publicity_reach": "publicity",
      "enterprise_overview": "pilot_enterprise JOIN participant USING (district) WHERE status = 'enrolled'",
      "park_overview": "industrial_park JOIN participant USING (district) WHERE status = 'enrolled'",
    ]
    for (view, table) in facts {
      let rows = try store.rows("SELECT count(*) FROM \(view)")
      #expect(rows == (try store.rows("SELECT count(*) FROM \(table)")), "\(view)")
      #expect(rows != ["0"], "\(view)")
    }
  }

  @Test func figuresAreThoseOfTheFacts() throws {
    let store = try Store.withDemo()
    let pairs = [
      (
        "SELECT sum(employees) FROM worker_quantities",
        "SELECT sum(value) * 1.0 FROM metric WHERE metric = 'employees'"
      ),
      ("SELECT sum(visits) FROM enterprise_overview", "SELECT count(enterprise) FROM visit WHERE status = 'confirmed'"),
      ("SELECT sum(visits) FROM park_overview", "SELECT count(park) FROM visit WHERE status = 'confirmed'"),
      (
        "SELECT sum(open_findings), sum(highlights), sum(innovations) FROM enterprise_overview",
        """
        SELECT sum(kind = 'problem' AND f.status = 'open'), sum(kind = 'highlight'), sum(kind = 'innovation')
        FROM finding AS f JOIN visit AS v ON v.code = f.visit WHERE v.enterprise IS NOT NULL
        """
      ),
      ("SELECT sum(count) FROM survey_result", "SELECT sum(count) FROM survey_answer"),
      ("SELECT sum(reposts) FROM publicity_reach", "SELECT count(*) FROM publicity_repost"),
      (
        "SELECT sum(overdue) FROM task_progress",
        "SELECT count(*) FROM task WHERE status <> 'done' AND due < '2026-01-01'"
      ),
      (
        "SELECT sum(overdue) FROM finding_status",
        "SELECT count(*) FROM finding WHERE kind = 'problem' AND status = 'open' AND due < '2026-01-01'"
      ),
    ]
    for (view, table) in pairs { #expect(try store.rows(view) == (try store.rows(table)), "\(view)") }
  }

  @Test func sharesLieBetweenNothingAndAll() throws {
    let store = try Store.withDemo()
    let shares = [
      "worker_quantities": [
        "skilled_share", "skilled_share_last_year", "high_skilled_share", "high_skilled_share_last_year", "union_rate",
        "wage_growth",
      ],
      "park_coverage": [
        "coordination_rate", "participation_rate", "benefit_rate", "coordination_rate_last_year",
        "participation_rate_last_year", "benefit_rate_last_year",
      ],
      "enterprise_overview": ["share"],
      "park_overview": ["share", "coordination_rate", "participation_rate", "benefit_rate"],
      "task_progress": ["progress"],
      "survey_result": ["share"],
    ]
    for (view, columns) in shares {
      for column in columns {
        // A wage may fall.
        let lowest = column == "wage_growth" ? -1 : 0
        #expect(
          try store.rows("SELECT min(\(column)) >= \(lowest), max(\(column)) BETWEEN 0.01 AND 1 FROM \(view)")
            == ["1 | 1"],
          "\(view).\(column)")
      }
    }
    #expect(
      try store.rows("SELECT DISTINCT round(sum(share), 9) FROM survey_result GROUP BY code, question") == ["1.0"])
  }

  @Test(arguments: ["enterprise", "park"])
  func scoresAreSumsOverTheLeavesOfTheSubject(scope: String) throws {
    let store = try Store.withDemo()
    let scores = try store.rows(
      """
      SELECT assessment, subject, leaves_scored, CAST(round(score * 1e6) AS INTEGER), CAST(round(points * 1e6) AS INTEGER)
      FROM \(scope)_overview WHERE leaves_scored > 0 ORDER BY 1, 2
      """)
    #expect(scores.count >= 12)
    #expect(
      scores
        == (try store.rows(
          """
          SELECT s.assessment, s.subject, count(*), sum(s.score_micro), sum(i.points_micro)
          FROM subject_score AS s
          JOIN assessment AS a ON a.code = s.assessment
          JOIN indicator AS i ON i.rule_set = a.rule_set AND i.code = s.indicator
          WHERE s.status = 'scored' AND s.subject GLOB '\(scope):*'
          GROUP BY 1, 2 ORDER BY 1, 2
          """)))
  }
}
