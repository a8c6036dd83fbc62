import ArgumentParser
import KaoheScoring
import KaoheStore

struct FindingClose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "整改：写明台账 · the problem was put right; takes evidence")

  @Argument(help: "问题代码，可多个 · the problems' codes")
  var codes: [String]

  @Option(help: "整改的台账编号，可重复 · evidence that it was put right; may be repeated")
  var evidence: [String] = []

  @Option(help: "整改日期，默认今天 · the day; today by default")
  var date: String?

  @Option(help: "说明 · what was done")
  var note = ""

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.take(FindingStep(.rectify, date: date, note: note, evidence: evidence), codes, "finding close")
  }
}

struct FindingVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "销号：核实已经整改 · somebody looked, and it is put right")

  @Argument(help: "问题代码，可多个 · the problems' codes")
  var codes: [String]

  @Option(help: "销号日期，默认今天 · the day; today by default")
  var date: String?

  @Option(help: "说明 · how it was verified")
  var note = ""

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.take(FindingStep(.verify, date: date, note: note), codes, "finding verify")
  }
}

struct FindingReopen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "重新打开没有改好的问题 · it was not put right after all")

  @Argument(help: "问题代码，可多个 · the problems' codes")
  var codes: [String]

  @Option(help: "理由 · why")
  var reason: String

  @Option(help: "日期，默认今天 · the day; today by default")
  var date: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.take(FindingStep(.reopen, date: date, note: reason), codes, "finding reopen")
  }
}

extension GlobalOptions {
  /// Takes a step with problems, and says what they are now.
  fileprivate func take(_ step: FindingStep, _ codes: [String], _ command: String) throws {
    try reporting {
      try Store.open(path).take(step, codes, session: session(command))
      let status = step.action.to
      say(
        Bilingual(
          "\(codes.joined(separator: "、"))：\(status.label.chinese)",
          en: "\(codes.joined(separator: ", ")): \(status.rawValue)"))
    }
  }
}
