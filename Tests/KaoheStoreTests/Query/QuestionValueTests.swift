import KaoheQuestions
import Testing

@testable import KaoheStore

/// Values of a saved question that nothing can be found with.
@Suite struct QuestionValueTests {
  private func problem(_ question: String, _ values: [String: String]) throws -> QueryProblem? {
    let store = try Store.withBase()
    do {
      try store.check(values, of: SavedQuestion.named(question))
      return nil
    } catch let problem as QueryProblem {
      return problem
    }
  }

  @Test(arguments: [
    ("points-lost", "assessment", "2099", "there is no assessment 2099", "there are: 2022"),
    ("points-lost", ":assessment", "'2099'", "there is no assessment 2099", "there are: 2022"),
    ("overdue-findings", "assessment", "昨天", "there is no assessment 昨天", "there are: 2022"),
    ("where-lost", "district", "无此区", "there is no district 无此区", "there are: d1 示例甲区, d2 示例乙市"),
    ("where-lost", "district", "示例丙市", "there is no district 示例丙市", "did you mean `示例乙市`?"),
    ("coverage-gaps", "year", "22", "22 is no year", "write four digits, e.g. 2022"),
    ("coverage-gaps", "year", "今年", "今年 is no year", "write four digits, e.g. 2022"),
  ])
  func refused(question: String, name: String, value: String, english: String, hint: String) throws {
    let problem = try problem(question, [name: value])
    #expect(problem?.problem.english == english)
    #expect(problem?.hint?.english == hint)
  }

  @Test(arguments: [
    "昨天", "2023-3-1", "2022", "2022.5", "now", "2023-02-30", "2023-13-01", "2023-03-01 25:00", "2023-03-01 8:00",
    "2023-03-01T08:00:00+08:00", "2023-03-01Z", "２０２３-03-01", " 2023-03-01",
  ])
  func notMoments(value: String) throws {
    for (question, name) in [("as-of", "at"), ("roster-as-of", "at"), ("changed-since", "since")] {
      let problem = try problem(question, [name: value])
      #expect(problem?.code == "invalid-moment")
      #expect(problem?.problem.chinese == "\(name)=\(value)：不是日期或时刻")
      #expect(problem?.hint?.chinese.hasPrefix("按 UTC 写成 2023-03-01、") == true)
    }
  }

  @Test(arguments: [
    "2023-03-01", "2024-02-29", "2023-03-01 08:00", "2023-03-01 08:00:30", "2023-03-01T08:00Z",
    "2023-03-01T08:00:30.123Z", "'2023-03-01'", "", "''",
  ])
  func moments(value: String) throws {
    #expect(try problem("as-of", ["at": value]) == nil)
    #expect(try problem("changed-since", ["@since": value]) == nil)
  }

  /// Those that are not the question's are told when it is asked.
  @Test(arguments: [
    ["assessment": "2022", "district": "示例甲区"], ["district": "d2"], ["assessment": "", "district": ""], [:],
    ["year": "昨天"],
  ])
  func fine(values: [String: String]) throws {
    #expect(try problem("where-lost", values) == nil)
  }
}
