import KaoheScoring
import Testing

@testable import KaoheStore

/// What a folder may look like, and what becomes of it.
@Suite struct ImportTests {
  @Test func byteOrderMarkAndCRLF() throws {
    let plain = try Store.inMemory()
    try plain.importing(.base)
    var records = Records.base
    for (name, bytes) in records.files where name.hasSuffix(".csv") {
      records.files[name] =
        [0xEF, 0xBB, 0xBF] + Array(String(decoding: bytes, as: UTF8.self).replacing("\n", with: "\r\n").utf8)
    }
    let store = try Store.inMemory()
    try store.importing(records)
    let facts = ["district", "visit", "evidence", "adjustment", "finding", "metric", "coverage", "district_result"]
    for table in facts {
      let columns = table == "district_result" ? "district, total_exact" : "*"
      #expect(try store.rows("SELECT \(columns) FROM \(table)") == plain.rows("SELECT \(columns) FROM \(table)"))
    }
    #expect(try store.importing(.base).changes.isEmpty)
  }

  @Test func quotedCellsKeepWhatIsInThem() throws {
    let store = try Store.inMemory()
    try store.importing(.base.with(.add("groups.csv", "G2,\"第二组,\"\"机动\"\"\n备用\",\n")))
    #expect(try store.rows("SELECT name FROM inspection_group WHERE code = 'G2'") == ["第二组,\"机动\"\n备用"])
  }

  /// Texts that look alike are the same: Unicode's normalization form C.
  @Test func composedAndDecomposedCodes() throws {
    let store = try Store.withBase()
    try store.importing(
      .base.with(
        .add("groups.csv", "Caf\u{E9},第二组,"), .add("visits.csv", "V7,2022,Cafe\u{301},district:d1,2022-06-07,,draft")))
    #expect(try store.rows("SELECT inspection_group = 'Caf\u{E9}' FROM visit WHERE code = 'V7'") == ["1"])
  }

  @Test func aLastLineWithoutABreak() throws {
    let store = try Store.inMemory()
    try store.importing(.base.with(.file("groups.csv", "code,name\nG1,第一组\nG2,第二组")))
    #expect(try store.rows("SELECT code FROM inspection_group") == ["G1", "G2"])
  }

  @Test func summaryCountsWhatWasStored() throws {
    let store = try Store.inMemory()
    let summary = try store.importing(.base)
    let counts = Dictionary(uniqueKeysWithValues: summary.changes.map { ($0.table, $0.change.inserted) })
    #expect(counts["observation"] == 14)
    #expect(counts["visit"] == 6)
    #expect(counts["rule_set"] == 1)
    #expect(summary.recomputed == ["2022"])
    #expect(summary.files.prefix(3) == ["rules.yaml", "districts.csv", "groups.csv"])
    let audit = try store.rows(
      "SELECT actor, command, record FROM audit_log WHERE table_name = 'observation' AND action = 'insert'")
    #expect(audit == ["测试员 | import | 14 rows"])
  }

  @Test func dryRunStoresNothing() throws {
    let store = try Store.inMemory()
    let before = try store.contents()
    let summary = try store.importing(.base, isDryRun: true)
    #expect(summary.changes.contains { $0.table == "observation" && $0.change.inserted == 14 })
    expectSame(try store.contents(), before)
    try store.importing(.base)
    let known = try store.contents()
    try store.importing(.base.with(.replace("scores.csv", "V4,A4,,n/a,", "V4,A4,,不适用,")), isDryRun: true)
    expectSame(try store.contents(), known)
  }

  @Test func aChangedRecordIsInTheAuditLog() throws {
    let store = try Store.withBase()
    let summary = try store.importing(.base.with(.replace("districts.csv", "示例乙市", "示例丙市")))
    #expect(summary.changes.map(\.table) == ["district"])
    #expect(summary.changes.map(\.change.updated) == [1])
    let audit = try store.rows(
      """
      SELECT actor, command, record, action, old ->> 'name', new ->> 'name' FROM audit_log
      WHERE table_name = 'district' AND action = 'update'
      """)
    #expect(audit == ["测试员 | import | d2 | update | 示例乙市 | 示例丙市"])
    let report = try store.ranking(of: "2022", session: Store.tester)
    #expect(report.rows.map(\.name).contains("示例丙市"))
  }

  @Test func aColumnThatIsAbsentKeepsWhatIsKnown() throws {
    let store = try Store.withBase()
    try store.importing(Records().with(.file("parks.csv", "code,name,district,theme\nP1,示例园区,d1,装备\n")))
    #expect(try store.rows("SELECT name FROM guidance_station") == ["示例站"])
    try store.importing(Records().with(.file("parks.csv", "code,name,district,theme,station\nP1,示例园区,d1,装备,\n")))
    #expect(try store.rows("SELECT name FROM guidance_station") == [])
    try store.importing(
      Records().with(.file("findings.csv", "code,visit,kind,text,status\nW1,V1,problem,少两次会议,open\n")))
    #expect(try store.rows("SELECT due, indicator FROM finding") == ["2022-09-30 | A1"])
  }

  @Test func leadersAreInspectorsByCodeOrOnlyName() throws {
    let store = try Store.inMemory()
    try store.importing(
      .base.with(
        .file("groups.csv", "code,name,leader\nG1,一,张三\nG2,二,S2\nG3,三,赵六\nG4,四,\nG5,五,王五\n"),
        .add("inspectors.csv", "S4,王五,市人社局,,")))
    #expect(
      try store.rows("SELECT code, leader FROM inspection_group")
        == ["G1 | S1", "G2 | S2", "G3 | 赵六", "G4 | ", "G5 | 王五"])
  }

  @Test func everyKnownDistrictIsEnrolledWithoutRows() throws {
    let store = try Store.inMemory()
    try store.importing(.base.without("participants.csv"))
    #expect(
      try store.rows("SELECT district, category, status FROM participant") == [
        "d1 | 区 | enrolled", "d2 | 县级市 | enrolled",
      ])
    try store.importing(.base.without("participants.csv").with(.add("districts.csv", "d3,示例新区,区")))
    #expect(try store.rows("SELECT count(*) FROM participant") == ["2"])
  }

  @Test func aWithdrawnDistrictIsNotRanked() throws {
    let store = try Store.withBase()
    let summary = try store.importing(
      .base.with(.replace("participants.csv", "2022,d2,,enrolled", "2022,d2,,withdrawn")))
    #expect(summary.recomputed == ["2022"])
    #expect(try store.ranking(of: "2022", session: Store.tester).rows.map(\.code) == ["d1"])
    #expect(try store.rows("SELECT * FROM stale") == [])
  }

  /// What is recorded of a draft must still fit it where it is moved to another subject.
  @Test func aMovedVisitMustFitItsScores() throws {
    let store = try Store.inMemory()
    try store.importing(.base.with(.add("scores.csv", "V4,A10,,3,S3,,")))
    let moved = Records.base.with(.replace("visits.csv", "V4,2022,G1,district:d2", "V4,2022,G1,district:d1"))
    #expect(
      try store.refusal(of: moved.without("scores.csv"))?.messages.suffix(1) == [
        "visits.csv:5: subject: A10 does not apply to 区"
      ])
    try store.importing(Records().with(.file("scores.csv", "visit,indicator,value,scorer\nV4,A10,-,S3\nV4,A6,4,S3\n")))
    #expect(
      try store.refusal(of: moved.without("scores.csv"))?.messages.suffix(1) == [
        "visits.csv:5: subject: the inspector S3 belongs to d1 and may not score there"
      ])
  }

  @Test func movingAnEnterpriseRecomputes() throws {
    let store = try Store.withBase()
    let before = try store.ranking(of: "2022", session: Store.tester).rows
    let summary = try store.importing(.base.with(.replace("enterprises.csv", "E1,示例一厂,d1", "E1,示例一厂,d2")))
    #expect(summary.recomputed == ["2022"])
    let after = try store.ranking(of: "2022", session: Store.tester).rows
    #expect(after.first { $0.code == "d1" }?.sections[1] != before.first { $0.code == "d1" }?.sections[1])
    #expect(try store.rows("SELECT DISTINCT district FROM subject_score WHERE subject = 'enterprise:E1'") == ["d2"])
  }
}
