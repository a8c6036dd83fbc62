import ArgumentParser
import KaoheScoring
import KaoheStore

struct VisitReturn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "退回：已提交或已确认 → 草稿，由办公室写明理由 · back to a draft, by the office, with a reason",
    discussion: """
      退回后不计分，改好再提交、确认。组里要改已提交的督查时，也请办公室退回。
      A returned visit does not count until it is submitted again. A group that wants to change what it submitted asks
      the office to return it.
      """)

  @OptionGroup var step: VisitStepOptions

  @Option(help: "退回的理由 · why")
  var reason: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      options.sayDone(
        try Store.open(options.path).take(
          .sendBack, step.visits, reason: reason, override: step.override, session: options.session("visit return")))
    }
  }
}
