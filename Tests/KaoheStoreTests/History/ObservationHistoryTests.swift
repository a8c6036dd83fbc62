import GRDB
import Testing

@testable import KaoheStore

/// The states of observations: when each began, when and by whom it ended.
@Suite struct ObservationHistoryTests {
  private static let cell = ScoreCell("V6", "A4")

  /// The states of the cell, in their order.
  private func states(_ store: Store, _ columns: String = "value, ended_by, end_reason, withdrawn") throws -> [String] {
    try store.rows("SELECT \(columns) FROM observation_history WHERE visit = 'V6' ORDER BY valid_from, valid_until, id")
  }

  private func values(_ store: Store, at moment: String) throws -> [String] {
    try store.rows(
      """
      SELECT value FROM observation_history WHERE visit = 'V6' AND NOT withdrawn
        AND valid_from <= '\(moment)' AND (valid_until IS NULL OR valid_until > '\(moment)') ORDER BY value
      """)
  }

  @Test func recordedCorrectedAndWithdrawn() throws {
    let store = try Store.withBase()
    var moments = [ObservationClock.momentBetween()]
    for (value, actor) in [("1/4", "甲"), ("2/4", "乙"), ("-", "丙")] {
      try store.observe(Self.cell, value, by: actor)
      moments.append(ObservationClock.momentBetween())
    }
    #expect(try states(store) == ["1/4 | 乙 |  | 0", "2/4 | 丙 |  | 0", "- |  |  | 1"])
    #expect(try moments.map { try values(store, at: $0) } == [[], ["1/4"], ["2/4"], []])
    #expect(
      try states(store, "assessment, district, date, visit_status, indicator_title, recorded_by") == [
        "2022 | d1 | 2022-06-06 | draft | 比率 | 甲", "2022 | d1 | 2022-06-06 | draft | 比率 | 乙",
        "2022 | d1 | 2022-06-06 | draft | 比率 | 丙",
      ])
    // A state ends when the next one begins.
    #expect(
      try store.rows(
        """
        SELECT count(*) FROM observation_history AS a
        JOIN observation_history AS b ON b.visit = a.visit AND b.valid_from = a.valid_until WHERE a.visit = 'V6'
        """) == ["2"])
  }

  @Test func anotherProgramChangesAndDeletesOne() throws {
    let store = try Store.withBase()
    try store.observe(Self.cell, "1/4", reason: "查台账", by: "甲")
    let recorded = ObservationClock.momentBetween()
    try store.executeAsOther("UPDATE observation SET value = '4/4', recorded_by = '某人' WHERE visit = 'V6'")
    let changed = ObservationClock.momentBetween()
    try store.executeAsOther("DELETE FROM observation WHERE visit = 'V6'")
    #expect(
      try states(store, "value, reason, recorded_by, ended_by, end_reason") == [
        "1/4 | 查台账 | 甲 | external | ", "4/4 | 查台账 | 某人 | external | ",
      ])
    #expect(try values(store, at: recorded) == ["1/4"])
    #expect(try values(store, at: changed) == ["4/4"])
    #expect(try values(store, at: ObservationClock.momentBetween()) == [])
  }

  @Test func aSupersessionThatIsTakenBack() throws {
    let store = try Store.withBase()
    for value in ["1/4", "2/4"] { try store.observe(Self.cell, value, by: "甲") }
    let before = ObservationClock.momentBetween()
    try store.executeAsOther("DELETE FROM supersession WHERE visit = 'V6'")
    let after = ObservationClock.momentBetween()
    #expect(try values(store, at: before) == ["2/4"])
    #expect(try values(store, at: after) == ["1/4", "2/4"])
    // It held twice: until it was corrected, and again since.
    #expect(try states(store, "value, ended_by") == ["1/4 | 甲", "2/4 | ", "1/4 | "])
  }

  @Test func theFirstSupersessionEndsIt() throws {
    let database = try SchemaDatabase()
    // Not logged, as by a merge.
    try database.session(bulk: true)
    try database.execute(
      """
      INSERT INTO observation (visit, indicator, item, scorer, id, value, recorded_at, recorded_by)
      VALUES ('VE', 'A2', '', '', 201, '优', '2022-10-08T10:00:00.000Z', '甲'),
        ('VE', 'A2', '', '', 202, '良', '2022-10-08T12:00:00.000Z', '乙'),
        ('VE', 'A2', '', '', 203, '差', '2022-10-08T11:00:00.000Z', '丙'),
        ('VE', 'A2', '', '', 204, '差', '2022-10-08T11:30:00.000Z', '丁');
      INSERT INTO supersession VALUES ('VE', 'A2', '', '', 201, 202, '复查', '2022-10-08T12:00:00.000Z', '乙'),
        ('VE', 'A2', '', '', 201, 203, '笔误', '2022-10-08T11:00:00.000Z', '丙'),
        ('VE', 'A2', '', '', 204, 203, '', '2022-10-08T11:00:00.000Z', '丙')
      """)
    try database.endSession()
    let states = try database.rows(
      """
      SELECT id, valid_from, valid_until, ended_by, end_reason FROM observation_history
      WHERE visit = 'VE' AND id IN (201, 204) ORDER BY id
      """)
    #expect(
      states == [
        "201 | 2022-10-08T10:00:00.000Z | 2022-10-08T11:00:00.000Z | 丙 | 笔误",
        // The clock of the one who corrected it was behind: it was over when it came.
        "204 | 2022-10-08T11:30:00.000Z | 2022-10-08T11:30:00.000Z | 丙 | ",
      ])
  }

  @Test func theLogIsBelievedNotWhatAnotherProgramWrote() throws {
    let store = try Store.withBase()
    let before = ObservationClock.momentBetween()
    try store.executeAsOther(
      "INSERT INTO observation VALUES ('V6', 'A4', '', '', 7, '4/4', '', '2022-06-06T08:00:00.000Z', '甲')")
    #expect(try values(store, at: before) == [])
    #expect(try values(store, at: ObservationClock.momentBetween()) == ["4/4"])
    #expect(
      try states(store, "valid_from")
        == store.rows("SELECT at FROM audit_log WHERE table_name = 'observation' AND old IS NULL AND new IS NOT NULL"))
  }

  @Test func codesAreThoseOfTheTime() throws {
    let store = try Store.withBase()
    try store.observe(ScoreCell("V6", "A6", scorer: "S1"), "4", by: "甲")
    try store.observe(ScoreCell("V6", "A6", scorer: "S1"), "5", by: "甲")
    try store.recording("UPDATE visit SET code = 'V60' WHERE code = 'V6'", actor: "乙")
    try store.executeAsOther("UPDATE inspector SET code = 'S10' WHERE code = 'S1'")
    #expect(
      try store.rows(
        """
        SELECT visit, scorer, value, ended_by, assessment, district FROM observation_history
        WHERE visit IN ('V6', 'V60') ORDER BY valid_from, valid_until IS NULL, id
        """) == [
          "V6 | S1 | 4 | 甲 | 2022 | d1", "V6 | S1 | 5 | 乙 | 2022 | d1", "V60 | S1 | 5 | external | 2022 | d1",
          "V60 | S10 | 5 |  | 2022 | d1",
        ])
  }

  @Test func aMergeBringsBackWhatAnotherProgramDeleted() throws {
    let office = try Store.withBase().cloned()
    try office.observe(Self.cell, "1/4", by: "甲")
    let copy = try office.checkedOut("G1")
    let recorded = ObservationClock.momentBetween()
    try office.executeAsOther("DELETE FROM observation WHERE visit = 'V6'")
    let deleted = ObservationClock.momentBetween()
    try office.merging(copy)
    #expect(
      try [recorded, deleted, ObservationClock.momentBetween()].map { try values(office, at: $0) } == [
        ["1/4"], [], ["1/4"],
      ])
  }

  /// A copy's observations have their moments in the field; `merge_log` has that of the merge.
  @Test func aMomentIsThatInTheField() throws {
    let office = try Store.withBase().cloned()
    let copy = try office.checkedOut("G1")
    try copy.observe(Self.cell, "1/4", by: "甲")
    let inTheField = ObservationClock.momentBetween()
    try office.merging(copy)
    #expect(try values(office, at: inTheField) == ["1/4"])
    #expect(try office.rows("SELECT count(*) FROM merge_log WHERE at > '\(inTheField)'") == ["1"])
  }

  @Test func aVisitIsFoundByTheKey() throws {
    let plan = try Store.inMemory().rows(
      "EXPLAIN QUERY PLAN SELECT value FROM observation_history WHERE visit = 'V1'")
    #expect(plan.contains { $0.contains("SEARCH o USING PRIMARY KEY (visit=?)") })
    #expect(!plan.contains { $0.hasSuffix("SCAN o") })
  }
}
