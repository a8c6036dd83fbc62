import ArgumentParser
import KaoheReports
import KaoheRules
import KaoheScoring
import KaoheStore
import KaoheWorkbooks

struct Sheet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "打分表 · the scoring sheet of a visit",
    discussion: """
      table、markdown、html 供阅读和打印签字；xlsx 供填写，填好后用 import 导入。
      table, markdown and html are to be read, printed and signed; xlsx is to be filled in, and taken back by import.
      """)

  @Argument(help: "督查代码，如 V17 · the visit, e.g. V17")
  var visit: String

  @Flag(help: "不填已有记录 · leave out what was recorded")
  var blank = false

  @Option(help: "table、markdown、html 或 xlsx，默认看 --out 的后缀 · by default as the ending of --out says, else table")
  var format: SheetFormat?

  @Option(help: "写到文件；xlsx 必须给出 · write to a file; xlsx needs one", completion: .file())
  var out: String?

  @Flag(help: "覆盖已有文件 · replace a file that is there")
  var force = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let format = try format ?? out.map(Self.format(of:)) ?? .table
      if format == .xlsx, out == nil { throw Self.noFile }
      let sheet = try Store.open(options.path).sheet(of: visit)
      let report = SheetReport(sheet, isBlank: blank, language: options.language, standard: RuleText.standard)
      guard let out else {
        return try write(
          report.rendered(as: format, width: Terminal.width, color: Terminal.isColored))
      }
      let file = OutputFile(path: out, isReplaced: force)
      try file.check()
      if format == .xlsx {
        do throws(WorkbookProblem) {
          try report.workbook.write(to: out)
        } catch {
          throw StoreError(error.code, error.problem, hint: error.hint)
        }
      } else {
        try file.write(report.rendered(as: format))
      }
      options.say(Bilingual("已写入 \(out)", en: "wrote \(out)"))
    }
  }

  /// The format that a file's name says: table where it says none.
  private static func format(of path: String) throws -> SheetFormat {
    let ending = path.fileEnding
    if ending.isEmpty { return .table }
    if let format = SheetFormat(ending: ending) { return format }
    throw StoreError(
      "unknown-ending", Bilingual("不认识后缀 .\(ending)", en: "the ending .\(ending) is not known"),
      hint: Bilingual(
        "可用 .md、.html、.xlsx、.txt，或写明 --format", en: "use .md, .html, .xlsx or .txt, or say which --format"))
  }

  private static let noFile = StoreError(
    "no-output-file", Bilingual("xlsx 不能写到屏幕", en: "xlsx can't be written to the screen"),
    hint: Bilingual("用 --out 指明文件：--out 打分表.xlsx", en: "name a file with --out: --out sheet.xlsx"))
}

extension SheetFormat: ExpressibleByArgument {
  /// The format of files whose names end so; nil where none is meant.
  fileprivate init?(ending: String) {
    switch ending.lowercased() {
    case "txt": self = .table
    case "xlsx": self = .xlsx
    case "html", "htm": self = .html
    case "md", "markdown": self = .markdown
    default: return nil
    }
  }
}

extension String {
  /// What a path's last part has after its last dot; empty where it has none but at its start.
  fileprivate var fileEnding: String {
    let name = split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return String(name[name.index(after: dot)...])
  }
}
