import ArgumentParser
import KaoheReports
import KaoheScoring
import KaoheStore

struct EvidenceList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "台账清单 · the register of evidence")

  @Option(help: "只列这个对象的 · only of this subject: district:CODE, enterprise:CODE, park:CODE")
  var subject: String?

  @Option(help: "只列这个地区（代码或名称）及其企业、园区的 · only in this district (code or name)")
  var district: String?

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let evidence = try Store.open(options.path).evidence(of: subject, in: district)
      let listing = Listing(
        columns: [
          .init("code", Bilingual("编号", en: "code"), isKey: true), .init("subject", Bilingual("对象", en: "subject")),
          .init("name", Bilingual("对象名称", en: "name"), wraps: true),
          .init("title", Bilingual("名称", en: "title"), wraps: true), .init("kind", Bilingual("类型", en: "kind")),
          .init("number", Bilingual("文号", en: "number")), .init("date", Bilingual("日期", en: "date")),
          .init("source", Bilingual("来源", en: "source"), wraps: true),
          .init("file_name", Bilingual("文件", en: "file"), wraps: true),
          .init("size_bytes", Bilingual("字节", en: "bytes"), isNumber: true),
          .init("sha256", Bilingual("SHA-256", en: "SHA-256")),
        ],
        rows: evidence.map { item in
          [
            item.code, item.subject, item.subjectName, item.title, item.kind, item.number ?? "", item.date,
            item.source ?? "", item.fileName ?? "", item.size.map { "\($0)" } ?? "",
            output.isForPeople ? String((item.sha256 ?? "").prefix(12)) : item.sha256 ?? "",
          ]
        })
      try output.write(listing, options.language)
    }
  }
}
