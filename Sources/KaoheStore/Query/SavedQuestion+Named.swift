import KaoheQuestions
import KaoheRules
import KaoheScoring

extension SavedQuestion {
  public static func named(_ name: String) throws(QueryProblem) -> SavedQuestion {
    if let found = all.first(where: { $0.name == name }) { return found }
    throw QueryProblem(
      "unknown-question", Bilingual("没有保存的问题 \(name)", en: "there is no saved question \(name)"),
      hint: Suggestion.nearest(to: name, among: all.map(\.name)).map(Suggestion.hint)
        ?? Bilingual("清单见 `kaohe query --list`", en: "`kaohe query --list` lists them"))
  }
}
