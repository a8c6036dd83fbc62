import ArgumentParser
import KaoheReports
import KaoheScoring
import KaoheStore

struct FieldCheckout: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkout",
    abstract: "给一个督查组签出副本，离线使用 · write a group's own copy, to work offline with",
    discussion: """
      副本含细则、名册和该组的督查，用法与本库相同；带回后用 `kaohe merge` 合并。一组一份，不要自行复制。
      The copy holds the rules, the roster and that group's visits, and works like any database; bring it back with \
      `kaohe merge`. Check out one for each group: a copy of a copy is not one.
      """)

  @Argument(help: "督查观摩组代码 · code of the inspection group")
  var group: String

  @Argument(help: "要写的文件，不能已存在 · the file to write, which must not be there", completion: .file(extensions: ["db"]))
  var file: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let summary = try Store.open(options.path).checkout(
        group, to: file, session: options.session("field checkout"))
      let others = TableWord.counted(summary.rows.filter { $0.table != "visit" }) ?? Bilingual("", en: "")
      let visits = summary.visits
      options.say(
        Bilingual(
          """
          已给 \(group) 签出第 \(summary.replica) 号副本 \(file)：\(visits) 次督查（\(others.chinese)）
          带走这个文件；在外用 `kaohe --db \(file) …`，回来后用 `kaohe merge \(file)`
          """,
          en: """
            checked out copy \(summary.replica) for \(group) as \(file): \(visits) visit\(visits == 1 ? "" : "s") (\(others.english))
            take that file along; work with `kaohe --db \(file) …`, and bring it back with `kaohe merge \(file)`
            """))
    }
  }
}
