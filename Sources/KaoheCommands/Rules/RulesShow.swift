import ArgumentParser
import KaoheReports
import KaoheRules
import KaoheScoring
import KaoheStore

struct RulesShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "一套细则的指标、分值和评分标准 · the indicators, points and standards of a rule set")

  @Argument(help: "细则代码 · the rule set's code")
  var code: String

  @Flag(help: "原样打印导入的文件 · print the file as it was imported")
  var source = false

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let (rules, text) = try Store.open(options.path).ruleSet(code)
      if source { return try write(Terminal.isOutput ? TerminalText.escapedLines(text) : text) }
      let listing = Listing(
        title: Bilingual("\(rules.title)（\(rules.code)）", en: "\(rules.title) (\(rules.code))"),
        columns: [
          .init("code", Bilingual("代码", en: "code")), .init("title", Bilingual("指标", en: "indicator")),
          .init("points", Bilingual("分值", en: "points"), isNumber: true),
          .init("scope", Bilingual("对象", en: "scope")),
          .init("standard", Bilingual("评分标准", en: "standard"), wraps: true),
          .init("clause", Bilingual("原文", en: "clause"), wraps: true),
        ],
        rows: rules.outline(options.language, isForPeople: [.table, .markdown].contains(output.format)))
      try output.write(listing, options.language)
    }
  }
}

extension RuleSet {
  /// A row for each phase, section and leaf, in the rules' order.
  ///
  /// - Parameter isForPeople: whether scopes are named, rather than given by the word of the rule file.
  func outline(_ language: Language, isForPeople: Bool) -> [[String]] {
    phases.flatMap { phase in
      (phase.code.isEmpty ? [] : [[phase.code, phase.title, points.plainText, "", "× \(phase.weight.plainText)", ""]])
        + phase.sections.flatMap { rows(.section($0), language, isForPeople) }
    }
  }

  private func rows(_ node: Node, _ language: Language, _ isForPeople: Bool) -> [[String]] {
    switch node {
    case .section(let section):
      return [[section.code, section.title, section.points.plainText, "", "", ""]]
        + section.children.flatMap { rows($0, language, isForPeople) }
    case .leaf(let position):
      let leaf = leaves[position]
      return [
        [
          leaf.code, leaf.title, leaf.points.plainText,
          isForPeople ? leaf.scope.label.text(in: language) : leaf.scope.rawValue,
          RuleText.standard(of: leaf).text(in: language), leaf.clause ?? "",
        ]
      ]
    }
  }
}

extension Scope {
  fileprivate var label: Bilingual {
    switch self {
    case .district: Bilingual("地区", en: "district")
    case .enterprise: Bilingual("试点企业", en: "enterprise")
    case .park: Bilingual("园区", en: "park")
    }
  }
}
