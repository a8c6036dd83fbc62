import Testing

@testable import KaoheStore

/// The views that set one assessment beside another.
@Suite struct YearViewsTests {
  /// The base folder with the same rules in the year before; in that year 甲区 was visited, in 2022 also 乙市.
  private func store(_ changes: Change...) throws -> Store {
    let store = try Store.inMemory()
    let records = Records.base.with(
      .add("assessments.csv", "2021,上年考核,small,2021-01-01,2021-12-31,no"),
      .add("participants.csv", "2021,d1,区,"), .add("participants.csv", "2021,d2,县级市,"),
      .add("visits.csv", "V9,2021,G1,district:d1,2021-06-01,,confirmed"), .add("scores.csv", "V9,A6,,5,,,"),
      .replace(
        "visits.csv", "V4,2022,G1,district:d2,2022-06-04,,draft", "V4,2022,G1,district:d2,2022-06-04,,confirmed"),
      .add("scores.csv", "V4,A6,,5,,,"), .add("scores.csv", "V4,A10,,5,,,"), .add("scores.csv", "V4,A5,,优,,,"))
    try store.importing(records.with(changes))
    return store
  }

  private let columns = "assessment, previous, district, previous_total, change, rank, previous_rank, rank_change"

  /// What the rules are for does not tell the years apart: the assessments do, by the day on which they open.
  @Test func yearsUnderOneRuleSet() throws {
    let store = try store()
    let rows = try store.rows("SELECT \(columns) FROM year_over_year ORDER BY assessment, district")
    #expect(
      rows == [
        "2021 |  | d1 |  |  | 1 |  | ", "2021 |  | d2 |  |  | 2 |  | ", "2022 | 2021 | d1 | 5.56 | 47.44 | 1 | 1 | 0",
        "2022 | 2021 | d2 | 0.0 | 20.83 | 2 | 2 | 0",
      ])
    for view in ["assessment_year", "enterprise_overview", "park_overview"] {
      #expect(
        try store.rows("SELECT DISTINCT assessment, year FROM \(view) ORDER BY 1") == ["2021 | 2021", "2022 | 2022"])
    }
    #expect(try ViewComparison.differences(store) == [])
  }

  /// A rank in a category is none in the city.
  @Test func ranksOfDifferentLists() throws {
    let store = try store()
    let ranks = "SELECT district, previous_rank, rank_change FROM year_over_year WHERE assessment = '2022' ORDER BY 1"
    try store.recording("UPDATE assessment SET pools = 1 WHERE code = '2022'")
    #expect(try store.rows(ranks) == ["d1 | 1 | ", "d2 | 2 | "])
    #expect(try ViewComparison.differences(store) == [])
    try store.recording("UPDATE assessment SET pools = 1 WHERE code = '2021'")
    #expect(try store.rows(ranks) == ["d1 | 1 | 0", "d2 | 1 | 0"])
    try store.recording("UPDATE participant SET category = '开发区' WHERE assessment = '2021' AND district = 'd2'")
    #expect(try store.rows(ranks) == ["d1 | 1 | 0", "d2 | 1 | "])
    #expect(try ViewComparison.differences(store) == [])
  }

  /// An assessment that says nothing of when it opens is of the year that its rules are for.
  @Test func assessmentsWithoutAnOpening() throws {
    let opens = "2022,年度考核,small,2022-01-01,2022-12-31,no"
    let store = try store(.replace("assessments.csv", opens, "2022,年度考核,small,,,no"))
    let previous = "SELECT DISTINCT assessment, previous FROM year_over_year ORDER BY 1"
    #expect(try store.rows(previous) == ["2021 | ", "2022 | 2021"])
    // Two of one year are not each other's year before; of several in the year before, the last by code is.
    try store.recording("UPDATE assessment SET opens = NULL WHERE code = '2021'")
    #expect(try store.rows(previous) == ["2021 | ", "2022 | "])
    #expect(try ViewComparison.differences(store) == [])
    try store.recording("UPDATE assessment SET opens = '2023-03-01', closes = NULL WHERE code = '2022'")
    try store.recording("INSERT INTO assessment (code, title, rule_set) VALUES ('2021-2', '补考', 'small')")
    #expect(try store.rows(previous) == ["2021 | ", "2022 | 2021-2"])
    #expect(try ViewComparison.differences(store) == [])
  }

  @Test func theDemoHasOneYearBefore() throws {
    let store = try Store.withDemo()
    let counts = "count(*), count(previous), count(previous_total), count(change), count(rank_change)"
    #expect(
      try store.rows("SELECT assessment, \(counts) FROM year_over_year GROUP BY 1 ORDER BY 1")
        == ["2021 | 8 | 0 | 0 | 0 | 0", "2022 | 8 | 8 | 8 | 8 | 8"])
  }

  @Test func newestAssessment() throws {
    let empty = try Store.inMemory()
    #expect(try empty.rows("SELECT * FROM newest_assessment") == [])
    let store = try Store.withBase()
    func newest(_ code: String, _ opens: String) throws -> [String] {
      try store.recording(
        "INSERT INTO assessment (code, title, rule_set, opens) VALUES ('\(code)', '补考', 'small', \(opens))")
      return try store.rows("SELECT * FROM newest_assessment")
    }
    #expect(try store.rows("SELECT * FROM newest_assessment") == ["2022 | 年度考核 | 2022"])
    // A code says nothing of the year.
    #expect(try newest("2099", "'2021-12-31'") == ["2022 | 年度考核 | 2022"])
    #expect(try newest("2022-2", "NULL") == ["2022-2 | 补考 | 2022"])
    #expect(try newest("2022-1", "'2022-12-31'") == ["2022-2 | 补考 | 2022"])
    #expect(try newest("1", "'2023-01-01'") == ["1 | 补考 | 2023"])
    #expect(try ViewComparison(store).differences(of: .newestAssessment) == [])
  }
}
