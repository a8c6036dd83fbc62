import ArgumentParser
import KaoheReports
import KaoheScoring
import KaoheStore

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "把全部记录导出成 import 能读的文件 · write all records into the files that import takes",
    discussion: """
      文件夹须是新的或空的；写完才出现，或者什么都不写。格式见 docs/records.md。
      The folder must be new or empty; it is there as a whole, or not at all. The files are those of docs/records.md.
      """)

  @Argument(help: "要写的文件夹 · the folder to write", completion: .directory)
  var folder: String

  @Flag(help: "另写 results/：全部结果、视图和数据字典 · also results/: all results, views and the data dictionary")
  var results = false

  @Flag(help: "另写 history/：被更正的记录、流程、版本和审计日志 · also history/: superseded records, steps, versions, the audit log")
  var history = false

  @Flag(help: "文件以 BOM 开头，便于 Excel 和 WPS 打开 · begin the files with a BOM, for Excel and WPS")
  var bom = false

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      var content = ExportContent()
      (content.results, content.history, content.byteOrderMark) = (results, history, bom)
      let isForSpreadsheets = bom
      let summary = try Store.open(options.path).export(to: folder, content, session: options.session("export")) {
        isForSpreadsheets ? CSVWriter.spreadsheetLine($0) : CSVWriter.line($0)
      }
      let listing = Listing(
        title: Bilingual("已导出到 \(folder)", en: "exported to \(folder)"),
        columns: [
          .init("file", Bilingual("文件", en: "file"), isKey: true),
          .init("rows", Bilingual("行数", en: "rows"), isNumber: true),
        ],
        rows: summary.files.map { [$0.name, $0.rows.map { "\($0)" } ?? ""] })
      try output.write(listing, options.language)
    }
  }
}
