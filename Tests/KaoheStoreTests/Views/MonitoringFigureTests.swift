import GRDB
import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// Figures as numbers, and what follows from them.
@Suite struct MonitoringFigureTests {
  // MARK: metric_number

  @Test func aFigureIsTheNumberThatItsTextMeans() throws {
    let store = try Store.inMemory()
    try store.importing(
      .base.with(
        .file(
          "metrics.csv",
          """
          subject,year,metric,value,unit
          district:d1,2022,a,1041,人
          district:d1,2022,b,-3.50,
          district:d1,2022,c,+7,
          district:d1,2022,d,85%,
          district:d1,2022,e,-0.5%,
          district:d1,2022,f,45/60,
          district:d1,2022,g,-1/4,
          district:d1,2022,h,5/0,
          district:d1,2022,i,007.0,
          enterprise:E1,2022,j,1,
          park:P1,2021,k,2,家

          """)))
    #expect(
      try store.rows("SELECT metric, value, number, unit FROM metric_number WHERE scope = 'district' ORDER BY 1") == [
        "a | 1041 | 1041.0 | 人", "b | -3.50 | -3.5 | ", "c | +7 | 7.0 | ", "d | 85% | 0.85 | ", "e | -0.5% | -0.005 | ",
        "f | 45/60 | 0.75 | ", "g | -1/4 | -0.25 | ", "h | 5/0 |  | ", "i | 007.0 | 7.0 | ",
      ])
    #expect(
      try store.rows(
        """
        SELECT subject, subject_name, scope, district, district_name, year FROM metric_number
        WHERE scope <> 'district' ORDER BY 1
        """) == [
          "enterprise:E1 | 示例一厂 | enterprise | d1 | 示例甲区 | 2022",
          "park:P1 | 示例园 | park | d1 | 示例甲区 | 2021",
        ])
  }

  /// What SQLite alone would take for 85, 1 and 12.
  @Test(arguments: [
    "８５", "85％", "1,041", "12人", "约12", " 12", "12 ", "12\n", "1e5", "0x1F", "5.", ".5", "1.2.3", "5%%", "%5", "1.5/2",
    "1/2/3", "3/-4", "/5", "5/", "--5", "+", "-", "一百", "1/2%", "Inf", "NaN",
  ])
  func whatIsNoNumberHasNone(value: String) throws {
    let database = try SchemaDatabase()
    try database.execute("UPDATE metric SET value = '\(value)'")
    #expect(try database.rows("SELECT value, number IS NULL FROM metric_number") == ["\(value) | 1"])
  }

  @Test func aFigureIsReadAsImportsReadIt() throws {
    var generator = SeededGenerator(seed: 18)
    let texts = (0..<3000).map { _ in
      let length = Int.random(in: 1...6, using: &generator)
      return String((0..<length).compactMap { _ in "012359.%/+-, 点".randomElement(using: &generator) })
    }
    let database = try SchemaDatabase()
    // Without the audit log, which this is not about.
    try database.execute("DELETE FROM metric; DROP TRIGGER audit_metric_insert")
    try database.queue.write { connection in
      for (index, text) in texts.enumerated() {
        try connection.execute(
          sql: "INSERT INTO metric (district, year, metric, value) VALUES ('d1', 2022, ?, ?)", arguments: [index, text])
      }
    }
    let numbers = try database.queue.read {
      try Optional<Double>.fetchAll($0, sql: "SELECT number FROM metric_number ORDER BY CAST(metric AS INTEGER)")
    }
    try #require(numbers.count == texts.count)
    for (text, number) in zip(texts, numbers) {
      let value = (try? NumberText.parse(text))?.value
      #expect(number.map { Int(($0 * 1e6).rounded()) } == value.map { Int($0.micro) }, "\(text)")
    }
    #expect(numbers.count { $0 != nil } > 300)
  }

  // MARK: worker_quantities

  private static let metrics = """
    subject,year,metric,value,unit
    district:d1,2021,employees,1000,人
    district:d1,2021,average_wage,80000,元
    district:d1,2021,skilled_workers,200,人
    district:d1,2021,high_skilled_workers,50,人
    district:d1,2021,disputes,12,件
    district:d1,2022,employees,1200,人
    district:d1,2022,average_wage,90000,元
    district:d1,2022,skilled_workers,300,人
    district:d1,2022,high_skilled_workers,120,人
    district:d1,2022,union_members,1080,人
    district:d1,2022,disputes,9,件
    district:d1,2022,disputes_settled,8,件
    district:d1,2022,new_certificates,77,本
    district:d1,2024,average_wage,95000,元
    enterprise:E2,2022,employees,0,人
    enterprise:E2,2022,skilled_workers,0,人
    enterprise:E2,2022,high_skilled_workers,0,人
    enterprise:E2,2022,union_members,0,人
    park:P1,2021,average_wage,0,元
    park:P1,2022,average_wage,5,元

    """

  private func store(_ metrics: String = metrics) throws -> Store {
    let store = try Store.inMemory()
    try store.importing(.base.with(.file("metrics.csv", metrics)))
    return store
  }

  @Test func theFourQuantitiesStandBesideLastYears() throws {
    let store = try store()
    #expect(
      try store.rows(
        """
        SELECT employees, employees_last_year, average_wage, average_wage_last_year, wage_growth,
          skilled_workers, high_skilled_workers, union_members, disputes, disputes_last_year, disputes_settled
        FROM worker_quantities WHERE subject = 'district:d1' ORDER BY year
        """) == [
          "1000.0 |  | 80000.0 |  |  | 200.0 | 50.0 |  | 12.0 |  | ",
          "1200.0 | 1000.0 | 90000.0 | 80000.0 | 0.125 | 300.0 | 120.0 | 1080.0 | 9.0 | 12.0 | 8.0",
          // Nothing is known of 2023; 2022 is not the year before.
          " |  | 95000.0 |  |  |  |  |  |  |  | ",
        ])
  }

  @Test func highSkilledWorkersAreAShareOfTheSkilled() throws {
    let store = try store()
    #expect(
      try store.rows(
        """
        SELECT year, skilled_share, skilled_share_last_year, high_skilled_share, high_skilled_share_last_year, union_rate
        FROM worker_quantities WHERE subject = 'district:d1' ORDER BY year
        """) == [
          "2021 | 0.2 |  | 0.25 |  | ",
          "2022 | 0.25 | 0.2 | 0.4 | 0.25 | 0.9",
          "2024 |  |  |  |  | ",
        ])
  }

  @Test func nothingIsDividedByZero() throws {
    let store = try store()
    #expect(
      try store.rows(
        """
        SELECT subject, subject_name, scope, district, district_name, employees, skilled_share, high_skilled_share,
          union_rate, average_wage_last_year, wage_growth
        FROM worker_quantities WHERE scope <> 'district' AND year = 2022 ORDER BY subject
        """) == [
          "enterprise:E2 | 示例二厂 | enterprise | d2 | 示例乙市 | 0.0 |  |  |  |  | ",
          "park:P1 | 示例园 | park | d1 | 示例甲区 |  |  |  |  | 0.0 | ",
        ])
  }

  /// 12万人 and 1080人 are no 90 members an employee.
  @Test func figuresInDifferentUnitsAreNotCompared() throws {
    let store = try store(
      """
      subject,year,metric,value,unit
      district:d1,2021,employees,1000,人
      district:d1,2021,skilled_workers,200,人
      district:d1,2021,average_wage,80000,元
      district:d1,2022,employees,12,万人
      district:d1,2022,skilled_workers,30000,人
      district:d1,2022,average_wage,9,万元
      district:d2,2021,average_wage,8,
      district:d2,2022,average_wage,9,万元
      district:d2,2022,employees,1000,
      district:d2,2022,union_members,900,人

      """)
    #expect(
      try store.rows(
        """
        SELECT district, year, people_unit, employees, employees_last_year, skilled_share, skilled_share_last_year,
          union_rate, wage_unit, average_wage, average_wage_last_year, wage_growth
        FROM worker_quantities ORDER BY 1, 2
        """) == [
          "d1 | 2021 | 人 | 1000.0 |  | 0.2 |  |  | 元 | 80000.0 |  | ",
          "d1 | 2022 | 万人,人 | 12.0 |  |  | 0.2 |  | 万元 | 9.0 |  | ",
          "d2 | 2021 |  |  |  |  |  |  |  | 8.0 |  | ",
          // Where no unit is written, it is that of the others.
          "d2 | 2022 | 人 | 1000.0 |  |  |  | 0.9 | 万元 | 9.0 | 8.0 | 0.125",
        ])
  }

  @Test func oneFigureThatIsNoNumberTakesItsRatesWithIt() throws {
    let store = try store()
    try store.executeAsOther("UPDATE metric SET value = '1,200' WHERE metric = 'employees' AND year = 2022")
    #expect(
      try store.rows(
        """
        SELECT employees, employees_last_year, skilled_share, union_rate, high_skilled_share, wage_growth
        FROM worker_quantities WHERE subject = 'district:d1' AND year = 2022
        """) == [" | 1000.0 |  |  | 0.4 | 0.125"])
  }

  @Test func aYearOfAnyFigureHasARow() throws {
    let store = try store("subject,year,metric,value,unit\npark:P1,2020,new_certificates,3,本\n")
    #expect(
      try store.rows("SELECT subject, year, employees, average_wage, people_unit FROM worker_quantities")
        == ["park:P1 | 2020 |  |  | "])
  }
}
