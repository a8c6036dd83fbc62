import KaoheScoring
import Testing

@testable import KaoheStore

/// Who may decide a conflict at a visit.
@Suite struct ConflictDeciderTests {
  /// Two live observations of A4 at the visit V6 to the district d1 by the group G1.
  private func conflict(_ status: String = "submitted", replica: Int = 0) throws -> Store {
    let store = try Store.withBase()
    try store.executeAsOther(
      """
      INSERT INTO observation VALUES ('V6', 'A4', '', '', 7, '1/2', '', '2022-06-06T08:00:00.000Z', 'x');
      INSERT INTO observation VALUES ('V6', 'A4', '', '', 8, '3/4', '', '2022-06-06T08:00:00.000Z', 'y');
      UPDATE visit SET status = '\(status)' WHERE code = 'V6';
      UPDATE database_identity SET value = '\(replica)' WHERE key = 'replica'
      """)
    return store
  }

  private func decide(_ store: Store, as actor: String) throws {
    _ = try store.resolve(
      "V6/A4", keeping: "8", reason: "以现场为准", session: Session(actor: actor, command: "conflict resolve"))
  }

  private func refusal(_ store: Store, as actor: String) throws -> [String] {
    let before = try store.contents()
    let error = #expect(throws: ChangeRefused.self) { try decide(store, as: actor) }
    expectSame(try store.contents(), before)
    return [error?.text(in: .chinese), error?.text(in: .english)].compactMap { $0 }
  }

  @Test func oneOfTheDistrict() throws {
    #expect(
      try refusal(conflict("draft"), as: "王五") == [
        "王五 属于示例甲区，应回避督查 V6 的裁定；换人裁定",
        "王五 belongs to 示例甲区 (d1) and may not decide at the visit V6; let another decide",
      ])
  }

  @Test func theGroupOnceItHandedIn() throws {
    #expect(
      try refusal(conflict(), as: "S1") == [
        "督查 V6 已提交，其冲突不由本组的 S1 裁定；由办公室裁定",
        "the visit V6 is submitted; S1, who is of its group, can't decide its conflicts; that is the office's to do",
      ])
  }

  @Test func aCopyOnceItIsHandedIn() throws {
    #expect(
      try refusal(conflict("confirmed", replica: 3), as: "主任") == [
        "督查 V6 已确认，其冲突不能在外勤副本中裁定；先合并到办公室数据库",
        "the visit V6 is confirmed; its conflicts can't be decided in a field copy; merge it into the office's database first",
      ])
  }

  @Test func theGroupMayAtADraftAndTheOfficeAlways() throws {
    for (store, actor) in [(try conflict("draft", replica: 3), "S1"), (try conflict(), "主任"), (try conflict(), "S2")] {
      try decide(store, as: actor)
      #expect(try store.conflicts().isEmpty)
      #expect(
        try store.rows("SELECT value FROM current_observation WHERE visit = 'V6' AND indicator = 'A4'") == ["3/4"])
    }
  }
}
