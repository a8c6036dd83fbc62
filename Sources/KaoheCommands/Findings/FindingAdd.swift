import ArgumentParser
import KaoheScoring
import KaoheStore

struct FindingAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "登记督查发现的问题、亮点或创新 · record what a visit found",
    discussion: "打印新的代码。外勤副本给出的代码与办公室的不会重复。\nPrints the new code. Codes that field copies give never clash.")

  @Argument(help: "督查代码 · the visit")
  var visit: String

  @Option(help: "问题 problem、亮点 highlight 或创新 innovation · what it is")
  var kind: FindingKind

  @Option(help: "发现了什么 · what was found")
  var text: String

  @Option(help: "所属指标 · the indicator that it belongs to")
  var indicator: String?

  @Option(help: "整改要求 · what has to be done")
  var requirement: String?

  @Option(help: "整改期限，YYYY-MM-DD · by when")
  var due: String?

  @Option(help: "责任单位或责任人 · who has to put it right")
  var responsible: String?

  @Option(help: "台账编号，可重复 · code of evidence; may be repeated")
  var evidence: [String] = []

  @Option(help: "代码，默认自动编号 · its code; numbered by default")
  var code: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let code = try Store.open(options.path).add(
        NewFinding(
          visit: visit, kind: kind, text: text, indicator: indicator, requirement: requirement, due: due,
          responsible: responsible, evidence: evidence, code: code), session: options.session("finding add"))
      options.say(Bilingual(code, en: code))
    }
  }
}
