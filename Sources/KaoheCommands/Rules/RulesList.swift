import ArgumentParser
import KaoheReports
import KaoheScoring
import KaoheStore

struct RulesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "已导入的细则 · the rule sets that were imported")

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let sets = try Store.open(options.path).ruleSets()
      let listing = Listing(
        columns: [
          .init("code", Bilingual("代码", en: "code")), .init("title", Bilingual("标题", en: "title"), wraps: true),
          .init("year", Bilingual("年度", en: "year"), isNumber: true),
          .init("leaves", Bilingual("考核要点", en: "leaves"), isNumber: true),
          .init("assessments", Bilingual("用于考核", en: "assessments")),
          .init("content_sha256", Bilingual("内容哈希", en: "content SHA-256")),
        ],
        rows: sets.map { set in
          [
            set.code, set.title, "\(set.year)", "\(set.leaves)", set.assessments.joined(separator: " "),
            output.format == .table ? String(set.contentHash.prefix(12)) : set.contentHash,
          ]
        })
      try output.write(listing, options.language)
    }
  }
}
