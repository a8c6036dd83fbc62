import ArgumentParser
import KaoheReports
import KaoheRules
import KaoheScoring
import KaoheStore

struct RulesDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "两套细则的差别 · how two rule sets differ")

  @Argument(help: "细则代码 · a rule set's code")
  var old: String

  @Argument(help: "另一套细则的代码 · another's code")
  var new: String

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let store = try Store.open(options.path)
      let difference = RuleSetDifference(try store.ruleSet(old).rules, try store.ruleSet(new).rules)
      if difference.lines.isEmpty, output.format == .table {
        return options.say(Bilingual("两套细则没有差别", en: "the two rule sets do not differ"))
      }
      let listing = Listing(
        columns: [
          .init("code", Bilingual("代码", en: "code")), .init("what", Bilingual("项目", en: "what")),
          .init("old", Bilingual(old, en: old), wraps: true), .init("new", Bilingual(new, en: new), wraps: true),
        ],
        rows: difference.lines.map {
          [
            $0.code, $0.what.text(in: options.language), $0.old.text(in: options.language),
            $0.new.text(in: options.language),
          ]
        })
      try output.write(listing, options.language)
    }
  }
}
