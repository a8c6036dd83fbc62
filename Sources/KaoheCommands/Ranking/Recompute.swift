import ArgumentParser
import KaoheScoring
import KaoheStore

struct Recompute: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recompute",
    abstract: "从全部记录重算一次考核 · evaluate every observation anew and replace the derived rows")

  @Argument(help: "考核代码 · the assessment")
  var assessment: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let store = try Store.open(options.path)
      let count = try store.recompute(assessment, session: options.session("recompute"))
      options.say(
        Bilingual("已重算 \(assessment)：\(count) 个地区", en: "recomputed \(assessment): \(count) districts"))
    }
  }
}
