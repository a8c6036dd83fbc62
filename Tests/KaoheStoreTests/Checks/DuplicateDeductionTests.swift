import KaoheScoring
import Testing

@testable import KaoheStore

/// The same incident deducted twice.
@Suite struct DuplicateDeductionTests {
  /// The base folder, with two deductions of the district d1.
  private func duplicates(_ changes: Change...) throws -> [DuplicateDeduction] {
    let store = try Store.inMemory()
    try store.importing(.base.with(changes))
    return try store.duplicateDeductions(in: "2022")
  }

  private let otherGroup: [Change] = [
    .add("groups.csv", "G2,第二组,"), .add("visits.csv", "V7,2022,G2,district:d1,2022-06-20,,draft"),
  ]

  @Test func oneDeductionIsNone() throws {
    #expect(try duplicates().isEmpty)
  }

  @Test func theSameEvidenceByTwoGroups() throws {
    let store = try Store.inMemory()
    try store.importing(.base.with(otherGroup).with(.add("scores.csv", "V7,A1,A1-1,1,,今年少开两次,EV1")))
    let found = try store.duplicateDeductions()
    #expect(found.map(\.link) == [.evidence("EV1")])
    #expect(found.first?.first.record == "V1" && found.first?.second.record == "V7")
    #expect(found.first?.link.text == Bilingual("同一台账 EV1", en: "the same evidence EV1"))
    #expect(try store.duplicateDeductions(in: "2021").isEmpty)
  }

  @Test func theSameNumberUnderTwoLeaves() throws {
    let found = try duplicates(
      .file(
        "evidence.csv",
        """
        code,subject,title,kind,number,date
        EV1,district:d1,会议纪要,文件,甲发〔2022〕3号,2022-05-01
        EV2,district:d1,会议纪要复印件,文件,甲发〔2022〕3号,2022-05-02

        """),
      .add("scores.csv", "V6,A8,A8-1,1,,少两次会议,EV2\nV6,A8,,1/2,,,"))
    #expect(found.map(\.link) == [.evidence("甲发〔2022〕3号")])
  }

  @Test func theSameDayAndNearlyTheSameReason() throws {
    let found = try duplicates(
      .replace("scores.csv", "少两次,EV1", "全年少开两次联席会议。,"),
      .replace("visits.csv", "V6,2022,G1,district:d1,2022-06-06", "V6,2022,G1,district:d1,2022-06-01"),
      .add("scores.csv", "V6,A8,A8-1,1,,全年少开两次联席会议,\nV6,A8,,1/2,,,"))
    #expect(found.map(\.link) == [.date("2022-06-01")])
    #expect(
      found.first?.link.text
        == Bilingual("同一日期 2022-06-01，理由几乎相同", en: "the same date 2022-06-01, near-identical reasons"))
  }

  @Test(arguments: [
    // Another day, another reason, nothing found, another district, the same group and leaf, cancelled.
    ["V6,A8,A8-1,1,,少两次,", "V6,A8,,1/2,,,"], ["V6,A8,A8-1,1,,信息迟报三天,EV1", "V6,A8,,1/2,,,"],
    ["V6,A8,A8-1,0,,少两次,EV1", "V6,A8,,1/2,,,"], ["V4,A8,A8-1,1,,少两次,EV1", "V4,A8,,1/2,,,"],
    ["V6,A1,A1-1,1,,少两次,EV1"],
  ])
  func others(rows: [String]) throws {
    #expect(try duplicates(.add("scores.csv", rows.joined(separator: "\n"))).isEmpty)
  }

  @Test func aPenaltyForTheSame() throws {
    let found = try duplicates(.add("adjustments.csv", "T2,2022,d1,K1,市级,,1,2022-05-01,少两次会议被通报,EV1"))
    #expect(found.map(\.second.record) == ["T2"])
    #expect(found.first?.second.group == nil)
  }
}
