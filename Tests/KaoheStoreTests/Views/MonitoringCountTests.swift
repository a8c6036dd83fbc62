import Testing

@testable import KaoheStore

/// Coverage, surveys and publicity: what was counted, with its rates.
@Suite struct MonitoringCountTests {
  private func store(_ file: String, _ text: String) throws -> Store {
    let store = try Store.inMemory()
    try store.importing(.base.with(.file(file, text)))
    return store
  }

  @Test func aParksRatesStandBesideLastYears() throws {
    let store = try store(
      "coverage.csv",
      """
      park,year,parties,parties_coordinating,enterprises,enterprises_participating,employees,employees_benefiting
      P1,2021,8,6,0,0,1000,500
      P1,2022,5,4,60,45,1200,900
      P1,2024,0,0,4,4,0,0

      """)
    let rates =
      "coordination_rate, participation_rate, benefit_rate, coordination_rate_last_year, participation_rate_last_year, "
      + "benefit_rate_last_year"
    #expect(
      try store.rows("SELECT park, park_name, district, district_name, year, \(rates) FROM park_coverage ORDER BY year")
        == [
          "P1 | 示例园 | d1 | 示例甲区 | 2021 | 0.75 |  | 0.5 |  |  | ",
          "P1 | 示例园 | d1 | 示例甲区 | 2022 | 0.8 | 0.75 | 0.75 | 0.75 |  | 0.5",
          // Nothing is known of 2023; 2022 is not the year before.
          "P1 | 示例园 | d1 | 示例甲区 | 2024 |  | 1.0 |  |  |  | ",
        ])
    #expect(
      try store.rows(
        """
        SELECT parties, parties_coordinating, enterprises, enterprises_participating, employees, employees_benefiting
        FROM park_coverage WHERE year = 2022
        """) == ["5 | 4 | 60 | 45 | 1200 | 900"])
  }

  @Test func anAnswerIsAShareOfItsOwnQuestion() throws {
    let store = try store(
      "surveys.csv",
      """
      code,subject,date,question,answer,count
      Q1,enterprise:E1,2022-05-18,面料,满意,30
      Q1,enterprise:E1,2022-05-18,面料,不满意,10
      Q1,enterprise:E1,2022-05-18,尺码,满意,25
      Q1,enterprise:E1,2022-05-18,尺码,不满意,0
      Q2,park:P1,2022-05-19,面料,满意,7
      Q3,district:d2,2022-05-20,面料,满意,0

      """)
    #expect(
      try store.rows(
        """
        SELECT code, subject, subject_name, scope, district, district_name, question, answer, count, total, share
        FROM survey_result ORDER BY code, question DESC, count DESC
        """) == [
          "Q1 | enterprise:E1 | 示例一厂 | enterprise | d1 | 示例甲区 | 面料 | 满意 | 30 | 40 | 0.75",
          "Q1 | enterprise:E1 | 示例一厂 | enterprise | d1 | 示例甲区 | 面料 | 不满意 | 10 | 40 | 0.25",
          "Q1 | enterprise:E1 | 示例一厂 | enterprise | d1 | 示例甲区 | 尺码 | 满意 | 25 | 25 | 1.0",
          "Q1 | enterprise:E1 | 示例一厂 | enterprise | d1 | 示例甲区 | 尺码 | 不满意 | 0 | 25 | 0.0",
          "Q2 | park:P1 | 示例园 | park | d1 | 示例甲区 | 面料 | 满意 | 7 | 7 | 1.0",
          "Q3 | district:d2 | 示例乙市 | district | d2 | 示例乙市 | 面料 | 满意 | 0 | 0 | ",
        ])
  }

  @Test func aWorkNamesWhoRepostedIt() throws {
    let store = try store(
      "publicity.csv",
      """
      code,subject,title,form,date,outlet,reposted_by
      U1,district:d1,连环画一,连环画,2022-05-12,区报,c报;a报;b报
      U2,enterprise:E2,歌曲二,歌曲,2022-05-13,,
      U3,park:P1,专栏三,专栏,2022-05-14,,省报

      """)
    #expect(
      try store.rows(
        """
        SELECT code, title, form, subject, subject_name, scope, district, district_name, date, outlet, reposts, reposted_by
        FROM publicity_reach ORDER BY code
        """) == [
          "U1 | 连环画一 | 连环画 | district:d1 | 示例甲区 | district | d1 | 示例甲区 | 2022-05-12 | 区报 | 3 | a报;b报;c报",
          "U2 | 歌曲二 | 歌曲 | enterprise:E2 | 示例二厂 | enterprise | d2 | 示例乙市 | 2022-05-13 |  | 0 | ",
          "U3 | 专栏三 | 专栏 | park:P1 | 示例园 | park | d1 | 示例甲区 | 2022-05-14 |  | 1 | 省报",
        ])
  }
}
