import ArgumentParser
import KaoheStore

struct Visit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "visit",
    abstract: "实地督查：列出、提交、退回、确认、取消 · visits: list, submit, return, confirm, cancel",
    subcommands: [VisitList.self, VisitSubmit.self, VisitReturn.self, VisitConfirm.self, VisitCancel.self])
}

/// What every step of a visit's life takes.
struct VisitStepOptions: ParsableArguments {
  @Argument(help: "督查代码，可多个 · the visits' codes")
  var visits: [String]

  @Option(
    name: .customLong("override"), help: "属于该地区的人不回避的理由 · why one who belongs to the district does not stand aside")
  var override = ""
}
