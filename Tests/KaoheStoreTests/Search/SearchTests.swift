import Foundation
import GRDB
import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What a search finds, in which order, and what is told of it.
@Suite struct SearchTests {
  private func hits(_ store: Store, _ text: String, _ filter: SearchFilter = SearchFilter()) throws -> [SearchHit] {
    try store.search(try #require(SearchWords(text)), filter).hits
  }

  @Test func thePlaceOfAReason() throws {
    let hit = try #require(try hits(Store.withBase(), "少两次", SearchFilter(kinds: [.reason])).first)
    #expect(hit.field.table == "observation")
    #expect([hit.assessment, hit.visit, hit.date] == ["2022", "V1", "2022-06-01"])
    #expect([hit.district, hit.districtName, hit.subject, hit.subjectName] == ["d1", "示例甲区", "district:d1", "示例甲区"])
    #expect([hit.indicator, hit.indicatorTitle, hit.item, hit.itemTitle] == ["A1", "扣分", "A1-1", "缺会议"])
    #expect([hit.value, hit.scorer, hit.state, hit.recordedBy] == ["2", nil, nil, "测试员"])
    #expect(hit.visitStatus == .confirmed)
    #expect(hit.marks == [0..<3])
  }

  @Test func aPlaceIsThatOfTheEnterprise() throws {
    let store = try Store.withBase()
    try store.executeAsOther("UPDATE observation SET reason = '工资单缺页' WHERE visit = 'V2' AND indicator = 'B1'")
    let hit = try #require(try hits(store, "缺页").first)
    #expect([hit.district, hit.subject, hit.subjectName] == ["d1", "enterprise:E1", "示例一厂"])
    #expect(hit.visitStatus == .submitted)
  }

  @Test func whatNoLongerHoldsSaysSo() throws {
    let store = try Store.withBase()
    let recording = try VisitRecording(store, visit: "V6", session: Session(actor: "S1", command: "record"))
    for (value, reason) in [("45/60", "初查"), ("50/60", "初查有误"), ("-", "初查不应在此")] {
      _ = try recording.record(Answer(indicator: "A4", value: value, reason: reason))
    }
    let found = try hits(store, "初查", SearchFilter(kinds: [.reason])).filter { $0.field.table == "observation" }
    // Of one cell the newest comes first.
    #expect(found.map(\.text) == ["初查不应在此", "初查有误", "初查"])
    #expect(found.map(\.state) == ["withdrawal", "withdrawn", "superseded"])
    #expect(found.allSatisfy { $0.visitStatus == .draft })
  }

  @Test func newestVisitsComeFirst() throws {
    let store = try Store.withDemo()
    let found = try hits(store, "的", SearchFilter(kinds: [.reason], limit: 1000)).filter {
      $0.field.table == "observation"
    }
    #expect(found.count > 30)
    let dates = found.compactMap(\.date)
    #expect(dates == dates.sorted(by: >))
    for limit in [1, 7, 30] {
      let first = try hits(store, "的", SearchFilter(kinds: [.reason], limit: limit))
        .filter { $0.field.table == "observation" }
      #expect(first.map(\.code) == found.prefix(first.count).map(\.code))
    }
  }

  @Test(arguments: [1, 5, 40, 400])
  func theNewestVisitsAreTheSameHoweverTheyArePicked(limit: Int) throws {
    let store = try Store.withDemo()
    let words = try #require(SearchWords("有"))
    try store.read { database in
      try database.registerContainsWords(words)
      let counts = try ReasonScan(store: store, words: words).counts(database, with: nil)
      #expect(counts.count > 40)
      let sorted = try NewestVisits(database: database, walkSize: .max).pick(from: counts, limit: limit)
      let walked = try NewestVisits(database: database, walkSize: 0).pick(from: counts, limit: limit)
      #expect(Set(sorted).isSubset(of: walked))
      #expect(counts.filter { sorted.contains($0.visit) }.reduce(0) { $0 + $1.hits } >= min(limit, counts.count))
    }
  }

  @Test func aNarrowedSearch() throws {
    let store = try Store.withDemo()
    let all = try hits(store, "会议", SearchFilter(kinds: [.reason, .finding]))
    for (assessment, district) in [("2022", nil), (nil, "320282"), ("2021", "320282")] as [(String?, String?)] {
      let filter = SearchFilter(kinds: [.reason, .finding], assessment: assessment, district: district)
      let expected = all.filter { hit in
        (assessment == nil || hit.assessment == assessment) && (district == nil || hit.district == district)
      }
      #expect(try hits(store, "会议", filter).map(\.text) == expected.map(\.text))
    }
    #expect(
      try hits(store, "会议", SearchFilter(district: "宜兴市")).map(\.text)
        == hits(store, "会议", SearchFilter(district: "320282")).map(\.text))
    #expect(throws: StoreError.self) { try hits(store, "会议", SearchFilter(assessment: "1999")) }
    #expect(throws: StoreError.self) { try hits(store, "会议", SearchFilter(district: "某区")) }
  }

  @Test func evidenceIsOfTheAssessmentThatRestsOnIt() throws {
    let store = try Store.withBase()
    #expect(try hits(store, "纪要", SearchFilter(kinds: [.evidence], assessment: "2022")).map(\.code) == ["EV1"])
    try store.executeAsOther(
      "INSERT INTO evidence (code, district, title, kind, date) VALUES ('EV2', 'd1', '另一份纪要', '文件', '2021-01-01')")
    #expect(try hits(store, "纪要", SearchFilter(kinds: [.evidence])).map(\.code) == ["EV1", "EV2"])
    #expect(try hits(store, "纪要", SearchFilter(kinds: [.evidence], assessment: "2022")).map(\.code) == ["EV1"])
  }

  @Test func aShortListSaysHowManyThereAre() throws {
    let store = try Store.withDemo()
    let words = try #require(SearchWords("会议"))
    let all = try store.search(words)
    #expect(all.hits.count == all.count)
    #expect(all.count > 50)
    for limit in [1, 10, 50] {
      let some = try store.search(words, SearchFilter(limit: limit))
      #expect(some.count == all.count)
      #expect(some.hits.count == limit)
      #expect(some.found.map(\.count) == all.found.map(\.count))
    }
  }

  @Test(arguments: [
    ([100, 2, 0, 3], 50, [45, 2, 0, 3]), ([5, 5, 5], 2, [1, 1, 0]), ([1, 2], 50, [1, 2]), ([9, 9], 5, [3, 2]),
    ([], 50, []), ([7, 1], .max, [7, 1]),
  ])
  func eachFieldGetsItsShare(counts: [Int], limit: Int, shares: [Int]) {
    #expect(SearchResult.shares(of: counts, limit: limit) == shares)
  }

  @Test func whatAnotherProgramWroteIsFoundAtOnce() throws {
    let store = try Store.withBase()
    #expect(try hits(store, "饕餮").isEmpty)
    try store.executeAsOther("UPDATE observation SET reason = '纹样为饕餮' WHERE visit = 'V1' AND indicator = 'A4'")
    #expect(try hits(store, "餮").map(\.indicator) == ["A4"])
    #expect(try hits(store, "为饕").map(\.text) == ["纹样为饕餮"])
  }

  @Test func aRowWhoseVisitIsNotThereIsFound() throws {
    let store = try Store.withBase()
    try store.queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF; DELETE FROM visit WHERE code = 'V1'")
    }
    let hit = try #require(try hits(store, "少两次", SearchFilter(kinds: [.reason])).first)
    #expect([hit.visit, hit.date, hit.indicatorTitle] == ["V1", nil, nil])
  }
}
