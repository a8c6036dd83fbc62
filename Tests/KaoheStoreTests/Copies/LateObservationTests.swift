import KaoheScoring
import Testing

@testable import KaoheStore

/// A visit that was handed in stays what it was, whatever another copy brings.
@Suite struct LateObservationTests {
  private static let office = Session(actor: "主任", command: "visit")

  /// An office where V6 (the district d1, the group G1) was confirmed with A4 = 45/60, and a copy made before, where S1 went on.
  private func handedIn(_ change: (Store) throws -> Void) throws -> (office: Store, summary: MergeSummary) {
    let office = try Store.withBase().cloned()
    try record(office, Answer(indicator: "A4", value: "45/60"))
    let copy = try office.checkedOut("G1")
    _ = try office.take(.submit, ["V6"], session: Session(actor: "张三", command: "visit"))
    _ = try office.take(.confirm, ["V6"], session: Self.office)
    try change(copy)
    return (office, try office.merging(copy))
  }

  private func record(_ store: Store, _ answer: Answer) throws {
    _ = try VisitRecording(store, visit: "V6", session: Session(actor: "S1", command: "score")).record(answer)
  }

  private func status(_ store: Store, _ leaf: String) throws -> [String] {
    try store.rows("SELECT status FROM inspection_score WHERE visit = 'V6' AND indicator = '\(leaf)'")
  }

  @Test func anAnswerInPlaceOfAnother() throws {
    let (office, summary) = try handedIn { try record($0, Answer(indicator: "A4", value: "60/60")) }
    let conflict = try #require(summary.conflicts.first)
    #expect(conflict.name == "V6/A4")
    #expect(conflict.candidates.map(\.content) == [.value("45/60"), .value("60/60")])
    #expect(try status(office, "A4") == [])
    #expect(
      try office.sheet(of: "V6").gaps.map(\.gap.chinese) == ["有提交后才并入的记录，需先裁定（kaohe conflict list）或退回"])
    #expect(try office.publicationBlockers(of: "2022").contains(.openConflicts(["V6/A4"])))
    // What the visit was handed in with is kept.
    _ = try office.resolve("V6/A4", keeping: conflict.candidates[0].id, reason: "以提交为准", session: Self.office)
    #expect(try office.conflicts().isEmpty)
    #expect(
      try office.rows("SELECT value FROM current_observation WHERE visit = 'V6' AND indicator = 'A4'") == ["45/60"])
    #expect(try status(office, "A4") == ["scored"])
  }

  @Test func anAnswerWhereThereWasNone() throws {
    let (office, summary) = try handedIn { try record($0, Answer(indicator: "A6", scorer: "S1", value: "5")) }
    #expect(summary.conflicts.map(\.name) == ["V6/A6//S1"])
    #expect(summary.conflicts[0].candidates.map(\.content) == [.deleted, .value("5")])
    _ = try office.resolve("V6/A6//S1", keeping: "0", reason: "提交后补记，不计", session: Self.office)
    #expect(try office.rows("SELECT * FROM current_observation WHERE visit = 'V6' AND indicator = 'A6'") == [])
    #expect(try office.conflicts().isEmpty)
  }

  @Test func aWithdrawal() throws {
    let (office, summary) = try handedIn { try record($0, Answer(indicator: "A4", value: "-")) }
    #expect(summary.conflicts.map(\.name) == ["V6/A4"])
    _ = try office.resolve(
      "V6/A4", keeping: summary.conflicts[0].candidates[1].id, reason: "确应撤回", session: Self.office)
    #expect(try office.conflicts().isEmpty)
    #expect(try office.rows("SELECT * FROM current_observation WHERE visit = 'V6'") == [])
  }

  @Test func aReturnTakesItIn() throws {
    let (office, _) = try handedIn { try record($0, Answer(indicator: "A4", value: "60/60")) }
    _ = try office.take(.sendBack, ["V6"], reason: "两处记录不一致", session: Self.office)
    #expect(try office.conflicts().isEmpty)
    _ = try office.take(.submit, ["V6"], session: Session(actor: "张三", command: "visit"))
    _ = try office.take(.confirm, ["V6"], session: Self.office)
    #expect(try office.conflicts().isEmpty)
    #expect(try status(office, "A4") == ["scored"])
  }

  @Test func aStatusIsNotTakenBack() throws {
    for status in ["draft", "cancelled", "submitted"] {
      let (office, summary) = try handedIn {
        try $0.recording("UPDATE visit SET date = '2022-06-07', status = '\(status)' WHERE code = 'V6'")
      }
      #expect(try office.rows("SELECT status FROM visit WHERE code = 'V6'") == ["confirmed"], "\(status)")
      #expect(summary.conflicts.map(\.name) == ["visit/V6"])
      let error = #expect(throws: ChangeRefused.self) {
        _ = try office.resolve(
          "visit/V6", keeping: summary.conflicts[0].candidates[0].id, reason: "改期",
          session: Session(actor: "S1", command: "conflict"))
      }
      #expect(error?.reasons.map(\.code) == ["not-office"])
    }
  }

  @Test func confirmingWaitsForADecision() throws {
    let office = try Store.withBase().cloned()
    try record(office, Answer(indicator: "A4", value: "45/60"))
    let copy = try office.checkedOut("G1")
    _ = try office.take(.submit, ["V6"], session: Session(actor: "张三", command: "visit"))
    try record(copy, Answer(indicator: "A4", value: "60/60"))
    try office.merging(copy)
    let error = #expect(throws: ChangeRefused.self) { _ = try office.take(.confirm, ["V6"], session: Self.office) }
    #expect(
      error?.text(in: .chinese) == "督查 V6 不能确认：A4 比率：有提交后才并入的记录，需先裁定（kaohe conflict list）或退回")
    #expect(
      error?.text(in: .english)
        == "the visit V6 can't be confirmed: A4 比率: a row came in after the visit was submitted: decide first (kaohe conflict list), or return the visit"
    )
  }

  @Test func nothingIsRecordedWhereAConflictIsOpen() throws {
    let office = try Store.withBase().cloned()
    let copy = try office.checkedOut("G1")
    try record(office, Answer(indicator: "A4", value: "45/60"))
    try record(copy, Answer(indicator: "A4", value: "60/60"))
    try office.merging(copy)
    let error = #expect(throws: ChangeRefused.self) { try record(office, Answer(indicator: "A4", value: "30/60")) }
    #expect(
      error?.text(in: .chinese)
        == "A4 有冲突待裁定，裁定前不能再记；kaohe conflict list 查看，kaohe conflict resolve 裁定")
    #expect(
      error?.text(in: .english)
        == "A4 has a conflict, and takes nothing until it is decided; see kaohe conflict list, decide with kaohe conflict resolve"
    )
    let refused = try office.refusal(of: Records().with(.file("scores.csv", "visit,indicator,value\nV6,A4,30/60\n")))
    #expect(
      refused?.messages == [
        "scores.csv:2: 同一项有两条有效记录待裁定，裁定前不能再记；kaohe conflict list 查看",
        "scores.csv:2: this cell has two live rows, and takes nothing until that is decided; see kaohe conflict list",
      ])
  }
}
