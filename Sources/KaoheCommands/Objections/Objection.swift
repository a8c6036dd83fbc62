import ArgumentParser
import KaoheScoring
import KaoheStore

struct Objection: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "objection",
    abstract: "申诉、复核：受理、成立、不成立 · objections: open, uphold, reject",
    discussion: "还有申诉待复核时，排名不能发布。\nWhile an objection is open, nothing is published.",
    subcommands: [ObjectionOpen.self, ObjectionList.self, ObjectionUphold.self, ObjectionReject.self])
}

struct ObjectionOpen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "受理对一项得分的申诉，打印代码 · record an objection to a score; prints its code")

  @Argument(help: "督查代码 · the visit")
  var visit: String

  @Argument(help: "考核要点 · the leaf")
  var indicator: String

  @Option(help: "谁申诉 · who objects")
  var by: String

  @Option(help: "申诉内容 · what is objected")
  var text: String

  @Option(help: "台账编号，可重复 · code of evidence; may be repeated")
  var evidence: [String] = []

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let code = try Store.open(options.path).open(
        NewObjection(visit: visit, indicator: indicator, raisedBy: by, text: text, evidence: evidence),
        session: options.session("objection open"))
      options.say(Bilingual(code, en: code))
    }
  }
}

struct ObjectionReject: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "申诉不成立，维持原分，由办公室写明理由 · the score stays; by the office, with a reason")

  @Argument(help: "申诉代码 · the objection")
  var code: String

  @Option(help: "复核意见 · why")
  var reason: String

  @Option(help: "台账编号，可重复 · code of evidence; may be repeated")
  var evidence: [String] = []

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      try Store.open(options.path).reject(
        code, ObjectionDecision(reason: reason, evidence: evidence), session: options.session("objection reject"))
      options.say(Bilingual("申诉 \(code) 不成立，维持原分", en: "the objection \(code) is rejected; the score stays"))
    }
  }
}
