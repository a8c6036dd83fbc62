import KaoheScoring
import Testing

@testable import KaoheStore

/// What two copies recorded of one thing is kept twice, shown, and decided by a person.
@Suite struct ConflictTests {
  /// An office and two copies of it.
  private func copies() throws -> (office: Store, one: Store, two: Store) {
    let office = try Store.withBase().cloned()
    return (office, try office.checkedOut("G1"), try office.checkedOut("G1"))
  }

  private func score(_ store: Store, _ leaf: String, of district: String = "d2") throws -> String? {
    _ = try store.ranking(of: "2022", session: Store.tester)
    return try store.rows("SELECT status FROM leaf_result WHERE district = '\(district)' AND indicator = '\(leaf)'")
      .first
  }

  private func refusal(_ body: () throws -> some Any) -> [String] {
    let error = #expect(throws: StoreError.self) { try body() }
    return [error?.text(in: .chinese) ?? "", error?.text(in: .english) ?? ""]
  }

  @Test func twoScoresOfOneCell() throws {
    let (office, one, two) = try copies()
    let cell = ScoreCell("V4", "A4")
    try one.observe(cell, "1/2", by: "张三")
    try two.observe(cell, "3/4", reason: "另有文件", evidence: ["EV1"], by: "李四")
    for copy in [one, two] { try copy.recording("UPDATE visit SET status = 'submitted' WHERE code = 'V4'") }
    #expect(try office.merging(one).conflicts.isEmpty)
    #expect(try score(office, "A4") == "scored")
    let conflicts = try office.merging(two).conflicts.filter { $0.name == "V4/A4" }
    let conflict = try #require(conflicts.first)
    #expect(conflict.subject == "district:d2" && conflict.districtName == "示例乙市")
    #expect(conflict.candidates.map(\.content) == [.value("1/2"), .value("3/4")])
    #expect(conflict.candidates.map(\.recordedBy) == ["张三", "李四"])
    #expect(conflict.candidates.map(\.group) == ["G1", "G1"])
    // Neither counts until a person has decided, whatever the visit's status.
    #expect(try score(office, "A4") == "missing")
    let recomputed = try office.resolve(
      "V4/A4", keeping: conflict.candidates[1].id, reason: "以文件为准", session: Session(actor: "主任", command: "test"))
    #expect(recomputed == ["2022"])
    #expect(try office.conflicts().allSatisfy { $0.name != "V4/A4" })
    #expect(try score(office, "A4") == "scored")
    #expect(
      try office.rows(
        "SELECT value, reason, recorded_by FROM current_observation WHERE visit = 'V4' AND indicator = 'A4'")
        == ["3/4 | 另有文件 | 主任"])
    #expect(try office.rows("SELECT count(*) FROM supersession WHERE visit = 'V4' AND reason = '以文件为准'") == ["2"])
    #expect(
      try office.rows("SELECT count(*) FROM observation_evidence WHERE visit = 'V4' AND indicator = 'A4'") == ["2"])
    // The copies learn of the decision, and nothing of it is lost.
    try one.merging(office)
    #expect(try one.conflicts().allSatisfy { $0.name != "V4/A4" })
  }

  @Test func rowsThatCantStandTogether() throws {
    let (office, one, two) = try copies()
    try one.observe(ScoreCell("V4", "A8"), "n/a", reason: "没有")
    try two.observe(ScoreCell("V4", "A8", item: "A8-1"), "2", reason: "迟报")
    try two.observe(ScoreCell("V4", "A6", scorer: "S1"), "3")
    try one.observe(ScoreCell("V4", "A6"), "4")
    try office.recording("UPDATE visit SET status = 'submitted' WHERE code = 'V4'")
    try office.merging(one)
    try office.merging(two)
    #expect(try office.conflicts().map(\.name) == ["V4/A6", "V4/A8"])
    #expect(try score(office, "A8") == "missing")
    #expect(try score(office, "A6") == "missing")
    let unnamed = try office.conflicts()[0].candidates
    #expect(unnamed.map(\.place).sorted() == ["", "S1"])
    let candidates = try office.conflicts()[1].candidates
    let item = try #require(candidates.first { $0.place == "A8-1" })
    _ = try office.resolve("V4/A8", keeping: item.id, reason: "确有迟报", session: Store.tester)
    #expect(
      try office.rows("SELECT item, value FROM current_observation WHERE visit = 'V4' AND indicator = 'A8'")
        == ["A8-1 | 2"])
    #expect(try office.conflicts().map(\.name) == ["V4/A6"])
  }

  /// Two that decide differently meet again, rather than each withdrawing what the other kept.
  @Test func decisionsThatDiffer() throws {
    let (office, one, two) = try copies()
    try one.observe(ScoreCell("V4", "A8"), "n/a", reason: "没有")
    try two.observe(ScoreCell("V4", "A8", item: "A8-1"), "2", reason: "迟报")
    try one.merging(two)
    try two.merging(one)
    for (copy, place) in [(one, ""), (two, "A8-1")] {
      let conflict = try #require(try copy.conflicts().first)
      let kept = try #require(conflict.candidates.first { $0.place == place })
      _ = try copy.resolve("V4/A8", keeping: kept.id, reason: "我看", session: Store.tester)
      #expect(try copy.conflicts().isEmpty)
    }
    try office.merging(one)
    let conflicts = try office.merging(two).conflicts
    #expect(!conflicts.isEmpty)
    let live = try office.rows(
      "SELECT value FROM current_observation WHERE visit = 'V4' AND indicator = 'A8' ORDER BY value")
    #expect(live == ["2", "n/a"])
  }

  @Test func aRecordThatBothChanged() throws {
    let (office, one, _) = try copies()
    try one.recording("UPDATE pilot_enterprise SET stage = 'exemplar' WHERE code = 'E1'", actor: "张三")
    try office.recording("UPDATE pilot_enterprise SET stage = 'candidate', district = 'd2' WHERE code = 'E1'")
    let conflict = try #require(try office.merging(one).conflicts.first)
    #expect(conflict.name == "pilot_enterprise/E1")
    #expect(conflict.candidates.map(\.group).sorted() == ["", "G1"])
    let theirs = try #require(conflict.candidates.first { $0.group == "G1" })
    #expect(theirs.recordedBy == "张三")
    #expect(
      theirs.content == .columns([.init(name: "district", value: "d1"), .init(name: "stage", value: "exemplar")]))
    _ = try office.resolve(conflict.name, keeping: theirs.id, reason: "以现场为准", session: Store.tester)
    #expect(try office.rows("SELECT district, stage FROM pilot_enterprise WHERE code = 'E1'") == ["d1 | exemplar"])
    #expect(try office.conflicts().isEmpty)
    #expect(try office.rows("SELECT reason FROM record_version WHERE reason <> ''") == ["以现场为准"])
    try one.merging(office)
    expectSame(try one.merged(with: office).facts(), try office.facts())
  }

  @Test func aNewRecordOfOneCodeOnBothSides() throws {
    let (office, one, two) = try copies()
    for (copy, name) in [(one, "新厂甲"), (two, "新厂乙")] {
      try copy.recording(
        "INSERT INTO pilot_enterprise (code, name, district, level) VALUES ('N1', '\(name)', 'd1', '市级')")
    }
    try office.merging(one)
    let conflict = try #require(try office.merging(two).conflicts.first)
    #expect(conflict.candidates.map(\.id) == ["0a", "0b"])
    #expect(
      refusal { try office.resolve(conflict.name, keeping: "0", reason: "一家", session: Store.tester) } == [
        "冲突 pilot_enterprise/N1 里没有 0；可保留：0a、0b",
        "the conflict pilot_enterprise/N1 has no 0; it has 0a, 0b",
      ])
    _ = try office.resolve(conflict.name, keeping: "0a", reason: "一家", session: Store.tester)
    #expect(try office.conflicts().isEmpty)
  }

  @Test func aLinkThatOneSideRemovedAndTheOtherRestored() throws {
    let (office, one, two) = try copies()
    for copy in [one, two] { try copy.recording("DELETE FROM finding_evidence") }
    // An import in bulk restores it; that is a version, too.
    try two.importing(.base.only(["findings.csv"]))
    try office.merging(one)
    #expect(try office.rows("SELECT * FROM finding_evidence") == [])
    #expect(try office.merging(two).conflicts.isEmpty)
    #expect(try office.rows("SELECT * FROM finding_evidence") == ["W1 | EV1"])
  }

  @Test func whatIsRefused() throws {
    let (office, one, two) = try copies()
    func resolve(_ name: String, _ id: String, _ reason: String) -> [String] {
      refusal { try office.resolve(name, keeping: id, reason: reason, session: Store.tester) }
    }
    #expect(
      resolve("V4/A4", "1", "理由") == ["没有冲突 V4/A4；现在没有待裁定的冲突", "there is no conflict V4/A4; no conflict is open"])
    try one.observe(ScoreCell("V4", "A4"), "1/2")
    try two.observe(ScoreCell("V4", "A4"), "1/3")
    try office.merging(one)
    try office.merging(two)
    let ids = try office.conflicts()[0].candidates.map(\.id)
    #expect(
      resolve("V4/A1", "1", "理由") == ["没有冲突 V4/A1；有：V4/A4", "there is no conflict V4/A1; there are: V4/A4"])
    #expect(
      resolve("V4/A4", "1", "理由") == [
        "冲突 V4/A4 里没有 1；可保留：\(ids[0])、\(ids[1])", "the conflict V4/A4 has no 1; it has \(ids[0]), \(ids[1])",
      ])
    #expect(
      resolve("V4/A4", ids[0], " \u{3000}") == [
        "裁定要写明理由；用 --reason 写明", "a decision needs a reason; give it with --reason",
      ])
    #expect(try office.conflicts().map(\.name) == ["V4/A4"])
  }

  /// A copy whose clock is years ahead, or behind: what is recorded after a merge still takes its place.
  @Test func clocksThatAreWrong() throws {
    let (office, one, _) = try copies()
    try one.recording("UPDATE observation_clock SET last = (SELECT (((last >> 22) + 300000000000) << 22) | (1 << 12))")
    try one.observe(ScoreCell("V4", "A4"), "1/2")
    try one.recording("UPDATE pilot_enterprise SET stage = 'exemplar' WHERE code = 'E1'")
    try office.merging(one)
    try office.importing(.base.with(.replace("scores.csv", "V4,A4,,n/a,,没有这项工作,", "V4,A4,,3/4,,,")))
    #expect(try office.rows("SELECT value FROM current_observation WHERE visit = 'V4' AND indicator = 'A4'") == ["3/4"])
    try office.recording("UPDATE pilot_enterprise SET stage = 'candidate' WHERE code = 'E1'")
    try one.merging(office)
    #expect(try one.rows("SELECT stage FROM pilot_enterprise WHERE code = 'E1'") == ["candidate"])
    #expect(try one.conflicts().isEmpty)
  }
}
