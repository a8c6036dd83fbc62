import ArgumentParser
import KaoheReports
import KaoheScoring
import KaoheStore

struct FieldList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "已签出的副本 · the copies that were checked out")

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let copies = try Store.open(options.path).fieldCopies()
      let listing = Listing(
        columns: [
          .init("replica", Bilingual("副本号", en: "copy"), isNumber: true, isKey: true),
          .init("group", Bilingual("督查组", en: "group")), .init("group_name", Bilingual("组名", en: "name")),
          .init("file", Bilingual("文件", en: "file"), wraps: true),
          .init("made_at", Bilingual("签出时间", en: "made at")),
          .init("made_by", Bilingual("签出人", en: "made by")),
          .init("last_merged", Bilingual("最近合并", en: "last merged")),
        ],
        rows: copies.map {
          [
            "\($0.replica)", $0.group, $0.groupName, $0.file, output.moment($0.madeAt), $0.madeBy,
            output.moment($0.lastMerged ?? ""),
          ]
        })
      try output.write(listing, options.language)
    }
  }
}
