import KaoheScoring
import Testing

@testable import KaoheStore

/// What a visit's sheet shows is what the engine computes.
@Suite struct ScoringSheetTests {
  /// Every leaf of every visit of the demo that counts.
  @Test func previewsAreTheEnginesScores() throws {
    let store = try Store.withDemo()
    var compared = 0
    for visit in try store.rows("SELECT code FROM visit WHERE status IN ('submitted', 'confirmed')") {
      let sheet = try store.sheet(of: visit)
      let scores = Dictionary(
        uniqueKeysWithValues: try store.read { database in
          try database.rows(
            "SELECT indicator || '=' || coalesce(score_exact, 'n/a') FROM inspection_score WHERE visit = '\(visit)'")
        }.map { ($0.prefix { $0 != "=" }, $0.drop { $0 != "=" }.dropFirst()) })
      for entry in sheet.entries where entry.leaf.isScoredByVisit && !entry.rows.isEmpty {
        let expected = scores[entry.leaf.code[...]]
        switch entry.preview.outcome {
        case .score(let score): #expect(score.description == expected.map(String.init), "\(visit) \(entry.leaf.code)")
        case .notApplicable: #expect(expected == "n/a")
        default: Issue.record("\(visit) \(entry.leaf.code): \(entry.preview.outcome)")
        }
        let sum = entry.preview.steps.map(\.points).reduce(.zero, +)
        if case .score(let score) = entry.preview.outcome { #expect(sum == score) }
        compared += 1
      }
    }
    #expect(compared > 300)
  }

  @Test func theHeadSaysWhatWasVisited() throws {
    let sheet = try Store.withBase().sheet(of: "V2")
    #expect(sheet.head.subject.description == "enterprise:E1")
    #expect(sheet.head.subjectName == "示例一厂")
    #expect(sheet.head.districtName == "示例甲区")
    #expect(sheet.head.groupName == "第一组")
    #expect(sheet.entries.map(\.leaf.code) == ["B1", "B2", "B3"])
    #expect(sheet.entries[0].sections == ["企业"])
    #expect(sheet.inspectors.map(\.code) == ["S1", "S3"])
    #expect(sheet.inspectors.map(\.isRecused) == [false, true])
  }

  @Test func twoLiveRowsClash() throws {
    let store = try Store.withBase()
    try store.executeAsOther(
      """
      INSERT INTO observation VALUES ('V6', 'A4', '', '', 7, '1/2', '', '2022-06-06T08:00:00.000Z', 'x');
      INSERT INTO observation VALUES ('V6', 'A4', '', '', 8, '-', '', '2022-06-06T08:00:00.000Z', 'x');
      INSERT INTO observation VALUES ('V6', 'A5', '', '', 9, '好', '', '2022-06-06T08:00:00.000Z', 'x')
      """)
    let sheet = try store.sheet(of: "V6")
    let entry = try #require(sheet.entry(of: "A4"))
    #expect(entry.rows.map(\.value) == ["1/2", "-"])
    #expect(entry.preview.outcome == .missing)
    #expect(
      sheet.gaps.map { $0.gap.chinese } == ["同一项有两条有效记录，需先裁定（kaohe conflict list）", "记录值“好”无法识别", "缺少档次"])
    #expect(
      sheet.gaps.map { $0.gap.english } == [
        "two live rows of one cell: decide first (kaohe conflict list)", "the value “好” can't be read",
        "its level is missing",
      ])
  }
}
