import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What is computed again for the districts that changed is what computing everything gives.
@Suite struct RefreshTests {
  /// `KAOHE_SEEDS=1-500` tries as many assessments.
  @Test(arguments: Seeds.chosen(else: 1...8))
  func refreshedRowsAreThoseOfARecomputation(seed: UInt64) throws {
    var changes = try RandomChanges(seed: seed)
    let store = changes.store
    var done = 0
    for _ in 0..<20 {
      guard let change = try changes.change() else { continue }
      done += 1
      for assessment in try store.assessments() {
        _ = try store.ranking(of: assessment, session: Store.tester)
        let differences = try store.differences(in: assessment, limit: 4)
        #expect(differences.count == 0, "\(change): \(differences.first)")
      }
      #expect(try store.rows("SELECT * FROM stale WHERE assessment IN (SELECT code FROM assessment)") == [])
    }
    #expect(done > 5)
    try store.recording("")
    let before = try store.derivedRows()
    for assessment in try store.assessments() { try store.recompute(assessment, session: Store.tester) }
    #expect(try store.derivedRows() == before)
  }

  @Test func onlyChangedDistrictsAreReadAgain() throws {
    let store = try Store.withDemo()
    var read: [String] = []
    try store.write(Store.tester) { database in
      try database.execute(
        sql: "UPDATE adjustment SET count = count + 1 WHERE district = '320206' AND assessment = '2022'")
      try Recomputation.refreshAll(database) { records, _ in read.append(records.participant.code) }
    }
    #expect(read == ["320206"])
    #expect(try store.differences(in: "2022").count == 0)
  }

  @Test func nothingIsWrittenWhereNothingChanged() throws {
    let store = try Store.withDemo()
    let before = try store.contents()
    var changes = 0
    try store.write(Store.tester) { database in
      let start = database.totalChangesCount
      try Recomputation(database, assessment: "2022").store()
      changes = database.totalChangesCount - start
    }
    // The moment of `assessment_result`.
    #expect(changes == 1)
    var after = try store.contents()
    after["assessment_result"] = before["assessment_result"]
    #expect(after == before)
  }

  @Test func differencesAreNamed() throws {
    let store = try Store.withBase()
    #expect(try store.differences(in: "2022").count == 0)
    try store.recording(
      """
      UPDATE leaf_result SET score_micro = 1 WHERE district IN ('d1', 'd2') AND indicator = 'A6';
      DELETE FROM section_result WHERE district = 'd2' AND section = 'A';
      INSERT INTO phase_result VALUES ('2022', 'd9', 'x', '1', 1, '1', 1);
      UPDATE assessment_result SET engine_version = '0'
      """)
    #expect(try store.differences(in: "2022").count == 5)
    let found = try store.differences(in: "2022", limit: 1)
    #expect(found.count == 5)
    #expect(
      found.first.map { "\($0.table) \($0.district) \($0.key)" }.sorted() == [
        #"assessment_result  []"#, #"leaf_result d1 ["A6"]"#, #"phase_result d9 ["x"]"#, #"section_result d2 ["A"]"#,
      ])
    let leaf = try #require(store.differences(in: "2022").first.first { $0.table == "leaf_result" })
    #expect(leaf.columns.prefix(3) == ["status", "score_exact", "score_micro"])
    #expect(leaf.stored?.prefix(3) == ["scored", "7/2", "1"])
    #expect(leaf.computed?.prefix(3) == ["scored", "7/2", "3500000"])
  }

  /// An engine of another version may score the same records otherwise.
  @Test func whatAnotherEngineAppraisedIsNotUsed() throws {
    let store = try Store.withBase()
    try store.recording(
      """
      UPDATE assessment_result SET engine_version = '0';
      UPDATE district_appraisal SET outcomes = replace(outcomes, '?', '0')
      """)
    #expect(try store.differences(in: "2022").count > 0)
    _ = try store.ranking(of: "2022", session: Store.tester)
    #expect(try store.differences(in: "2022").count == 0)
  }

  /// What is damaged is read again.
  @Test(arguments: ["5", "x", "1/0 1", "--", "=", "5/", "/5", "5/1/2"])
  func aDamagedAppraisalIsNotUsed(outcomes: String) throws {
    let store = try Store.withBase()
    try store.recording(
      "UPDATE district_appraisal SET outcomes = '\(outcomes)' || substr(outcomes, instr(outcomes, ' ')) || ' ' WHERE district = 'd2'"
    )
    try store.executeAsOther("UPDATE observation SET value = '5' WHERE indicator = 'A6' AND scorer = 'S1'")
    _ = try store.ranking(of: "2022", session: Store.tester)
    #expect(try store.differences(in: "2022").count == 0)
  }

  /// Another program renames an assessment: nobody can compute the old one any more.
  @Test func aRemovedAssessmentIsForgotten() throws {
    let store = try Store.withBase()
    try store.executeAsOther("UPDATE assessment SET code = '2023' WHERE code = '2022'")
    try store.recording("UPDATE observation SET value = '5' WHERE indicator = 'A6' AND scorer = 'S1'")
    #expect(try store.rows("SELECT * FROM stale") == [])
    #expect(try store.rows("SELECT DISTINCT assessment FROM leaf_result") == ["2023"])
    #expect(try store.rows("SELECT DISTINCT assessment FROM scored_visit") == ["2023"])
    #expect(try store.rows("SELECT DISTINCT assessment FROM assessment_result") == ["2023"])
    #expect(try store.differences(in: "2023").count == 0)
  }
}

extension Store {
  /// All derived rows, sorted, without the moments.
  fileprivate func derivedRows() throws -> [String: [String]] {
    let tables = [
      "scored_visit", "scored_subject", "district_appraisal", "item_score", "leaf_result", "section_result",
      "phase_result", "adjustment_result", "district_result", "stale",
    ]
    let contents = try contents()
    return Dictionary(uniqueKeysWithValues: tables.map { ($0, contents[$0, default: []].sorted()) })
  }
}
