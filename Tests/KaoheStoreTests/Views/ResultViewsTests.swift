import Testing

@testable import KaoheStore

/// The views of the results show what the engine gives.
@Suite struct ResultViewsTests {
  @Test func theDemo() throws {
    let store = try Store.withDemo()
    #expect(try ViewComparison.differences(store) == [])
    #expect(try store.rows("SELECT count(*) > 7 FROM deduction GROUP BY assessment") == ["1", "1"])
  }

  @Test func theBaseFolder() throws {
    let store = try Store.withBase()
    #expect(try ViewComparison.differences(store) == [])
    #expect(
      try store.rows("SELECT subject, visit, leaf, item, count, points, reason, evidence_titles FROM deduction")
        == ["district:d1 | V1 | A1 | A1-1 | 2 | 2.0 | 少两次 | 会议纪要"])
    // What counts nowhere is no result.
    try store.recording("UPDATE visit SET status = 'draft' WHERE code = 'V1'")
    #expect(try store.rows("SELECT * FROM deduction") == [])
    #expect(try ViewComparison.differences(store) == [])
  }

  /// Of one event the best entry counts; what nobody proved does not; a veto takes no points.
  @Test func entriesOfTheDemo() throws {
    let store = try Store.withDemo()
    let columns = "entry, kind, code, level, count, counted, outcome, date, evidence, stale"
    #expect(
      try store.rows("SELECT \(columns) FROM adjustment_detail WHERE entry IN ('T22-01', 'T22-02') ORDER BY 1") == [
        "T22-01 | bonus | J1 | 省级 | 1 | 0.0 | same_event | 2022-06-08 | SJ22-02 | 0",
        "T22-02 | bonus | J1 | 国家级 | 1 | 2.0 | counted | 2022-07-20 | SJ22-03 | 0",
      ])
    #expect(
      try store.rows("SELECT count(*) FROM adjustment_detail") == store.rows("SELECT count(*) FROM adjustment"))
    #expect(try store.rows("SELECT DISTINCT counted FROM adjustment_detail WHERE kind = 'veto'") == ["0.0"])
    try store.executeAsOther("UPDATE adjustment SET count = 2 WHERE entry = 'T22-02'")
    #expect(
      try store.rows("SELECT DISTINCT assessment, district FROM adjustment_detail WHERE stale") == ["2022 | 320206"])
  }

  /// Rules that count the visits of a subject together, or those of all of a district's sites.
  @Test func deductionsOfVisitsThatAreSummed() throws {
    func items(_ code: String) -> String {
      "methods: [{deduct: {items: [{code: \(code), title: 迟报, points: 2, max: 5}]}}]"
    }
    let store = try Store.inMemory()
    try store.importing(
      Records.base.with(
        .replace("rules.yaml", "aggregate: pooled, methods: [ratio]", "aggregate: pooled, \(items("B1-1"))"),
        .replace("rules.yaml", "repeat: total, methods: [ratio]", "repeat: total, \(items("B2-1"))"),
        .add("groups.csv", "G2,第二组,李四"), .add("visits.csv", "V0,2022,G2,enterprise:E1,2022-06-09,,submitted"),
        .add("enterprises.csv", "E3,示例三厂,d1,,市级,"),
        .add("visits.csv", "V8,2022,G1,enterprise:E3,2022-06-08,,confirmed"),
        .replace("scores.csv", "V2,B1,,9/10,,,", "V2,B1,B1-1,1,,晚一天,EV1"),
        .replace("scores.csv", "V2,B2,,9/10,,,", "V2,B2,B2-1,1,,晚两天,EV1"),
        .add("evidence.csv", "EV0,enterprise:E3,回执,文件,2022-05-02"),
        .add("scores.csv", "V0,B2,B2-1,2,,晚两天,"), .add("scores.csv", "V0,B1,B1-1,0,,,"),
        .add("scores.csv", "V8,B1,B1-1,1,,晚三天,EV0")))
    #expect(try ViewComparison.differences(store) == [])
    #expect(
      try store.rows(
        """
        SELECT subject, subject_name, visit, date, inspection_group, group_name, count, points, limited, reason, evidence,
          evidence_titles
        FROM deduction WHERE leaf GLOB 'B*' ORDER BY leaf
        """) == [
          " | 示例甲区 | V2;V8 | 2022-06-02;2022-06-08 | G1 | 第一组 | 2 | 4.0 | 0 | 晚一天;晚三天 | EV0;EV1 | 回执;会议纪要",
          "enterprise:E1 | 示例一厂 | V0;V2 | 2022-06-02;2022-06-09 | G1;G2 | 第一组;第二组 | 3 | 5.0 | 1 | 晚两天 | EV1 | 会议纪要",
        ])
  }

  /// An item that was counted no times, however that was written, is not what made a deduction.
  @Test func deductionsOfVisitsThatFoundNothing() throws {
    let store = try Store.inMemory()
    try store.importing(
      Records.base.with(
        .replace(
          "rules.yaml", "repeat: total, methods: [ratio]",
          "repeat: total, methods: [{deduct: {items: [{code: B2-1, title: 迟报, points: 2}]}}]"),
        .replace("scores.csv", "V2,B2,,9/10,,,", "V2,B2,B2-1,1,,晚一天,"),
        .add("groups.csv", "G2,第二组,李四"), .add("visits.csv", "V7,2022,G2,enterprise:E1,2022-06-09,,submitted"),
        .add("scores.csv", "V7,B2,B2-1,+0,,没有迟报,EV1")))
    let deduction = """
      SELECT visit, date, inspection_group, group_name, count, points, reason, evidence FROM deduction WHERE leaf = 'B2'
      """
    #expect(try store.rows(deduction) == ["V2 | 2022-06-02 | G1 | 第一组 | 1 | 2.0 | 晚一天 | "])
    let comparison = try ViewComparison(store)
    #expect(try comparison.differences(of: .deduction) == [])
    let differences = try store.withView("item_observation", "o.value GLOB '*[1-9]*'", is: "o.value <> '0'") {
      try comparison.differences(of: .deduction)
    }
    #expect(differences.count == 2)
  }

  /// Where another program changed something, each view says so of that district and of no other.
  @Test func staleRowsAreMarked() throws {
    let store = try Store.withDemo()
    try store.executeAsOther(
      "UPDATE observation SET value = '9' WHERE visit = 'V22-N-wxjkq' AND indicator = 'A3.1' AND item = 'A3.1-2'")
    for view in ["phase_score", "section_score", "leaf_score", "site_score", "deduction"] {
      #expect(try store.rows("SELECT DISTINCT assessment, district FROM \(view) WHERE stale") == ["2022 | wxjkq"])
    }
    // Means are of all districts.
    #expect(try store.rows("SELECT DISTINCT assessment FROM group_severity WHERE stale") == ["2022"])
    #expect(try store.rows("SELECT assessment, district FROM year_over_year WHERE stale") == ["2022 | wxjkq"])
    _ = try store.ranking(of: "2022", session: Store.tester)
    #expect(try ViewComparison.differences(store) == [])
    #expect(
      try store.rows("SELECT count FROM deduction WHERE assessment = '2022' AND district = 'wxjkq' AND item = 'A3.1-2'")
        == ["9"])
  }

  @Test func whoWithdrewIsLeftOut() throws {
    let store = try Store.withDemo()
    try store.executeAsOther("UPDATE participant SET status = 'withdrawn' WHERE district = 'wxjkq'")
    for view in ["phase_score", "section_score", "leaf_score", "site_score", "deduction", "year_over_year"] {
      #expect(try store.rows("SELECT count(*) FROM \(view) WHERE district = 'wxjkq'") == ["0"])
    }
  }
}
