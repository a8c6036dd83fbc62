import ArgumentParser
import KaoheReports
import KaoheStore

struct Rank: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "排名 · the ranking of an assessment",
    discussion: """
      过时的结果（包括别的工具改动留下的）先重算再打印。
      Stale results, also those that another tool's change left, are recomputed before anything is printed.
      """)

  @Argument(help: "考核代码，如 2022 · the assessment, e.g. 2022")
  var assessment: String

  @Option(help: "category：按类别分列 · a block for each category")
  var by: Grouping?

  @Flag(help: "每个部分一列 · a column for each section")
  var sections = false

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  enum Grouping: String, ExpressibleByArgument, CaseIterable {
    case category
  }

  func run() throws {
    try options.reporting {
      let store = try Store.open(options.path)
      let report = try store.ranking(
        of: assessment, withSections: sections || output.format == .json, session: options.session("rank"))
      try write(
        report.rendered(
          as: output.format, language: options.language, sections: sections, byCategory: by == .category,
          width: output.width, color: output.color))
    }
  }
}
