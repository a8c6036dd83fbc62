import ArgumentParser

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "评价考核细则 · evaluation rules",
    subcommands: [RulesCheck.self, RulesList.self, RulesShow.self, RulesDiff.self])
}
