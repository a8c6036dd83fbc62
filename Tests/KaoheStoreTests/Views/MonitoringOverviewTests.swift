import GRDB
import Testing

@testable import KaoheStore

/// What is known of an enterprise, and of a park, in one row.
@Suite struct MonitoringOverviewTests {
  /// The base folder with a park without a station, an enterprise that nobody visited, a year that 乙市 stays out of,
  /// and findings of every kind.
  private static let records = Records.base.with(
    .add("parks.csv", "P2,示例二园,d2,纺织,"),
    .add("enterprises.csv", "E3,示例三厂,d2,P2,镇级,candidate"),
    .add("assessments.csv", "2023,次年考核,small,,,no"),
    .add("participants.csv", "2023,d1,区,"),
    .add("participants.csv", "2023,d2,县级市,withdrawn"),
    .replace("visits.csv", "V3,2022,G1,park:P1,2022-06-03,,draft", "V3,2022,G1,park:P1,2022-06-03,,submitted"),
    .add("visits.csv", "V7,2022,G1,enterprise:E1,2022-07-07,,confirmed"),
    .add("visits.csv", "V8,2022,G1,enterprise:E1,2022-08-08,,cancelled"),
    .add("scores.csv", "V3,C1,,15,S2,,"),
    .add("scores.csv", "V7,B3,,n/a,,没有这项,"),
    .add("findings.csv", "W2,V2,B1,problem,逾期,改,2000-01-01,open,,"),
    .add("findings.csv", "W3,V2,B1,problem,未到期,改,2999-12-31,open,,"),
    .add("findings.csv", "W4,V7,B1,problem,已销号,改,2000-01-01,verified,2000-01-01,"),
    .add("findings.csv", "W5,V7,,highlight,师带徒,,,verified,,"),
    .add("findings.csv", "W6,V7,,highlight,工装,,,verified,,"),
    .add("findings.csv", "W7,V2,,innovation,夜校,,,verified,,"),
    .add("findings.csv", "W8,V3,,problem,没有网格,,,open,,"),
    .add("evidence.csv", "EV2,enterprise:E1,协议,文件,2022-01-01"),
    .add("evidence.csv", "EV3,enterprise:E1,照片,照片,2022-12-31"),
    .add("evidence.csv", "EV4,enterprise:E1,旧照片,照片,2021-12-31"),
    .add("evidence.csv", "EV5,park:P1,清单,台账,2022-05-05"),
    .add("metrics.csv", "enterprise:E1,2022,employees,120,人"),
    .add("metrics.csv", "enterprise:E1,2021,employees,110,人"))

  private func store() throws -> Store {
    let store = try Store.inMemory()
    try store.importing(Self.records)
    return store
  }

  @Test func anEnterpriseIsShownInEachAssessmentOfItsDistrict() throws {
    #expect(
      try store().rows(
        """
        SELECT assessment, year, enterprise, name, subject, district, district_name, park, park_name, guidance_station,
          station_name, level, stage, employees
        FROM enterprise_overview ORDER BY assessment, enterprise
        """) == [
          "2022 | 2022 | E1 | 示例一厂 | enterprise:E1 | d1 | 示例甲区 | P1 | 示例园 | 1 | 示例站 | 市级 | pilot | 120.0",
          "2022 | 2022 | E2 | 示例二厂 | enterprise:E2 | d2 | 示例乙市 |  |  | 0 |  | 省级 |  | ",
          "2022 | 2022 | E3 | 示例三厂 | enterprise:E3 | d2 | 示例乙市 | P2 | 示例二园 | 0 |  | 镇级 | candidate | ",
          "2023 | 2022 | E1 | 示例一厂 | enterprise:E1 | d1 | 示例甲区 | P1 | 示例园 | 1 | 示例站 | 市级 | pilot | 120.0",
        ])
  }

  /// E1 has B2 of 10 at 9/10 and B3 of 10 at 8. B1 is pooled, and so has no score of E1 alone; the cancelled visit and the
  /// draft at E2 do not count.
  @Test func visitsScoresAndFindingsAreThoseOfTheAssessment() throws {
    #expect(
      try store().rows(
        """
        SELECT assessment, enterprise, visits, last_visit, leaves_scored, score, points, share, stale,
          open_findings, overdue_findings, highlights, innovations, evidence
        FROM enterprise_overview ORDER BY assessment, enterprise
        """) == [
          "2022 | E1 | 2 | 2022-07-07 | 2 | 17.0 | 20.0 | 0.85 | 0 | 2 | 1 | 2 | 1 | 2",
          "2022 | E2 | 0 |  | 0 |  |  |  | 0 | 0 | 0 | 0 | 0 | 0",
          "2022 | E3 | 0 |  | 0 |  |  |  | 0 | 0 | 0 | 0 | 0 | 0",
          "2023 | E1 | 0 |  | 0 |  |  |  | 0 | 0 | 0 | 0 | 0 | 2",
        ])
  }

  @Test func aParkIsShownWithItsRatesOfThatYear() throws {
    #expect(
      try store().rows(
        """
        SELECT assessment, year, park, name, subject, district, district_name, theme, guidance_station, station_name,
          pilot_enterprises, visits, last_visit, leaves_scored, score, points, share, stale, round(coordination_rate, 4),
          round(participation_rate, 4), benefit_rate, open_findings, overdue_findings, highlights, innovations, evidence
        FROM park_overview ORDER BY assessment, park
        """) == [
          "2022 | 2022 | P1 | 示例园 | park:P1 | d1 | 示例甲区 | 装备 | 1 | 示例站 | 1 | 1 | 2022-06-03 | 1 | 15.0 | 20.0 | 0.75"
            + " | 0 | 0.8889 | 0.8333 | 0.75 | 1 | 0 | 0 | 0 | 1",
          "2022 | 2022 | P2 | 示例二园 | park:P2 | d2 | 示例乙市 | 纺织 | 0 |  | 1 | 0 |  | 0 |  |  | "
            + " | 0 |  |  |  | 0 | 0 | 0 | 0 | 0",
          "2023 | 2022 | P1 | 示例园 | park:P1 | d1 | 示例甲区 | 装备 | 1 | 示例站 | 1 | 0 |  | 0 |  |  | "
            + " | 0 | 0.8889 | 0.8333 | 0.75 | 0 | 0 | 0 | 0 | 1",
        ])
  }

  @Test func whatHasToBeComputedAgainSaysSo() throws {
    let store = try store()
    try store.executeAsOther("UPDATE observation SET value = '1' WHERE visit = 'V2' AND indicator = 'B3'")
    let stale = "SELECT assessment, district, min(stale), max(stale) FROM"
    #expect(
      try store.rows("\(stale) enterprise_overview GROUP BY 1, 2")
        == ["2022 | d1 | 1 | 1", "2022 | d2 | 0 | 0", "2023 | d1 | 0 | 0"])
    #expect(
      try store.rows("\(stale) park_overview GROUP BY 1, 2")
        == ["2022 | d1 | 1 | 1", "2022 | d2 | 0 | 0", "2023 | d1 | 0 | 0"])
    try store.executeAsOther("DELETE FROM district_result WHERE assessment = '2023'")
    #expect(try store.rows("SELECT stale FROM park_overview WHERE assessment = '2023'") == ["1"])
  }

  /// Whatever is looked up for each row is found by an index: a city has tens of thousands of visits.
  @Test(arguments: ["enterprise_overview", "park_overview", "finding_status", "publicity_reach"])
  func nothingIsReadAsAWholeForEachRow(view: String) throws {
    let store = try Store.withDemo()
    let steps = try store.read { try Row.fetchAll($0, sql: "EXPLAIN QUERY PLAN SELECT * FROM \(view)") }
      .map { (id: $0[0] as Int, parent: $0[1] as Int, text: $0[3] as String) }
    let perRow = steps.filter { $0.text.hasPrefix("CORRELATED") }.map(\.id)
    let atTheTop = steps.filter { $0.parent == 0 && $0.text.hasPrefix("SCAN") }
    #expect(atTheTop.count == 1, "one table gives the rows; found \(atTheTop.map(\.text))")
    for step in steps where perRow.contains(step.parent) {
      let isOfAList = step.text.hasPrefix("SCAN r") || step.text.hasPrefix("CO-ROUTINE r")
      #expect(step.text.hasPrefix("SEARCH") || isOfAList, "\(step.text)")
    }
  }
}
