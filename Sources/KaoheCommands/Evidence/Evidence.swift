import ArgumentParser
import KaoheScoring
import KaoheStore

struct Evidence: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "台账：登记、核对、列出 · evidence: register, verify, list",
    subcommands: [EvidenceAdd.self, EvidenceVerify.self, EvidenceList.self])
}

struct EvidenceAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "登记一条台账，文件留在原处 · register evidence; the file stays where it is",
    discussion: """
      存文件的 SHA-256、大小和文件名，以后用 evidence verify 核对。打印新的编号。
      Stores the file's SHA-256, size and name, which `evidence verify` compares later. Prints the new code.
      """)

  @Argument(help: "对象：district:代码、enterprise:代码 或 park:代码 · whom it is about")
  var subject: String

  @Argument(help: "名称 · its title")
  var title: String

  @Option(help: "文件 · the file", completion: .file())
  var file: String?

  @Option(help: "类型，默认按文件名判断 · its kind, by default after the file's name (文件, 台账, 照片, 问卷, 系统数据, 作品, 活动)")
  var kind: String?

  @Option(help: "文号 · the document's number")
  var number: String?

  @Option(help: "日期，默认今天 · the date that it bears; today by default")
  var date: String?

  @Option(help: "来源 · where it comes from")
  var source: String?

  @Option(help: "编号，默认自动给出 · its code; numbered by default")
  var code: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let code = try Store.open(options.path).add(
        NewEvidence(
          subject: subject, title: title, file: file, kind: kind, number: number, date: date, source: source,
          code: code), session: options.session("evidence add"))
      options.say(Bilingual(code, en: code))
    }
  }
}
