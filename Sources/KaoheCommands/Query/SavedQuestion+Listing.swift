import KaoheQuestions
import KaoheReports
import KaoheScoring
import KaoheStore

extension SavedQuestion {
  /// All of them. For people in their language, with what the parameters mean; in files with the parameters' names.
  static func listing(_ language: Language, isForPeople: Bool) -> Listing {
    Listing(
      columns: [
        .init("name", Bilingual("名称", en: "name"), isKey: true),
        .init("title_zh", Bilingual("问题", en: ""), wraps: true, isForFiles: language != .chinese),
        .init("title_en", Bilingual("", en: "question"), wraps: true, isForFiles: language != .english),
        .init("parameters", Bilingual("参数", en: "parameters"), wraps: true),
      ],
      rows: all.map { question in
        let parameters = question.parameters.map { parameter in
          isForPeople ? "\(parameter.name): \(parameter.meaning.text(in: language))" : parameter.name
        }
        return [
          question.name, question.title.chinese, question.title.english,
          parameters.joined(separator: isForPeople ? "; " : ";"),
        ]
      })
  }
}
