import KaoheScoring
import Testing

@testable import KaoheStore

/// An objection from its opening to what it changes.
@Suite struct ObjectionTests {
  private static let office = Session(actor: "办公室", command: "objection uphold")

  private func opened(_ store: Store, _ indicator: String = "A4") throws -> String {
    try store.open(
      NewObjection(visit: "V1", indicator: indicator, raisedBy: "甲区", text: "漏计五家", evidence: ["EV1"]),
      session: Session(actor: "S2", command: "objection open"))
  }

  @Test func anUpheldObjectionChangesTheTotal() throws {
    let store = try Store.withBase()
    let code = try opened(store)
    #expect(code == "V1-S1")
    let outcome = try store.uphold(
      code, ObjectionDecision(reason: "材料属实"),
      correction: Answer(indicator: "", value: "50/60", reason: "补计五家", evidence: ["EV1"]), session: Self.office)
    #expect(outcome.before?.score == Rational(exact: "15/4"))
    #expect(outcome.after?.score == Rational(exact: "25/6"))
    #expect(outcome.before?.total != outcome.after?.total)
    #expect(
      try store.rows("SELECT total FROM district_result WHERE district = 'd1'") == [outcome.after?.total ?? ""])
    #expect(try store.rows("SELECT * FROM stale") == [])
    #expect(
      try store.rows("SELECT indicator, reason, recorded_by FROM supersession") == ["A4 | 申诉 V1-S1 objection | 办公室"])
    #expect(
      try store.rows("SELECT status, decision, decided_by, opened_by FROM objection") == ["upheld | 材料属实 | 办公室 | S2"])
    let explanation = try store.explanation(of: "d1", in: "2022", session: Store.tester)
    let rows = explanation.appraisal.leaves[3].subjects[0].visits[0].rows.compactMap(\.provenance)
    #expect(rows.map(\.value) == ["50/60"])
    #expect(rows.map(\.objection) == ["V1-S1"])
    #expect(
      try store.rows(
        """
        SELECT actor, command, action, old ->> 'status', new ->> 'status' FROM audit_log
        WHERE table_name = 'objection' ORDER BY id
        """) == ["S2 | objection open | insert |  | open", "办公室 | objection uphold | update | open | upheld"])
  }

  /// More of the same leaf is corrected with `kaohe score … --objection`.
  @Test func furtherCorrections() throws {
    let store = try Store.withBase()
    let code = try opened(store, "A3")
    let outcome = try store.uphold(
      code, ObjectionDecision(reason: "材料属实"), correction: Answer(indicator: "", value: "n/a", reason: "没有这项工作"),
      session: Self.office)
    #expect(outcome.withdrawn.map(\.item) == ["A3-1", "A3-2"])
    let recording = try VisitRecording(store, visit: "V1", session: Self.office)
    let receipt = try recording.record(Answer(indicator: "A3", item: "A3-1", value: "yes", objection: code))
    #expect(receipt.withdrawn.map(\.value) == ["n/a"])
    #expect(receipt.entry.gaps.map(\.english) == ["checklist item A3-2 has no row"])
    #expect(try store.rows("SELECT count(*) FROM objection_correction WHERE objection = '\(code)'") == ["2"])
  }

  @Test func rejected() throws {
    let store = try Store.withBase()
    let code = try opened(store)
    let results = try store.rows("SELECT * FROM leaf_result")
    try store.reject(code, ObjectionDecision(reason: "已核对", evidence: ["EV1"]), session: Self.office)
    #expect(try store.rows("SELECT * FROM leaf_result") == results)
    let known = try store.objections(of: "2022")
    #expect(known.map(\.status) == [.rejected])
    #expect(known.map(\.evidence) == [["EV1"]])
    #expect(known.first?.decision == "已核对")
    // A new one may be opened.
    #expect(try opened(store) == "V1-S2")
    #expect(try store.objections(status: .open).map(\.code) == ["V1-S2"])
  }

  @Test func codesAreUniqueOverCopies() throws {
    let store = try Store.withBase()
    try store.executeAsOther(ChangeRefusal.isCopy)
    #expect(try opened(store) == "V1-S3.1")
  }

  @Test func openOnesBlockPublication() throws {
    let store = try Store.withBase()
    let code = try opened(store)
    let blockers = try store.publicationBlockers(of: "2022")
    #expect(blockers.first == .openObjections([code]))
    #expect(blockers.dropFirst().first == .unconfirmedVisits(["V2", "V3", "V4", "V5", "V6"]))
    #expect(
      blockers.map(\.text.chinese).prefix(2) == ["1 件申诉待复核：V1-S1", "5 次督查还没有确认：V2、V3、V4、V5、V6"])
    #expect(
      blockers.map(\.text.english).prefix(2) == [
        "1 objection is open: V1-S1", "5 visits are not confirmed: V2, V3, V4, V5, V6",
      ])
    #expect(blockers.dropFirst(2).contains { if case .incompleteDistrict("d2", _, _) = $0 { true } else { false } })
    let report = try store.ranking(of: "2022", session: Store.tester)
    #expect(report.openObjections == 1)
    // The same where it has to be computed first.
    try store.executeAsOther("DELETE FROM assessment_result")
    #expect(try store.publicationBlockers(of: "2022") == blockers)
    #expect(try store.ranking(of: "2022", session: Store.tester).openObjections == 1)
    #expect(throws: StoreError.self) { try store.publicationBlockers(of: "1999") }
  }
}
