import ArgumentParser
import KaoheScoring
import KaoheStore

struct ConflictResolve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "裁定一处冲突 · decide a conflict",
    discussion: """
      保留的一方由裁定人重新记录，取代其他各方；谁裁定、为什么，都留在历史里。督查的状态不限。
      What is kept is recorded anew in the name of who decides, in place of the others; who decided and why stays in the \
      history. The visit may have any status.
      """)

  @Argument(help: "`kaohe conflict list` 里的名称 · its name in `kaohe conflict list`")
  var conflict: String

  @Option(help: "保留哪一个：`kaohe conflict list` 里的标识 · which one: its id in `kaohe conflict list`")
  var keep: String

  @Option(help: "理由 · why")
  var reason: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let store = try Store.open(options.path)
      let recomputed = try store.resolve(
        conflict, keeping: keep, reason: reason, session: options.session("conflict resolve"))
      let left = try store.conflicts().count
      options.say(
        Bilingual(
          "已裁定 \(conflict)，保留 \(keep)"
            + (recomputed.isEmpty ? "" : "；已重算 \(recomputed.joined(separator: "、"))")
            + (left == 0 ? "；没有待裁定的冲突了" : "；还有 \(left) 处"),
          en: "decided \(conflict), keeping \(keep)"
            + (recomputed.isEmpty ? "" : "; recomputed \(recomputed.joined(separator: ", "))")
            + (left == 0 ? "; no conflict is open any more" : "; \(left) left")))
    }
  }
}
