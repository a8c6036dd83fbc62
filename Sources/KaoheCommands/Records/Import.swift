import ArgumentParser
import KaoheScoring
import KaoheStore

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "导入一个文件夹的记录和细则，或一份填好的打分表 · read a folder of records and rules, or a filled scoring sheet",
    discussion: """
      全部导入，或者什么都不导入；所有文件的问题一次列出。重复导入同一文件夹不产生任何变化。
      All of it is stored, or nothing is; every problem of every file is listed at once. Importing the same folder twice
      changes nothing.
      """)

  @Argument(
    help: "放着 CSV 和 rules*.yaml 的文件夹，或 .xlsx 打分表 · a folder with CSV files and rules*.yaml, or a sheet (.xlsx)",
    completion: .file())
  var path: String

  @Flag(help: "只检查，不导入 · only check")
  var dryRun = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let progress = ProgressBar(language: options.language)
      let session = options.session("import")
      defer { progress.clear() }
      let summary =
        switch try ImportPath(path) {
        case .folder:
          try Store.openOrMake(options.path, keeping: !dryRun) { store in
            try store.importFolder(path, session: session, isDryRun: dryRun, onProgress: progress.show)
          }
        case .sheet:
          try Store.open(options.path)
            .importSheet(path, session: session, isDryRun: dryRun, onProgress: progress.show)
        }
      progress.clear()
      options.say(text(of: summary))
    }
  }

  private func text(of summary: ImportSummary) -> Bilingual {
    let list = changeText(summary.changes)
    let files = summary.files.count
    let englishFiles = "\(files) file\(files == 1 ? "" : "s")"
    if summary.changes.isEmpty {
      return Bilingual("已读取 \(files) 个文件，没有变化", en: "read \(englishFiles); nothing changed")
    }
    if dryRun {
      return Bilingual(
        "检查通过，未导入。若导入，\(list.chinese)",
        en: "no problem found; nothing was stored. If imported, \(list.english)")
    }
    let recomputed = summary.recomputed
    return Bilingual(
      "已导入 \(files) 个文件；\(list.chinese)"
        + (recomputed.isEmpty ? "" : "；已重算 \(recomputed.joined(separator: "、"))"),
      en: "imported \(englishFiles); \(list.english)"
        + (recomputed.isEmpty ? "" : "; recomputed \(recomputed.joined(separator: ", "))"))
  }
}
