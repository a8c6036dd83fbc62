import Testing

@testable import KaoheStore

/// The views of what groups and inspectors did.
@Suite struct GroupViewsTests {
  private static let second: [Change] = [
    .add("groups.csv", "G2,第二组,李四"), .add("visits.csv", "V7,2022,G2,enterprise:E1,2022-06-07,,confirmed"),
    .add("visits.csv", "V8,2022,G2,enterprise:E2,2022-06-08,,submitted"),
    .add("scores.csv", "V7,B3,,5,S2,,"), .add("scores.csv", "V8,B3,,6,S2,,"),
    .add("scores.csv", "V8,B2,,n/a,,没有,"),
  ]

  /// Of B3, worth 10 points, the first group gave 8, the second 5 and 6.
  @Test func severity() throws {
    let store = try Store.inMemory()
    try store.importing(Records.base.with(Self.second))
    #expect(
      try store.rows("SELECT * FROM group_severity WHERE leaf GLOB 'B*' ORDER BY inspection_group") == [
        "2022 | G1 | 第一组 | B3 | 企业评分 | 10.0 | 1 | 8.0 | 2.0 | 3 | 6.333333 | 1.666667 | 0",
        "2022 | G2 | 第二组 | B3 | 企业评分 | 10.0 | 2 | 5.5 | 4.5 | 3 | 6.333333 | -0.833333 | 0",
      ])
    // A visit that does not count, and one of another assessment, are no part of it.
    try store.recording("UPDATE visit SET status = 'draft' WHERE code = 'V8'")
    #expect(
      try store.rows(
        "SELECT visits, mean_score, city_visits, city_mean_score FROM group_severity WHERE leaf = 'B3' ORDER BY 2")
        == ["1 | 5.0 | 2 | 6.5", "1 | 8.0 | 2 | 6.5"])
  }

  @Test func activity() throws {
    let store = try Store.inMemory()
    try store.importing(Records.base.with(Self.second))
    let columns = """
      inspector, inspection_group, group_name, district, group_visits, visits_scored, observations_scored,
      observations_recorded, first_recorded IS NOT NULL, overrides
      """
    #expect(
      try store.rows("SELECT \(columns) FROM inspector_activity ORDER BY inspector") == [
        "S1 | G1 | 第一组 |  | 2 | 1 | 2 | 0 | 0 | 0", "S2 |  |  |  | 0 | 3 | 3 | 0 | 0 | 0",
        "S3 | G1 | 第一组 | d1 | 2 | 0 | 0 | 0 | 0 | 0",
      ])
    // One who records by name, once corrected; one who should have stood aside.
    for value in ["3", "4"] {
      _ = try VisitRecording(store, visit: "V4", session: Session(actor: "李四", command: "score"))
        .record(Answer(indicator: "A6", scorer: "S2", value: value))
    }
    _ = try VisitRecording(store, visit: "V6", session: Session(actor: "S3", command: "score"))
      .record(Answer(indicator: "A6", scorer: "S3", value: "2", override: "人手不足"))
    #expect(
      try store.rows("SELECT \(columns) FROM inspector_activity ORDER BY inspector") == [
        "S1 | G1 | 第一组 |  | 2 | 1 | 2 | 0 | 0 | 0", "S2 |  |  |  | 0 | 4 | 4 | 2 | 1 | 0",
        "S3 | G1 | 第一组 | d1 | 2 | 1 | 1 | 1 | 1 | 1",
      ])
    // Who was put right stood aside in the end.
    let overrides = "SELECT sum(overrides) FROM inspector_activity"
    try store.recording("UPDATE visit SET status = 'cancelled' WHERE code = 'V6'")
    #expect(try store.rows(overrides) == ["0"])
    try store.recording("UPDATE visit SET status = 'draft' WHERE code = 'V6'")
    #expect(try store.rows(overrides) == ["1"])
    try store.observe(ScoreCell("V6", "A6", scorer: "S3"), "-", reason: "应回避")
    #expect(try store.rows(overrides) == ["0"])
    #expect(
      try store.rows(
        """
        SELECT i.inspector FROM inspector_activity AS i
        WHERE i.first_recorded <> (SELECT min(recorded_at) FROM observation WHERE recorded_by IN (i.inspector, i.name))
          OR i.last_recorded <> (SELECT max(recorded_at) FROM observation WHERE recorded_by IN (i.inspector, i.name))
        """) == [])
  }
}
