import ArgumentParser
import KaoheReports
import KaoheScoring
import KaoheStore

struct EvidenceVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "核对文件夹里的台账文件有没有缺失或改动 · which registered files are missing or changed",
    discussion: """
      在文件夹及其下各层按文件名找，再按内容找改了名的。有缺失或改动时退出码为 2。
      Files are found by name anywhere below the folder, then by content under another name. Exit code 2 if one is
      missing or changed.
      """)

  @Argument(help: "办公室存放台账的文件夹 · where the office keeps the files", completion: .directory)
  var folder: String

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    var isSound = true
    try options.reporting {
      let items = try Store.open(options.path).verifyEvidence(in: folder)
      isSound = items.allSatisfy(\.outcome.isSound)
      if items.isEmpty, output.format == .table {
        return options.say(
          Bilingual("台账里还没有登记文件", en: "no file is registered yet"))
      }
      let listing = Listing(
        columns: [
          .init("code", Bilingual("编号", en: "code"), isKey: true), .init("subject", Bilingual("对象", en: "subject")),
          .init("title", Bilingual("名称", en: "title"), wraps: true),
          .init("file_name", Bilingual("登记的文件名", en: "registered as"), wraps: true),
          .init("status", Bilingual("结果", en: "result")),
          .init("path", Bilingual("所在位置", en: "found at"), wraps: true),
        ],
        rows: items.map { item in
          [
            item.evidence.code, item.evidence.subject, item.evidence.title, item.evidence.fileName ?? "",
            output.isForPeople ? item.outcome.label.text(in: options.language) : item.outcome.rawValue,
            item.path ?? "",
          ]
        })
      try output.write(listing, options.language)
    }
    if !isSound { throw ExitCode(2) }
  }
}
