import ArgumentParser
import KaoheScoring
import KaoheStore

struct VisitCancel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "取消没有成行或作废的督查 · cancel a visit that did not take place or is void",
    discussion: """
      草稿由组长或办公室取消，已提交的只能由办公室取消；已确认的先退回。取消的督查不计分，记录仍在。
      A draft is cancelled by its leader or the office, a submitted one by the office alone; a confirmed one is returned
      first. A cancelled visit counts nowhere; what was recorded stays.
      """)

  @OptionGroup var step: VisitStepOptions

  @Option(help: "取消的理由 · why")
  var reason: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      options.sayDone(
        try Store.open(options.path).take(
          .cancel, step.visits, reason: reason, override: step.override, session: options.session("visit cancel")))
    }
  }
}
