import ArgumentParser
import KaoheScoring
import KaoheStore

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "合并一份副本的记录 · add what another copy has recorded",
    discussion: """
      全部并入，或者什么都不并入；合并的先后无关，重复合并不产生任何变化。双方改了同一处的，两个都留着，由人裁定。
      All of it is added, or nothing is. The order of merging does not matter, and merging twice adds nothing. What both \
      sides changed is kept twice, for a person to decide: `kaohe conflict list`.
      """)

  @Argument(help: "副本文件，只读取，不改动其中的记录 · the copy; it is only read", completion: .file(extensions: ["db"]))
  var file: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let summary = try Store.open(options.path).merge(file, session: options.session("merge"))
      options.say(text(of: summary))
    }
  }

  private func text(of summary: MergeSummary) -> Bilingual {
    let count = summary.conflicts.count
    let open =
      count == 0
      ? Bilingual("没有待裁定的冲突", en: "no conflict is open")
      : Bilingual(
        "有 \(count) 处冲突待裁定，见 `kaohe conflict list`",
        en: "\(count) conflict\(count == 1 ? "" : "s") to be decided, see `kaohe conflict list`")
    if summary.changes.isEmpty {
      return Bilingual("\(file) 没有新内容；\(open.chinese)", en: "nothing is new in \(file); \(open.english)")
    }
    let list = changeText(summary.changes)
    let copy =
      summary.replica == 0
      ? Bilingual("办公室数据库", en: "the office's database")
      : Bilingual("第 \(summary.replica) 号副本", en: "copy \(summary.replica)")
    let recomputed = summary.recomputed
    return Bilingual(
      """
      已合并\(copy.chinese) \(file)；\(list.chinese)\
      \(recomputed.isEmpty ? "" : "；已重算 \(recomputed.joined(separator: "、"))")
      \(open.chinese)
      """,
      en: """
        merged \(copy.english) \(file); \(list.english)\
        \(recomputed.isEmpty ? "" : "; recomputed \(recomputed.joined(separator: ", "))")
        \(open.english)
        """)
  }
}
