import KaoheRules
import KaoheScoring

extension QueryProblem {
  /// Parameters of the SQL that have no value.
  static func missing(parameters: [String], of all: [String]) -> QueryProblem {
    let example = parameters.map { "--with \(typed($0))=…" }.joined(separator: " ")
    return QueryProblem(
      "missing-parameter",
      Bilingual(
        "参数没有值：\(parameters.joined(separator: "、"))", en: "no value for \(parameters.joined(separator: ", "))"),
      hint: Bilingual("这样给：\(example)", en: "give it with \(example)"))
  }

  /// A value for a parameter that the SQL does not have.
  static func unknown(parameter: String, known: [String]) -> QueryProblem {
    let names = known.map(typed)
    let name = parameter.drop { ":@$?".contains($0) }
    let problem = Bilingual("没有参数 \(parameter)", en: "there is no parameter \(parameter)")
    if let meant = Suggestion.nearest(to: String(name), among: names) {
      return QueryProblem("unknown-parameter", problem, hint: Suggestion.hint(meant))
    }
    let hint =
      names.isEmpty
      ? Bilingual("这条 SQL 没有参数", en: "this SQL has none")
      : Bilingual("参数有：\(names.joined(separator: "、"))", en: "there are: \(names.joined(separator: ", "))")
    return QueryProblem("unknown-parameter", problem, hint: hint)
  }

  /// As it is typed behind `--with`: without its sign.
  private static func typed(_ name: String) -> String { String(name.dropFirst()) }
}
