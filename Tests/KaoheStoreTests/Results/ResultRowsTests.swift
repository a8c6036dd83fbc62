import GRDB
import KaoheScoring
import Testing

@testable import KaoheStore

/// The derived rows say what the report says, and agree among each other.
@Suite struct ResultRowsTests {
  @Test func theViewIsTheRanking() throws {
    let store = try Store.withDemo()
    for assessment in ["2021", "2022"] {
      let report = try store.ranking(of: assessment, session: Store.tester)
      let view = try store.rows(
        """
        SELECT rank, code, name, category, printf('%.2f', total), grade, status, stale FROM district_ranking
        WHERE assessment = '\(assessment)'
        """)
      #expect(
        view
          == report.rows.map { row in
            let rank = row.rank.map(String.init) ?? ""
            return
              "\(rank) | \(row.code) | \(row.name) | \(row.category) | \(row.total) | \(row.grade ?? "") | \(report.status) | 0"
          })
    }
  }

  @Test func recomputingGivesTheSameRows() throws {
    let store = try Store.withDemo()
    let tables = [
      "scored_visit", "scored_subject", "district_appraisal", "item_score", "leaf_result", "section_result",
      "phase_result", "adjustment_result", "district_result",
    ]
    let before = try store.contents()
    #expect(try store.recompute("2022", session: Store.tester) == 8)
    let after = try store.contents()
    for table in tables { #expect(after[table]?.sorted() == before[table]?.sorted()) }
    #expect(before["audit_log"] == after["audit_log"])
  }

  @Test func recomputingRepairsRows() throws {
    let store = try Store.withDemo()
    let ranking = try ExpectedRanking(store.ranking(of: "2022", session: Store.tester))
    try store.executeAsOther(
      """
      UPDATE district_result SET total = '0.00', total_exact = '0', total_micro = 0;
      DELETE FROM leaf_result; DELETE FROM section_result
      """)
    try store.recompute("2022", session: Store.tester)
    #expect(try ExpectedRanking(store.ranking(of: "2022", session: Store.tester)) == ranking)
  }

  @Test func numbersOfADamagedRowAreRefused() throws {
    let store = try Store.withBase()
    try store.recording("UPDATE district_result SET total_exact = 'viel'")
    let error = #expect(throws: StoreError.self) { try store.ranking(of: "2022", session: Store.tester) }
    #expect(error?.text(in: .english) == "a number in the results is damaged: “viel”; run `kaohe recompute`")
    try store.recompute("2022", session: Store.tester)
    #expect(try store.ranking(of: "2022", session: Store.tester).rows.count == 2)
  }

  @Test func unknownAssessment() throws {
    let store = try Store.withBase()
    let error = #expect(throws: StoreError.self) { try store.ranking(of: "1999", session: Store.tester) }
    #expect(error?.text(in: .chinese) == "没有考核 1999；有：2022")
    #expect(error?.text(in: .english) == "there is no assessment 1999; there are: 2022")
    let none = #expect(throws: StoreError.self) { try Store.inMemory().recompute("1999", session: Store.tester) }
    #expect(none?.text(in: .english) == "there is no assessment 1999; there is none yet")
  }

  /// A subject's score is the mean of its visits' scores, as the demo's rules want it.
  @Test func subjectsAreTheMeansOfTheirVisits() throws {
    let store = try Store.withDemo()
    let visits = try scores(
      """
      SELECT v.assessment || ' ' || v.subject || ' ' || s.indicator, s.score_exact
      FROM inspection_score AS s JOIN visit AS v ON v.code = s.visit
      JOIN assessment AS a ON a.code = v.assessment
      JOIN indicator AS i ON i.rule_set = a.rule_set AND i.code = s.indicator
      WHERE s.status = 'scored' AND i.repeat = 'mean'
      """, store)
    let subjects = try scores(
      "SELECT assessment || ' ' || subject || ' ' || indicator, score_exact FROM subject_score WHERE status = 'scored'",
      store)
    #expect(visits.count > 300)
    for (key, scores) in visits { #expect(subjects[key] == [scores.sum / Rational(scores.count)], "\(key)") }
  }

  /// A leaf's score is the mean of the sites' scores, where the rules say so.
  @Test func leavesAreTheMeansOfTheirSites() throws {
    let store = try Store.withDemo()
    let sites = try scores(
      """
      SELECT s.assessment || ' ' || s.district || ' ' || s.indicator, s.score_exact
      FROM subject_score AS s JOIN assessment AS a ON a.code = s.assessment
      JOIN indicator AS i ON i.rule_set = a.rule_set AND i.code = s.indicator
      WHERE s.status = 'scored' AND i.aggregate = 'mean'
      """, store)
    let leaves = try scores(
      "SELECT assessment || ' ' || district || ' ' || indicator, score_exact FROM leaf_result WHERE status = 'scored'",
      store)
    #expect(sites.count > 150)
    for (key, scores) in sites { #expect(leaves[key] == [scores.sum / Rational(scores.count)], "\(key)") }
  }

  @Test func exactAndMicroAreTheSameNumber() throws {
    let store = try Store.withDemo()
    let pairs = [
      "subject_score": "score", "leaf_result": "lost", "section_result": "score", "district_result": "total",
    ]
    for (table, name) in pairs {
      let rows = try store.read { database in
        try Row.fetchAll(
          database, sql: "SELECT \(name)_exact, \(name)_micro FROM \(table) WHERE \(name)_exact IS NOT NULL")
      }
      #expect(!rows.isEmpty)
      for row in rows { #expect(Rational(exact: row[0] as String)?.micro == row[1]) }
    }
  }

  private func scores(_ sql: String, _ store: Store) throws -> [String: [Rational]] {
    try store.read { database in
      var scores: [String: [Rational]] = [:]
      for row in try Row.fetchAll(database, sql: sql) {
        if let score = Rational(exact: row[1] as String) { scores[row[0], default: []].append(score) }
      }
      return scores
    }
  }
}
