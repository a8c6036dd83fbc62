import GRDB
import KaoheQuestions
import KaoheRules
import KaoheScoring

extension Store {
  /// Refuses values of a saved question's parameters that nothing can be found with: the question would answer with no
  /// rows, as where there is nothing to tell. A value that is empty is none, and says nothing.
  ///
  /// What a value has to be follows from the parameter's name, which means the same in all questions.
  ///
  /// - Parameter values: as they are typed, by name.
  /// - Throws: `QueryProblem` that says what there is, or how it is written.
  public func check(_ values: [String: String], of question: SavedQuestion) throws {
    for parameter in question.parameters {
      let names = [parameter.name] + ":@$".map { "\($0)\(parameter.name)" }
      guard let typed = names.compactMap({ values[$0] }).first else { continue }
      let value = QueryArgument.text(typed: typed)
      if value.isEmpty { continue }
      if let found = try read({ try mistake(parameter.name, value, $0) }) { throw found }
    }
  }

  private func mistake(_ parameter: String, _ value: String, _ database: Database) throws -> QueryProblem? {
    switch parameter {
    case "assessment":
      let known = try AssessmentRecord.codes(database)
      return known.contains(value) ? nil : .unknownAssessment(value, known: known)
    case "district":
      let known = try Row.fetchAll(database, sql: "SELECT code, name FROM district ORDER BY code")
        .map { (code: $0["code"] as String, name: $0["name"] as String) }
      return known.contains { [$0.code, $0.name].contains(value) } ? nil : .unknownDistrict(value, known: known)
    case "year":
      return value.wholeMatch(of: #/[0-9]{4}/#) == nil ? .notYear(value) : nil
    case "at", "since":
      return try isMoment(value, database) ? nil : .notMoment(parameter, value)
    default: return nil
    }
  }

  /// Whether it is a day of the calendar, alone or with a time of day. SQLite alone would take a number for a count of
  /// days, and the 30th of February for the 2nd of March.
  private func isMoment(_ value: String, _ database: Database) throws -> Bool {
    let form = #/[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?Z?)?/#
    if value.wholeMatch(of: form) == nil { return false }
    let sql = "SELECT date(:day, '+0 days') IS :day AND julianday(:moment) IS NOT NULL"
    let arguments: StatementArguments = ["day": String(value.prefix(10)), "moment": value]
    return try Bool.fetchOne(database, sql: sql, arguments: arguments) ?? false
  }
}

extension QueryArgument {
  /// What is typed, without the quotes that say that it is a text.
  fileprivate static func text(typed: String) -> String {
    if case .text(let text) = QueryArgument(typed) { return text }
    return typed
  }
}

extension QueryProblem {
  fileprivate static func unknownAssessment(_ code: String, known: [String]) -> QueryProblem {
    QueryProblem(
      "unknown-assessment", Bilingual("没有考核 \(code)", en: "there is no assessment \(code)"),
      hint: known.isEmpty ? Bilingual("还没有任何考核", en: "there is none yet") : list(known))
  }

  fileprivate static func unknownDistrict(_ value: String, known: [(code: String, name: String)]) -> QueryProblem {
    // Codes that are near each other belong to others: only a name can be meant.
    let most = 20
    let some = known.prefix(most).map { "\($0.code) \($0.name)" } + (known.count > most ? ["…"] : [])
    return QueryProblem(
      "unknown-district", Bilingual("没有市(县)区 \(value)", en: "there is no district \(value)"),
      hint: known.isEmpty
        ? Bilingual("还没有任何市(县)区", en: "there is none yet")
        : Suggestion.nearest(to: value, among: known.map(\.name)).map(Suggestion.hint) ?? list(some))
  }

  fileprivate static func notYear(_ value: String) -> QueryProblem {
    QueryProblem(
      "invalid-year", Bilingual("\(value) 不是年度", en: "\(value) is no year"),
      hint: Bilingual("写成四位数字，如 2022", en: "write four digits, e.g. 2022"))
  }

  fileprivate static func notMoment(_ parameter: String, _ value: String) -> QueryProblem {
    QueryProblem(
      "invalid-moment",
      Bilingual("\(parameter)=\(value)：不是日期或时刻", en: "\(parameter)=\(value): this is no date or moment"),
      hint: Bilingual(
        "按 UTC 写成 2023-03-01、2023-03-01 08:00、2023-03-01 08:00:30 或 2023-03-01T08:00:30Z",
        en: "write it in UTC: 2023-03-01, 2023-03-01 08:00, 2023-03-01 08:00:30 or 2023-03-01T08:00:30Z"))
  }

  private static func list(_ known: [String]) -> Bilingual {
    Bilingual("有：\(known.joined(separator: "、"))", en: "there are: \(known.joined(separator: ", "))")
  }
}
