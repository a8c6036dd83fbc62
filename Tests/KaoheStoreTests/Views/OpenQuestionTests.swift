import KaoheScoring
import Testing

@testable import KaoheStore

/// `open_question` is empty exactly where a ranking may be published, and else names what `publicationBlockers` names.
@Suite struct OpenQuestionTests {
  private static let office = Session(actor: "主任", command: "test")

  /// What the view lists of an assessment: kind and subject, of a leaf with its district.
  private func questions(_ store: Store, _ assessment: String = "2022") throws -> [String] {
    try store.rows(
      """
      SELECT DISTINCT kind, iif(kind IN ('missing_leaf', 'nothing_scored'), district || '/', '') || coalesce(subject, '')
      FROM open_question WHERE assessment = '\(assessment)' ORDER BY 1, 2
      """)
  }

  private func expectAgreement(_ store: Store, sourceLocation: SourceLocation = #_sourceLocation) throws {
    for assessment in try store.assessments() {
      let expected = try store.blockersAsQuestions(of: assessment)
      #expect(try questions(store, assessment) == expected, sourceLocation: sourceLocation)
    }
  }

  @Test func nothingIsOpenInTheDemo() throws {
    let store = try Store.withDemo()
    #expect(try store.rows("SELECT * FROM open_question") == [])
    try expectAgreement(store)
  }

  @Test func draftsAndMissingLeaves() throws {
    let store = try Store.withBase()
    try expectAgreement(store)
    #expect(try questions(store).contains("missing_leaf | d1/A2"))
    #expect(
      try store.rows("SELECT district, district_name, question_zh, question_en FROM open_question WHERE subject = 'V3'")
        == ["d1 | 示例甲区 | 督查 V3（park:P1，2022-06-03）还没有提交 | the visit V3 (park:P1, 2022-06-03) is not submitted yet"])
    let demo = try Store.withDemo()
    for status in ["draft", "submitted", "cancelled"] {
      try demo.recording("UPDATE visit SET status = '\(status)' WHERE code = 'V22-N-wxjkq'")
      try expectAgreement(demo)
      #expect(try !questions(demo).isEmpty)
    }
    #expect(try questions(demo, "2021") == [])
  }

  @Test func objections() throws {
    let store = try Store.withDemo()
    let objection = NewObjection(visit: "V22-N-wxjkq", indicator: "A3.1", raisedBy: "经开区", text: "漏计", evidence: [])
    let code = try store.open(objection, session: Self.office)
    try expectAgreement(store)
    #expect(
      try store.rows("SELECT kind, district, subject, question_zh FROM open_question") == [
        "open_objection | wxjkq | \(code) | 申诉 \(code)（经开区，督查 V22-N-wxjkq 的 A3.1）待复核"
      ])
    try store.reject(code, ObjectionDecision(reason: "已核对"), session: Self.office)
    #expect(try questions(store) == [])
  }

  @Test func staleResults() throws {
    let store = try Store.withDemo()
    try store.executeAsOther(
      "UPDATE observation SET value = '9' WHERE visit = 'V22-N-wxjkq' AND indicator = 'A3.1' AND item = 'A3.1-2'")
    #expect(try store.rows("SELECT assessment, kind, district FROM open_question") == ["2022 | stale_result | wxjkq"])
    _ = try store.ranking(of: "2022", session: Store.tester)
    #expect(try store.rows("SELECT * FROM open_question") == [])
  }

  @Test func resultsThatWereNeverComputed() throws {
    let store = try Store.withDemo()
    try store.executeAsOther("DELETE FROM district_result WHERE assessment = '2022' AND district = 'wxjkq'")
    #expect(
      try store.rows("SELECT assessment, kind, district FROM open_question") == [
        "2022 | no_result | wxjkq", "2022 | stale_result | wxjkq",
      ])
    try store.executeAsOther("DELETE FROM stale; DELETE FROM assessment_result WHERE assessment = '2022'")
    #expect(
      try store.rows("SELECT assessment, kind, district, question_en FROM open_question")
        == ["2022 | no_result |  | nothing was computed yet"])
    _ = try store.ranking(of: "2022", session: Store.tester)
    #expect(try store.rows("SELECT * FROM open_question") == [])
  }

  @Test func districtsWithoutAnythingToScore() throws {
    let store = try Store.withDemo()
    try store.recording("UPDATE district_result SET complete = 0 WHERE assessment = '2021' AND district = 'wxjkq'")
    #expect(try questions(store, "2021") == ["nothing_scored | wxjkq/"])
    try expectAgreement(store)
    // Who is not ranked keeps nothing from being published.
    try store.recording(
      "UPDATE district_result SET ranked = 0, rank = NULL WHERE assessment = '2021' AND district = 'wxjkq'")
    #expect(try questions(store, "2021") == [])
    try expectAgreement(store)
  }

  // MARK: Conflicts

  @Test func observationsOfOneCell() throws {
    let office = try Store.withBase().cloned()
    let copies = try [office.checkedOut("G1"), office.checkedOut("G1")]
    for (copy, value) in zip(copies, ["1/2", "-"]) { try copy.observe(ScoreCell("V4", "A4"), value) }
    for copy in copies { try office.merging(copy) }
    #expect(try questions(office).contains("conflict | V4/A4"))
    try expectAgreement(office)
    let conflict = try #require(office.conflicts().first)
    _ = try office.resolve(conflict.name, keeping: conflict.candidates[0].id, reason: "已核对", session: Self.office)
    #expect(try !questions(office).contains("conflict | V4/A4"))
    try expectAgreement(office)
  }

  /// Rows that can stand together, and such that can't.
  @Test(arguments: [
    (leaf: "A8", one: ("", "n/a"), other: ("A8-1", "2"), clash: true),
    ("A8", ("", "1/2"), ("A8-1", "2"), false),
    ("A1", ("", "无"), ("A1-1", "1"), true),
    ("A1", ("", "none"), ("A1-1", "-"), false),
    ("A3", ("A3-1", "yes"), ("A3-2", "no"), false),
    ("A3", ("A3-1", "yes"), ("", "不适用"), true),
  ])
  func rowsOfOneLeaf(
    leaf: String, one: (item: String, value: String), other: (item: String, value: String), clash: Bool
  ) throws {
    let store = try Store.withBase()
    for row in [one, other] { try store.observe(ScoreCell("V6", leaf, item: row.item), row.value, reason: "有因") }
    #expect(try questions(store).contains("conflict | V6/\(leaf)") == clash)
    try expectAgreement(store)
    try store.recording("UPDATE visit SET status = 'cancelled' WHERE code = 'V6'")
    #expect(try !questions(store).contains("conflict | V6/\(leaf)"))
    try expectAgreement(store)
  }

  @Test(arguments: [(scorers: ["", "S1"], clash: true), (["S1", "S2"], false), ([""], false)])
  func scorersOfOneLeaf(scorers: [String], clash: Bool) throws {
    let store = try Store.withBase()
    for scorer in scorers {
      try store.observe(ScoreCell("V6", "A6", scorer: scorer), "3")
      try store.observe(ScoreCell("V6", "A5", scorer: scorer), "优")
    }
    #expect(try questions(store).contains("conflict | V6/A6") == clash)
    #expect(try questions(store).contains("conflict | V6/A5") == clash)
    try expectAgreement(store)
  }

  /// An office where V6 was confirmed with A4 = 45/60, and a copy made before went on.
  private func handedIn(_ change: (Store) throws -> Void) throws -> Store {
    let office = try Store.withBase().cloned()
    _ = try recording(office).record(Answer(indicator: "A4", value: "45/60"))
    let copy = try office.checkedOut("G1")
    _ = try office.take(.submit, ["V6"], session: Session(actor: "张三", command: "visit"))
    _ = try office.take(.confirm, ["V6"], session: Self.office)
    try change(copy)
    try office.merging(copy)
    return office
  }

  private func recording(_ store: Store) throws -> VisitRecording {
    try VisitRecording(store, visit: "V6", session: Session(actor: "S1", command: "score"))
  }

  @Test func lateObservations() throws {
    let office = try handedIn { copy in
      _ = try recording(copy).record(Answer(indicator: "A4", value: "60/60"))
    }
    #expect(try questions(office).contains("conflict | V6/A4"))
    try expectAgreement(office)
    // What an undo gave back is late all the same.
    let undone = try handedIn { copy in
      let recording = try recording(copy)
      _ = try recording.undo(recording.record(Answer(indicator: "A4", value: "60/60")))
    }
    #expect(try questions(undone).contains("conflict | V6/A4"))
    try expectAgreement(undone)
    // A decision, a correction and a return each settle it.
    let candidates = try #require(office.conflicts().first).candidates
    _ = try undone.take(.sendBack, ["V6"], reason: "两处不一致", session: Self.office)
    _ = try office.resolve("V6/A4", keeping: candidates[1].id, reason: "以补记为准", session: Self.office)
    for store in [office, undone] {
      #expect(try !questions(store).contains("conflict | V6/A4"))
      try expectAgreement(store)
    }
  }

  @Test func correctionsAreNotLate() throws {
    let office = try handedIn { _ in }
    let code = try office.open(
      NewObjection(visit: "V6", indicator: "A4", raisedBy: "甲区", text: "漏计", evidence: []), session: Self.office)
    try expectAgreement(office)
    _ = try office.uphold(
      code, ObjectionDecision(reason: "属实"), correction: Answer(indicator: "", value: "50/60", reason: "补计"),
      session: Self.office)
    #expect(try !questions(office).contains("conflict | V6/A4"))
    try expectAgreement(office)
  }

  /// Records are everybody's: a conflict of one stands at every assessment.
  @Test func recordsThatBothChanged() throws {
    let office = try Store.withDemo().cloned()
    let copy = try office.checkedOut("G1")
    try copy.recording("UPDATE pilot_enterprise SET stage = 'exemplar' WHERE code = 'E03'")
    try office.recording("UPDATE pilot_enterprise SET stage = 'candidate' WHERE code = 'E03'")
    try office.merging(copy)
    #expect(
      try office.rows("SELECT assessment, kind, subject FROM open_question ORDER BY 1") == [
        "2021 | conflict | pilot_enterprise/E03", "2022 | conflict | pilot_enterprise/E03",
      ])
    try expectAgreement(office)
    // Both sides the same: no conflict.
    let twin = try Store.withDemo().cloned()
    let other = try twin.checkedOut("G1")
    for side in [twin, other] {
      try side.recording("UPDATE pilot_enterprise SET stage = 'exemplar' WHERE code = 'E03'")
    }
    try twin.merging(other)
    try expectAgreement(twin)
  }
}
