import ArgumentParser
import KaoheReports
import KaoheScoring
import KaoheStore

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "备份：别人读写时也能写出一份完整、核对过的副本 · a consistent, verified copy, while others read and write",
    discussion: """
      写成一个文件，核对过才有名字，不覆盖任何文件。只写文件夹时按时间命名。备份里有悬空的引用时退出码为 2。
      One file, which has its name only once it was verified; no file is replaced. In a folder it is named by the time. \
      Exit code 2 if records of the database refer to what is not there: they do in the backup, too.
      """)

  @Argument(help: "要写的文件，不能已存在；或一个文件夹 · a file that is not there yet, or a folder", completion: .file())
  var file: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let summary = try Store.backUp(options.path, to: file)
      options.say(text(of: summary))
      if let dangling = danglingText(summary) {
        complain("kaohe: " + TerminalText.escaped(dangling.text(in: options.language)))
        throw ExitCode(2)
      }
    }
  }

  private func text(of summary: BackupSummary) -> Bilingual {
    let holds = holdingsText(summary.holdings)
    return Bilingual(
      """
      已备份 \(options.path)：\(summary.file)，核对无误
      \(holds.chinese)
      \(summary.size) 字节，SHA-256 \(summary.sha256)
      恢复：kaohe --db \(options.path) restore \(summary.file)（先只说明会改变什么）
      """,
      en: """
        backed up \(options.path) as \(summary.file), and verified it
        \(holds.english)
        \(summary.size) bytes, SHA-256 \(summary.sha256)
        to go back to it: kaohe --db \(options.path) restore \(summary.file) (which first only says what would change)
        """)
  }

  private func danglingText(_ summary: BackupSummary) -> Bilingual? {
    if summary.dangling.isEmpty { return nil }
    let tables = summary.dangling.map { "\($0.table) \($0.count)" }.joined(separator: ", ")
    return Bilingual(
      "已备份，但库里有记录引用了不存在的对象（\(tables)）；见 `kaohe check`",
      en: "the backup is made, but records of the database refer to what is not there (\(tables)); see `kaohe check`")
  }
}

/// `考核 1、督查 34、记录 1041；最近改动 2022-11-26 16:00`.
func holdingsText(_ holdings: DatabaseHoldings) -> Bilingual {
  let main = ["assessment", "visit", "observation"].map { (table: $0, count: holdings.rows[$0] ?? 0) }
  let all = TableWord.all.map { (table: $0.table, count: holdings.rows[$0.table] ?? 0) }
  let held = TableWord.counted(main) ?? TableWord.counted(all) ?? Bilingual("没有记录", en: "no records")
  let copy =
    holdings.replica == 0
    ? Bilingual("", en: "")
    : Bilingual("第 \(holdings.replica) 号外勤副本，", en: "field copy \(holdings.replica), ")
  guard let newest = holdings.newest.map(localMoment) else {
    return Bilingual(copy.chinese + held.chinese, en: copy.english + held.english)
  }
  return Bilingual(
    "\(copy.chinese)\(held.chinese)；最近改动 \(newest)", en: "\(copy.english)\(held.english); last changed \(newest)")
}
