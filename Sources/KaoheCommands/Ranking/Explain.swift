import ArgumentParser
import KaoheReports
import KaoheScoring
import KaoheStore

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "逐条说明一个地区的得分 · every step from observations to a district's total")

  @Argument(help: "考核代码 · the assessment")
  var assessment: String

  @Argument(help: "地区代码，或不含歧义的名称 · the district's code, or its unambiguous name")
  var district: String

  @Argument(help: "只说明这个指标 · only this section or leaf")
  var indicator: String?

  @Flag(help: "按失分多少排列 · sorted by points lost, the most first")
  var losses = false

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let store = try Store.open(options.path)
      let explanation = try store.explanation(of: district, in: assessment, session: options.session("explain"))
      if let indicator, explanation.ruleSet.leaves(under: indicator) == nil {
        let codes = explanation.ruleSet.leaves.map(\.code)
        throw StoreError(
          "unknown-indicator",
          Bilingual(
            "细则 \(explanation.ruleSet.code) 没有指标 \(indicator)",
            en: "the rule set \(explanation.ruleSet.code) has no indicator \(indicator)"),
          hint: Bilingual(
            "考核要点有 \(codes.joined(separator: "、"))", en: "its leaves are \(codes.joined(separator: ", "))"))
      }
      try write(
        explanation.rendered(
          as: output.format, language: options.language, indicator: indicator, losses: losses, width: output.width,
          color: output.color))
    }
  }
}
