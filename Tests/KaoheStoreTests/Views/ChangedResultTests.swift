import Testing

@testable import KaoheStore

/// Results that another program changed are not believed.
@Suite struct ChangedResultTests {
  @Test(arguments: [
    "UPDATE district_result SET total = '99.99' WHERE district = 'd1'",
    "DELETE FROM district_result WHERE district = 'd1'",
    "UPDATE leaf_result SET score_micro = 1 WHERE district = 'd1' AND indicator = 'A6'",
    "DELETE FROM leaf_result WHERE district = 'd1' AND indicator = 'A6'",
    "INSERT INTO leaf_result VALUES ('2022', 'd1', 'X', 'scored', '1', 1, 1, '1', 1, NULL)",
    "UPDATE section_result SET score_micro = 1 WHERE district = 'd1' AND score_micro IS NOT NULL",
    "UPDATE phase_result SET points_micro = 1 WHERE district = 'd1'",
    "UPDATE adjustment_result SET counted_micro = 1 WHERE district = 'd1'",
    "UPDATE item_score SET points_micro = 1 WHERE district = 'd1'",
    "DELETE FROM item_score WHERE district = 'd1'",
    "INSERT INTO item_score VALUES ('2022', 'd1', 'X', '', '', 'a', 'add', 1, '1', 1, 0)",
    "UPDATE scored_visit SET scores = '{}' WHERE visit = 'V1'",
    "DELETE FROM scored_visit WHERE visit = 'V1'",
    "INSERT INTO scored_visit VALUES ('V', '2022', 'd1', 'park:P1', 1, '{}')",
    "UPDATE scored_subject SET scores = '{}' WHERE district = 'd1'",
    "DELETE FROM scored_subject WHERE district = 'd1'",
    "INSERT INTO scored_subject VALUES ('2022', 'd1', 'park:P1', '{}')",
    "UPDATE district_appraisal SET outcomes = '?' WHERE district = 'd1'",
    "DELETE FROM district_appraisal WHERE district = 'd1'",
  ])
  func aDistrictIsStale(change: String) throws {
    let store = try Store.withBase()
    let before = try store.contents()
    try store.executeAsOther(change)
    #expect(try store.rows("SELECT * FROM stale") == ["2022 | d1"])
    #expect(try store.rows("SELECT code FROM district_ranking WHERE stale") == ["d1"])
    _ = try store.ranking(of: "2022", session: Store.tester)
    #expect(try store.rows("SELECT * FROM stale") == [])
    for table in [
      "leaf_result", "section_result", "phase_result", "adjustment_result", "item_score", "scored_visit",
      "scored_subject", "district_appraisal",
    ] {
      #expect(try store.contents()[table]?.sorted() == before[table]?.sorted(), "\(table)")
    }
  }

  @Test func anAssessmentIsStale() throws {
    let store = try Store.withBase()
    try store.executeAsOther("UPDATE assessment_result SET status = 'published'")
    #expect(try store.rows("SELECT * FROM stale") == ["2022 | d1", "2022 | d2"])
    #expect(try store.ranking(of: "2022", session: Store.tester).status == .provisional)
  }

  /// Rows of an assessment that does not exist can't be computed again; they must not be tried.
  @Test func noOtherAssessmentIsStale() throws {
    let store = try Store.withBase()
    try store.executeAsOther("UPDATE leaf_result SET assessment = '1999' WHERE district = 'd1' AND indicator = 'A6'")
    #expect(try store.rows("SELECT * FROM stale") == ["2022 | d1"])
  }

  /// A code that another program changed without its references: nothing vanishes, and `open_question` says so.
  @Test func whatRefersToNothingIsShown() throws {
    let store = try Store.withBase()
    let counts = """
      SELECT (SELECT count(*) FROM district_ranking), (SELECT count(*) FROM leaf_score), (SELECT count(*) FROM site_score),
        (SELECT count(*) FROM deduction), (SELECT count(*) FROM section_score), (SELECT count(*) FROM phase_score),
        (SELECT count(*) FROM adjustment_detail)
      """
    let before = try store.rows(counts)
    #expect(try store.rows("SELECT * FROM open_question WHERE kind = 'broken_reference'") == [])
    try store.queue.inDatabase { database in
      try database.execute(sql: "PRAGMA foreign_keys = 0")
      try database.execute(
        sql: """
          UPDATE district SET code = 'd7' WHERE code = 'd1';
          UPDATE pilot_enterprise SET code = 'E7' WHERE code = 'E1'
          """)
    }
    #expect(try store.rows(counts) == before)
    #expect(try store.rows("SELECT DISTINCT name FROM district_ranking WHERE code = 'd1'") == ["d1"])
    #expect(
      try store.rows("SELECT DISTINCT subject_name FROM site_score WHERE subject = 'enterprise:E1'") == [
        "enterprise:E1"
      ])
    #expect(
      try store.rows(
        """
        SELECT district, subject, question_en FROM open_question
        WHERE kind = 'broken_reference' AND subject NOT GLOB 'visit/V[3-9]'
        """) == [
          "d1 | participant/2022/d1 | d1 takes part, but there is no such district",
          "d1 | visit/V1 | the visit V1 is to district:d1, but there is no such district",
          " | visit/V2 | the visit V2 is to enterprise:E1, but there is no such enterprise",
        ])
  }
}
