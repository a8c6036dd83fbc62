import ArgumentParser
import KaoheRules
import KaoheScoring
import KaoheStore

struct RulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "检查细则文件，列出全部问题 · check a rule file, and list every problem in it",
    discussion: """
      作者写的 examples 逐个计算核对。不需要数据库。
      The authors' examples are computed and compared. No database is needed.
      """)

  @Argument(help: "细则文件（YAML）· a rule file", completion: .file(extensions: ["yaml"]))
  var file: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      guard let bytes = RuleFileBytes.read(file, takesPipes: true) else {
        throw StoreError(
          "no-file", Bilingual("打不开文件 \(file)", en: "can't open the file \(file)"),
          hint: Bilingual("检查路径", en: "check its path"))
      }
      let rules = try RuleFile.read(bytes: bytes, file: file).ruleSet
      let examples = rules.leaves.map(\.examples.count).reduce(0, +)
      options.say(
        Bilingual(
          "\(file) 没有问题：\(rules.code)，\(rules.title)，\(rules.leaves.count) 个考核要点，\(examples) 个示例",
          en: "\(file) is sound: \(rules.code), \(rules.title), \(rules.leaves.count) leaves, \(examples) examples"))
    }
  }
}
