import KaoheScoring
import Testing

@testable import KaoheStore

/// What people did step by step, as a folder brings it.
@Suite struct StepImportTests {
  /// Codes of problems that only what is known already gives.
  static let codes: Set = ["changed-recusal", "decided-already"]

  private static let steps = "SELECT visit, action, reason, recorded_by FROM visit_step ORDER BY visit, id"
  private static let header = "visit,action,recorded_at,recorded_by,reason\n"

  private func problems(_ store: Store, _ records: Records, as actor: String = "测试员") throws -> [String] {
    do {
      _ = try records.inFolder { try store.importFolder($0, session: Session(actor: actor, command: "import")) }
      return []
    } catch let error as ImportError {
      return error.problems.map { "\($0.file):\($0.line ?? 0) \($0.field ?? ""): \($0.code)" }
    }
  }

  @Test func stepsComeOnce() throws {
    let store = try Store.withBase()
    let records = Records().with(
      .file(
        "visit_steps.csv",
        Self.header + "V2,submit,2022-06-02T09:00:00.000Z,张三,\nV2,return,2022-06-02T08:30:00.000Z,办公室,漏项\n"
          + "V2,submit,2022-06-02T08:00:00.000Z,张三,\n"))
    let summary = try store.importing(records)
    #expect(summary.changes.map(\.table) == ["visit_step"])
    #expect(summary.changes.map(\.change.inserted) == [3])
    #expect(try store.rows(Self.steps) == ["V2 | submit |  | 张三", "V2 | return | 漏项 | 办公室", "V2 | submit |  | 张三"])
    let live = "SELECT json_group_array(id) FROM current_observation WHERE visit = 'V2'"
    #expect(try store.rows("SELECT covers FROM visit_step ORDER BY id") == ["[]", "[]"] + store.rows(live))
    #expect(try store.importing(records).changes.isEmpty)
    // A file without a column says nothing of it.
    let fewer = Records().with(
      .file("visit_steps.csv", "visit,action,recorded_at,recorded_by\nV2,return,2022-06-02T08:30:00.000Z,办公室\n"))
    #expect(try store.importing(fewer).changes.isEmpty)
    #expect(
      try store.rows("SELECT new FROM audit_log WHERE table_name = 'visit_step'") == [""])
  }

  /// Whoever has an older state of the records gets the steps as they were taken, and none besides.
  @Test func aLaterStateOfTheRecords() throws {
    let older = try Store.withBase()
    let newer = try Store.withBase()
    _ = try VisitRecording(newer, visit: "V4", session: Session(actor: "S1", command: "score"))
      .record(Answer(indicator: "A8", value: "3/4"))
    _ = try newer.take(.submit, ["V4"], session: Session(actor: "S1", command: "visit submit"))
    _ = try newer.take(.confirm, ["V4"], session: Session(actor: "办公室", command: "visit confirm"))
    try older.importing(newer.exported())
    #expect(try older.rows(Self.steps) == newer.rows(Self.steps))
    #expect(try older.rows("SELECT status FROM visit WHERE code = 'V4'") == ["confirmed"])
    #expect(try older.conflicts().isEmpty)
    expectSame(try older.exported(), try newer.exported())
  }

  /// A folder that brings another status than its last step leads to takes a step of its own.
  @Test func theStatusGoesFurther() throws {
    let store = try Store.withBase()
    try store.importing(
      .base.with(
        .file("visit_steps.csv", Self.header + "V4,submit,2022-06-05T08:00:00.000Z,张三,\n"),
        .add("scores.csv", "V4,A8,,3/4,,,"), .replace("visits.csv", "2022-06-04,,draft", "2022-06-04,,confirmed")))
    #expect(try store.rows(Self.steps) == ["V4 | submit |  | 张三", "V4 | confirm |  | 测试员"])
    #expect(try store.conflicts().isEmpty)
  }

  /// What was handed in elsewhere need not be complete by today's look; what is handed in here has to be.
  @Test func gapsOfWhatWasHandedIn() throws {
    let records = Records.base.with(.add("scores.csv", "V1,A8,A8-1,1,,迟报,"))
    #expect(try problems(Store.inMemory(), records) == ["visits.csv:2 status: incomplete-visit"])
    let steps = Change.file("visit_steps.csv", Self.header + "V1,confirm,2022-06-05T08:00:00.000Z,办公室,\n")
    #expect(try problems(Store.inMemory(), records.with(steps)) == [])
    let returned = Change.add("visit_steps.csv", "V1,return,2022-06-06T08:00:00.000Z,办公室,漏项")
    #expect(try problems(Store.inMemory(), records.with(steps, returned)) == ["visits.csv:2 status: incomplete-visit"])
  }

  /// An observation that came in late is still to be decided on.
  @Test func lateObservationsStaySo() throws {
    let office = try Store.withBase().cloned()
    func record(_ store: Store, _ value: String) throws {
      _ = try VisitRecording(store, visit: "V6", session: Session(actor: "S1", command: "score"))
        .record(Answer(indicator: "A4", value: value))
    }
    try record(office, "45/60")
    let copy = try office.checkedOut("G1")
    _ = try office.take(.submit, ["V6"], session: Session(actor: "张三", command: "visit"))
    try record(copy, "60/60")
    try office.merging(copy)
    #expect(try office.conflicts().map(\.name) == ["V6/A4"])
    let now = ObservationClock.text(milliseconds: ObservationClock.now() + 1000)
    let visits = Records.base.only(["visits.csv"]).with(.replace("visits.csv", "06-06,,draft", "06-06,,confirmed"))
    try office.importing(visits.with(.file("visit_steps.csv", Self.header + "V6,confirm,\(now),办公室,\n")))
    #expect(try office.conflicts().map(\.name) == ["V6/A4"])
  }

  /// Where another program set the status, or somebody decided between two copies, the last step does not say what it is;
  /// such records can be handed on as a whole.
  @Test func statusesWithoutAStep() throws {
    let store = try Store.lived()
    try store.executeAsOther(
      """
      UPDATE visit SET status = 'draft' WHERE code = 'V4'; UPDATE finding SET status = 'verified' WHERE code = 'W1'
      """)
    try expectRoundTrip(of: store)
    // An import may set the status of a finding without a step; then an older state takes both.
    let older = try Store.withBase()
    try older.importing(store.exported().only(["findings.csv", "finding_steps.csv", "evidence.csv"]))
    #expect(try older.rows("SELECT status FROM finding WHERE code = 'W1'") == ["verified"])
  }

  /// An older step says nothing of what the status is now.
  @Test func earlierSteps() throws {
    let store = try Store.withBase()
    let last = Change.file("visit_steps.csv", Self.header + "V2,submit,2022-06-03T08:00:00.000Z,张三,\n")
    try store.importing(Records().with(last))
    let earlier = Records().with(
      .file("visit_steps.csv", Self.header + "V2,return,2022-06-02T08:00:00.000Z,办公室,漏项\n"))
    try store.importing(earlier)
    #expect(try store.rows(Self.steps) == ["V2 | return | 漏项 | 办公室", "V2 | submit |  | 张三"])
  }

  /// As with `visit submit`, `confirm`, `return` and `cancel`.
  @Test func whoMayBringSteps() throws {
    let records = Records().with(
      .file(
        "visit_steps.csv",
        Self.header + "V2,submit,2022-06-02T08:00:00.000Z,张三,\nV2,return,2022-06-03T08:00:00.000Z,办公室,漏项\n"
          + "V2,submit,2022-06-04T08:00:00.000Z,张三,\n"))
    #expect(try problems(Store.withBase(), records, as: "S1") == ["visit_steps.csv:3 action: not-office"])
    #expect(
      try problems(Store.withBase(), records, as: "S2") == [
        "visit_steps.csv:2 action: not-leader", "visit_steps.csv:4 action: not-leader",
      ])
    #expect(try problems(Store.withBase(), records) == [])
    let cancelled = Records.base.only(["visits.csv"]).with(
      .replace("visits.csv", "06-04,,draft", "06-04,,cancelled"),
      .file("visit_steps.csv", Self.header + "V4,cancel,2022-06-05T08:00:00.000Z,张三,没有成行\n"))
    #expect(try problems(Store.withBase(), cancelled, as: "S1") == [])
  }

  /// What has steps of being put right stays a problem.
  @Test func problemsWithSteps() throws {
    let store = try Store.withBase()
    try store.take(FindingStep(.rectify, date: "2022-09-01", evidence: ["EV1"]), ["W1"], session: Store.tester)
    let records = Records.base.only(["findings.csv"]).with(.replace("findings.csv", "problem", "highlight"))
    #expect(try problems(store, records) == ["findings.csv:2 kind: not-a-problem"])
  }

  @Test func aGroupsCopyTakesNoStepsOfTheOffice() throws {
    let copy = try Store.withBase().cloned().checkedOut("G1")
    let records = Records().with(
      .file(
        "visit_steps.csv",
        Self.header + "V2,confirm,2022-06-05T08:00:00.000Z,办公室,\nV2,submit,2022-06-04T08:00:00.000Z,张三,\n"))
    #expect(try problems(copy, records) == ["visit_steps.csv:2 action: field-copy"])
  }

  // MARK: Recusals

  private static let score = Records.base.with(
    .add("scores.csv", "V6,A6,,4,S3,,"),
    .file("recusals.csv", "visit,indicator,item,scorer,inspector,reason\nV6,A6,,S3,S3,只有他懂\n"))

  @Test func recusalsExplainScores() throws {
    let store = try Store.inMemory()
    try store.importing(Self.score)
    #expect(try store.rows("SELECT visit, scorer, inspector, reason FROM recusal_override") == ["V6 | S3 | S3 | 只有他懂"])
    #expect(try store.importing(Self.score).changes.isEmpty)
    let changed = Self.score.with(.replace("recusals.csv", "只有他懂", "人手不足"))
    #expect(try problems(store, changed) == ["recusals.csv:2 reason: changed-recusal"])
    #expect(
      try store.refusal(of: changed)?.messages == [
        "recusals.csv:2: reason: S3 不回避的理由已有记录且不同，记下的理由不能改",
        "recusals.csv:2: reason: why S3 does not stand aside is known with another reason; it never changes",
      ])
    #expect(try store.take(.submit, ["V6"], session: Session(actor: "张三", command: "visit")).count == 1)
  }

  /// A score from before its scorer came to the district is none to be explained; but it is where the visit is handed in.
  @Test func scoresFromBefore() throws {
    let store = try Store.inMemory()
    let records = Self.score.with(.replace("recusals.csv", "只有他懂", ""))
    try store.importing(records)
    #expect(try store.rows("SELECT * FROM recusal_override") == [])
    #expect(try store.importing(records).changes.isEmpty)
    #expect(throws: ChangeRefused.self) {
      try store.take(.submit, ["V6"], session: Session(actor: "张三", command: "visit"))
    }
    #expect(
      try problems(store, records.with(.replace("visits.csv", "2022-06-06,,draft", "2022-06-06,,submitted")))
        == ["visits.csv:7 subject: recusal"])
  }

  /// Who came to the district later, or has left it, is the one who should have stood aside then.
  @Test func recusalsOfThoseWhoMoved() throws {
    let own = Records.base.with(
      .add("scores.csv", "V6,A4,,1/3,,,"),
      .file("recusals.csv", "visit,indicator,item,scorer,inspector,reason\nV6,A4,,,S3,只有他在场\n"))
    let moved = own.with(.replace("inspectors.csv", "S3,王五,甲区总工会,G1,d1", "S3,王五,甲区总工会,G1,d2"))
    try Store.withBase().importing(moved)
    let store = try Store.inMemory()
    try store.importing(moved)
    try expectRoundTrip(of: store)
  }

  /// Who imports is excused by a reason alone.
  @Test func recusedImporters() throws {
    let own = Records.base.with(
      .add("scores.csv", "V6,A4,,1/3,,,"),
      .file("recusals.csv", "visit,indicator,item,scorer,inspector,reason\nV6,A4,,,S3,只有他在场\n"))
    #expect(try problems(Store.withBase(), own, as: "王五") == [])
    let silent = own.with(.replace("recusals.csv", "只有他在场", ""))
    #expect(try problems(Store.withBase(), silent, as: "王五") == ["scores.csv:16 visit: recusal"])
  }

  // MARK: Objections

  private static let objections = Records().with(
    .file(
      "objections.csv",
      """
      code,visit,indicator,raised_by,text,opened_at,opened_by,status,decision,decided_at,decided_by,evidence
      O1,V1,A4,甲区,漏计,2022-07-01T08:00:00.000Z,S2,open,,,,EV1

      """))

  private static let upheld = objections.with(
    .replace("objections.csv", "open,,,,", "upheld,属实,2022-07-02T08:00:00.000Z,办公室,"),
    .file("corrections.csv", "objection\nO1\n"))

  @Test func objectionsAreOpenedAndDecided() throws {
    let store = try Store.withBase()
    try store.importing(Self.objections)
    #expect(try store.objections(status: .open).map(\.code) == ["O1"])
    #expect(try store.objections().map(\.evidence) == [["EV1"]])
    let summary = try store.importing(Self.upheld)
    #expect(summary.changes.map(\.table) == ["objection", "objection_correction"])
    #expect(try store.rows("SELECT indicator, objection FROM objection_correction") == ["A4 | O1"])
    #expect(try store.importing(Self.upheld).changes.isEmpty)
  }

  @Test func decisionsStand() throws {
    let store = try Store.withBase()
    try store.importing(Self.upheld)
    for changed in [
      Self.objections, Self.upheld.with(.replace("objections.csv", "属实", "不属实")),
      Self.upheld.with(.replace("objections.csv", "EV1", "")),
    ] {
      let refusal = try store.refusal(of: changed.without("corrections.csv"))
      #expect(
        refusal?.messages == [
          "objections.csv:2: code: 申诉 O1 已复核，不能再改",
          "objections.csv:2: code: the objection O1 is decided and can't be changed",
        ])
      #expect(refusal?.problems.map(\.code) == ["decided-already"])
    }
  }

  /// As with `objection uphold`.
  @Test func whoMayDecide() throws {
    #expect(try problems(Store.withBase(), Self.upheld, as: "S1") == ["objections.csv:2 status: not-office"])
    #expect(try problems(Store.withBase(), Self.objections, as: "S1") == [])
    #expect(
      try problems(Store.withBase(), Self.upheld, as: "S3") == [
        "objections.csv:2 status: not-office", "objections.csv:2 status: recusal",
      ])
    let copy = try Store.withBase().cloned().checkedOut("G1")
    #expect(try problems(copy, Self.upheld) == ["objections.csv:2 status: field-copy"])
  }

  // MARK: Columns

  @Test func nobodyIsEnrolledWhereTheFolderSaysSo() throws {
    let store = try Store.inMemory()
    let records = Records.base.without("participants.csv", "scores.csv", "visits.csv", "findings.csv").with(
      .file("assessments.csv", "assessment,title,rule_set,enrol\n2022,年度考核,small,no\n2023,下一年,small,\n"))
    try store.importing(records.without("adjustments.csv", "tasks.csv"))
    #expect(try store.rows("SELECT DISTINCT assessment FROM participant") == ["2023"])
  }

  @Test func filesOfEvidence() throws {
    let store = try Store.withBase()
    let records = Records().with(
      .file(
        "evidence.csv", "code,subject,title,kind,date,file,size\nEV1,district:d1,会议纪要,文件,2022-05-01,纪要.pdf,1041\n"))
    try store.importing(records)
    #expect(try store.rows("SELECT file_name, size_bytes FROM evidence") == ["纪要.pdf | 1041"])
    #expect(
      try problems(store, records.with(.replace("evidence.csv", ",1041", ",1 KB"))) == [
        "evidence.csv:2 size: not-whole"
      ])
  }
}
