import KaoheScoring
import Testing

@testable import KaoheStore

/// Results that another program's change made out of date are marked, and computed anew before they are shown.
@Suite struct StalenessTests {
  private func total(_ district: String, _ store: Store) throws -> Rational? {
    try store.ranking(of: "2022", session: Store.tester).rows.first { $0.code == district }
      .flatMap { Rational(exact: $0.exactTotal.description) }
  }

  @Test func anObservationChangedByAnotherProgram() throws {
    let store = try Store.withBase()
    let before = try #require(try total("d1", store))
    let other = try total("d2", store)
    #expect(try store.rows("SELECT * FROM stale") == [])
    // The mean of 4 and 3 points becomes that of 5 and 3.
    try store.executeAsOther("UPDATE observation SET value = '5' WHERE indicator = 'A6' AND scorer = 'S1'")
    #expect(try store.rows("SELECT * FROM stale") == ["2022 | d1"])
    #expect(
      try store.rows("SELECT actor, command, table_name, action, old ->> 'value', new ->> 'value' FROM audit_log").last
        == "external |  | observation | update | 4 | 5")
    #expect(try store.rows("SELECT code, stale FROM district_ranking ORDER BY code") == ["d1 | 1", "d2 | 0"])
    let score = "SELECT score_exact FROM leaf_result WHERE district = 'd1' AND indicator = 'A6'"
    #expect(try store.rows(score) == ["7/2"])
    #expect(try total("d1", store) != before)
    #expect(try total("d2", store) == other)
    #expect(try store.rows(score) == ["4"])
    #expect(try store.rows("SELECT * FROM stale") == [])
    #expect(try store.rows("SELECT code, stale FROM district_ranking ORDER BY code") == ["d1 | 0", "d2 | 0"])
  }

  @Test func anEnterpriseMovedByAnotherProgram() throws {
    let store = try Store.withBase()
    try store.executeAsOther("UPDATE pilot_enterprise SET district = 'd2' WHERE code = 'E1'")
    #expect(try store.rows("SELECT * FROM stale") == ["2022 | d1", "2022 | d2"])
    let report = try store.ranking(of: "2022", session: Store.tester)
    // The district has no enterprise any more, so that its three leaves are taken out with their section.
    #expect(report.rows.first { $0.code == "d1" }?.sections[1] == nil)
    #expect(report.rows.first { $0.code == "d1" }?.missing.contains("B1") == false)
    #expect(try store.rows("SELECT DISTINCT district FROM subject_score WHERE subject = 'enterprise:E1'") == ["d2"])
    #expect(try store.rows("SELECT * FROM stale") == [])
  }

  @Test func twoLiveObservationsOfOneCellAreAConflict() throws {
    let store = try Store.withBase()
    #expect(
      try store.ranking(of: "2022", session: Store.tester).rows.first { $0.code == "d1" }?.missing.contains("A4")
        == false)
    try store.executeAsOther(
      """
      INSERT INTO observation (visit, indicator, item, scorer, id, value, recorded_at, recorded_by)
      SELECT visit, indicator, item, scorer, id + 1, '50/60', recorded_at, '另一组' FROM observation
      WHERE visit = 'V1' AND indicator = 'A4'
      """)
    let row = try store.ranking(of: "2022", session: Store.tester).rows.first { $0.code == "d1" }
    #expect(row?.missing.contains("A4") == true)
    #expect(row?.isComplete == false)
    #expect(
      try store.rows("SELECT value FROM current_observation WHERE visit = 'V1' AND indicator = 'A4' ORDER BY id")
        == ["45/60", "50/60"])
    // Decided by a supersession.
    try store.executeAsOther(
      """
      INSERT INTO supersession (visit, indicator, item, scorer, superseded, by, recorded_at, recorded_by)
      SELECT visit, indicator, item, scorer, id, id + 1, recorded_at, '组长' FROM observation
      WHERE visit = 'V1' AND indicator = 'A4' AND value = '45/60'
      """)
    let decided = try store.ranking(of: "2022", session: Store.tester).rows.first { $0.code == "d1" }
    #expect(decided?.missing.contains("A4") == false)
    #expect(
      try store.rows("SELECT score_exact FROM leaf_result WHERE district = 'd1' AND indicator = 'A4'") == ["25/6"])
  }

  @Test func aValueThatOnlyAnotherProgramCanHaveWritten() throws {
    let store = try Store.withBase()
    try store.executeAsOther("UPDATE observation SET value = '很高' WHERE visit = 'V1' AND indicator = 'A4'")
    let row = try store.ranking(of: "2022", session: Store.tester).rows.first { $0.code == "d1" }
    #expect(row?.missing.contains("A4") == true)
  }

  @Test func explainingComputesStaleResultsToo() throws {
    let store = try Store.withBase()
    try store.executeAsOther("UPDATE observation SET value = '1' WHERE visit = 'V1' AND indicator = 'A4'")
    let explanation = try store.explanation(of: "d1", in: "2022", session: Store.tester)
    #expect(explanation.scorecard.leaves[3].score == 5)
    #expect(try store.rows("SELECT * FROM stale") == [])
  }

  @Test func aChangeThatMovesNoScoreMarksNothing() throws {
    let store = try Store.withBase()
    try store.executeAsOther(
      """
      UPDATE pilot_enterprise SET name = '新名';
      UPDATE metric SET value = '7';
      UPDATE finding SET status = 'rectified';
      UPDATE visit SET methods = '访谈';
      UPDATE observation SET value = value
      """)
    #expect(try store.rows("SELECT * FROM stale") == [])
  }
}
