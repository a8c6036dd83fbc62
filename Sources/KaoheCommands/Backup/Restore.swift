import ArgumentParser
import KaoheReports
import KaoheScoring
import KaoheStore

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "恢复备份：先说明会改变什么，加 --yes 才执行 · go back to a backup: says what would change; --yes does it",
    discussion: """
      执行时先把当前库备份在旁边，再整体取代，别人开着库也可以；审计日志记下谁恢复了哪一份。已给出的编号不会再给一次。
      The present database is backed up beside itself first, then replaced as a whole, also while others have it open; the \
      audit log says who restored what. Identities and numbers of field copies that were given are not given again.
      """)

  @Argument(help: "`kaohe backup` 写的文件，只读取 · a file that `kaohe backup` wrote; it is only read", completion: .file())
  var file: String

  @Flag(help: "执行，否则只说明 · do it; without it, only say what would change")
  var yes = false

  @Flag(help: "也接受另一个单位的数据库 · also where the backup is another office's")
  var force = false

  @OptionGroup var output: FormatOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      if yes {
        let summary = try Store.restore(
          options.path, from: file, isForced: force, session: options.session("restore"))
        options.say(RestoreText(summary.plan).done(summary))
        return
      }
      let plan = try Store.restorePlan(of: options.path, from: file, isForced: force)
      let text = RestoreText(plan)
      guard output.isForPeople else {
        return try output.write(text.listing(all: true, options.language), options.language)
      }
      options.say(text.head)
      if plan.changes.contains(where: \.isChange) {
        options.say(Bilingual("", en: ""))
        try output.write(text.listing(all: false, options.language), options.language)
        options.say(Bilingual("", en: ""))
      }
      options.say(text.tail)
    }
  }
}
