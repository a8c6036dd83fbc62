import ArgumentParser
import KaoheScoring
import KaoheStore

struct VisitConfirm: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "确认：已提交 → 已确认，由办公室操作 · submitted → confirmed, by the office",
    discussion: """
      本组的人不能确认自己的督查；外勤副本要先合并到办公室数据库。
      Nobody confirms a visit of the own group; a field copy is merged into the office's database first.
      """)

  @OptionGroup var step: VisitStepOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      options.sayDone(
        try Store.open(options.path).take(
          .confirm, step.visits, override: step.override, session: options.session("visit confirm")))
    }
  }
}
