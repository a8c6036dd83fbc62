import GRDB
import KaoheQuestions
import Testing

@testable import KaoheStore

/// What the saved questions answer on the demo: numbers that `kaohe explain` gives, or that were counted by hand.
/// Those that look back are tested in HistoryQuestionTests.
@Suite struct SavedQuestionTests {
  /// The losses of C1 in `kaohe explain 2021 … C1`: 208/75 + 184/75 + 8/3 + 104/75 + 0 + 16/15 + 7352/2875 + 24/5.
  @Test func pointsLost() throws {
    let store = try Store.withDemo()
    let rows = try store.ask(
      "points-lost", ["assessment": 2021],
      showing: "assessment leaf section points lost mean_lost districts_that_lost districts")
    #expect(rows[0] == "2021 | C1 | C | 12.0 | 17.703884 | 2.212986 | 7 | 8")
    // A leaf that is not applicable in one of the eight.
    #expect(try store.ask("points-lost", showing: "leaf districts").contains("F1.2 | 7"))
  }

  @Test func whereLost() throws {
    let store = try Store.withDemo()
    let rows = try store.ask("where-lost", ["district": "惠山区"])
    #expect(Set(rows.map { $0["district"] }) == ["320206"])
    func cell(_ leaf: String, _ column: String) -> String? { rows.first { $0["leaf"] == leaf }?[column] }
    #expect(cell("A3.1", "lost") == "0.3")
    #expect(cell("A3.1", "why") == "惠山区：一份师徒合同缺签字页")
    // No deductions, but reasons: eight visits, those in June first.
    #expect(cell("C2.1", "lost") == "1.421875")
    let reasons = cell("C2.1", "why")?.split(separator: "；无锡")
    #expect(reasons?.count == 8)
    #expect(reasons?[0] == "无锡惠风叶片有限公司：半年数据37/50，年底再看")
    #expect(reasons?.last == "洛城数控机床有限公司：今年新招焊工多，持证率下降，40人中30人")
  }

  /// Of the sites that have all the points none; ten at most, and a sign where there are more.
  @Test func whereLostIsBounded() throws {
    let store = try Store.withDemo()
    let long = try store.ask("where-lost", showing: "why").filter { $0.hasSuffix("；…") }
    #expect(long.count == 4)
    try store.executeAsOther(
      """
      UPDATE observation SET reason = '满分'
      FROM visit AS v JOIN site_score AS s ON s.assessment = v.assessment AND s.subject = v.subject
      WHERE v.code = observation.visit AND s.leaf = observation.indicator AND s.score = s.points
      """)
    #expect(try store.ask("where-lost", showing: "why").allSatisfy { !$0.contains("满分") })
  }

  /// A3.1-2 takes 0.2 each time, A3.1-1 0.3.
  @Test func recurringDeductions() throws {
    #expect(
      try Store.withDemo().ask(
        "recurring-deductions", showing: "assessment leaf item districts of_districts count points") == [
          "2022 | A3.1 | A3.1-2 | 7 | 8 | 9 | 1.8", "2022 | A3.1 | A3.1-1 | 6 | 8 | 8 | 2.4",
        ])
    let names = try Store.withDemo().ask("recurring-deductions", showing: "district_names")[1]
    #expect(names == "惠山区、滨湖区、梁溪区、新吴区、宜兴市、无锡经济技术开发区")
  }

  @Test func movers() throws {
    let rows = try Store.withDemo().ask(
      "movers",
      showing: "assessment rank district district_name total previous previous_rank previous_total rank_change change")
    #expect(rows.count == 8)
    #expect(rows[1] == "2022 | 2 | 320206 | 惠山区 | 92.08 | 2021 | 3 | 90.71 | 1 | 1.37")
  }

  /// PK12: 3 of 5 parties, 30 of 36 enterprises, 2106 of 2600 employees; the year before 1922 of 2496.
  @Test func coverageGaps() throws {
    let store = try Store.withDemo()
    let columns = "year district park coordination_rate benefit_rate employees_not_reached benefit_change"
    let rows = try store.ask("coverage-gaps", showing: columns)
    #expect(rows.count == 12)
    #expect(rows[0] == "2022 | wxjkq | PK12 | 0.6 | 0.81 | 494 | 0.039968")
    // What is not known does not come first: of PK12 one rate is left, of PK11 none.
    try store.executeAsOther(
      "UPDATE coverage SET parties = 0, parties_coordinating = 0 WHERE park IN ('PK11', 'PK12') AND year = 2022")
    try store.executeAsOther(
      """
      UPDATE coverage SET employees = 0, employees_benefiting = 0, enterprises = 0, enterprises_participating = 0
      WHERE park = 'PK11' AND year = 2022
      """)
    let parks = try store.ask("coverage-gaps", showing: "park")
    #expect(parks.last == "PK11" && parks.count == 12)
    #expect(try #require(parks.firstIndex(of: "PK12")) > 3)
  }

  /// As counted over the roster and `subject_score`, without the views.
  @Test func stationEffect() throws {
    #expect(
      try Store.withDemo().ask("station-effect", showing: "assessment kind enterprises visited share_of_points") == [
        "2022 | 园区有站 · with a station | 17 | 16 | 0.8473", "2022 | 不在园区 · in no park | 21 | 10 | 0.7959",
        "2022 | 园区无站 · without a station | 2 | 2 | 0.7937",
      ])
  }

  /// The means are those of `inspection_score`; (16 × 2.55 + 8 × 1.875) ÷ 24 = 2.325.
  @Test func stricterGroup() throws {
    let rows = try Store.withDemo().ask("stricter-group").filter { $0["leaf"] == "F1.2" }.map { row in
      [
        "inspection_group", "visits", "mean_score", "city_mean_score", "difference", "others_visits",
        "others_mean_score",
        "others_difference", "spread",
      ].map { row[$0] ?? "?" }.joined(separator: " | ")
    }
    #expect(
      rows == [
        "G2 | 8 | 1.875 | 2.325 | -0.45 | 16 | 2.55 | -0.675 | 0.675",
        "G1 | 16 | 2.55 | 2.325 | 0.225 | 8 | 1.875 | 0.675 | 0.675",
      ])
  }

  /// Problems of both years, open and due before 2026.
  @Test func overdueFindings() throws {
    let store = try Store.withDemo()
    let rows = try store.ask("overdue-findings", showing: "assessment district code indicator due")
    #expect(rows.count == 19)
    #expect(rows[0] == "2021 | wxjkq | W21-029 | A1 | 2022-06-30")
    #expect(
      try store.ask("overdue-findings", ["assessment": "2021"], showing: "code") == ["W21-029", "W21-021"])
  }

  @Test func notFinal() throws {
    let store = try Store.withDemo()
    #expect(try store.ask("not-final").isEmpty)
    try store.recording("UPDATE visit SET status = 'submitted' WHERE code = 'V22-N-wxjkq'")
    #expect(
      try store.ask("not-final", showing: "assessment kind district district_name subject") == [
        "2022 | unconfirmed_visit | wxjkq | 无锡经济技术开发区 | V22-N-wxjkq"
      ])
  }

  /// What another program changed shows wherever a result is shown.
  @Test func staleResults() throws {
    let store = try Store.withDemo()
    let questions = ["points-lost", "where-lost", "recurring-deductions", "movers", "station-effect", "stricter-group"]
    for name in questions { #expect(try store.ask(name, showing: "stale").allSatisfy { $0 == "0" }, "\(name)") }
    try store.executeAsOther("UPDATE observation SET value = '2' WHERE visit = 'V22-N-320206' AND item = 'A3.1-1'")
    for name in questions { #expect(try store.ask(name, showing: "stale").contains("1"), "\(name)") }
    let stale = try store.ask("where-lost").filter { $0["stale"] == "1" }
    #expect(Set(stale.map { $0["district"] }) == ["320206"])
  }

  /// A shell may bind a code as a number.
  @Test(arguments: SavedQuestion.all.flatMap { question in question.parameters.map { (question.name, $0.name) } })
  func numbersAndTexts(question: String, parameter: String) throws {
    let store = try Store.withDemo()
    // Something that is not final.
    try store.recording("UPDATE visit SET status = 'submitted' WHERE code = 'V21-N-wxjkq'")
    switch parameter {
    case "assessment", "year":
      let rows = try store.ask(question, [parameter: "2021"])
      #expect(!rows.isEmpty)
      #expect(rows.allSatisfy { [$0["assessment"], $0["year"]].contains("2021") || question == "changed-since" })
      #expect(try store.ask(question, [parameter: 2021]) == rows)
      #expect(try store.ask(question, [parameter: ""]) == store.ask(question))
      #expect(try store.ask(question, [parameter: "2099"]).allSatisfy { $0["assessment"] == "NULL" })
    case "district":
      let rows = try store.ask(question, [parameter: "320206"])
      #expect(!rows.isEmpty && rows.allSatisfy { $0["district"] == "320206" })
      #expect(try store.ask(question, [parameter: 320206]) == rows)
      #expect(try store.ask(question, [parameter: "惠山区"]) == rows)
      #expect(try store.ask(question, [parameter: ""]) == store.ask(question))
    default:
      #expect(["at", "since"].contains(parameter))
      let moment = parameter == "at" ? "2999-01-01" : "2001-01-01"
      #expect(try !store.ask(question, [parameter: moment]).isEmpty)
      #expect(try store.ask(question, [parameter: "\(moment) 00:00"]) == store.ask(question, [parameter: moment]))
      // None of these is read as a count of days.
      for value in ["昨天", "2023-3-1", "2022", "0"] { #expect(try store.ask(question, [parameter: value]).isEmpty) }
      #expect(try store.ask(question, [parameter: 2022]).isEmpty)
      #expect(try store.ask(question, [parameter: 9_999_999]).isEmpty)
    }
  }

  /// What a question is about stands first, and one idea has one name.
  @Test func columns() throws {
    let store = try Store.withDemo()
    for question in SavedQuestion.all {
      let columns = try store.read { try $0.makeStatement(sql: question.sql).columnNames }
      #expect(columns[0] == (question.name == "coverage-gaps" ? "year" : "assessment"), "\(question.name)")
      #expect(columns.contains("district") == columns.contains("district_name"), "\(question.name)")
      #expect(columns.contains("leaf") == columns.contains("title"), "\(question.name)")
      #expect(columns.firstIndex(of: "stale").map { $0 == columns.count - 1 } ?? true, "\(question.name)")
      #expect(Set(columns).count == columns.count)
    }
    #expect(SavedQuestion.all.count == 12)
  }
}
