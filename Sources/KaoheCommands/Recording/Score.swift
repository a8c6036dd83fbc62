import ArgumentParser
import KaoheReports
import KaoheStore

struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "记录一项，显示得分 · record one observation, and show the points",
    discussion: """
      值的写法见 docs/records.md；- 撤回。负数写在 -- 后面：kaohe score V1 A4 -- -3%
      docs/records.md says how values are written; - withdraws. Negative ones stand behind --: kaohe score V1 A4 -- -3%
      """)

  @Argument(help: "督查代码 · the visit")
  var visit: String

  @Argument(help: "考核要点代码 · the leaf")
  var indicator: String

  @Argument(help: "值 · the value, e.g. 45/60, 85%, 优, none, n/a")
  var value: String

  @Option(help: "细项或问卷选项 · the item, or the survey's answer")
  var item = ""

  @Option(help: "理由 · why")
  var reason = ""

  @Option(help: "评分人代码 · the inspector who scores")
  var scorer = ""

  @Option(help: "台账编号，可写多次 · code of the evidence; may be given several times")
  var evidence: [String] = []

  @Option(help: "应回避而不回避的理由 · why one who should stand aside scores")
  var override = ""

  @Option(help: "按成立的申诉更正 · the upheld objection that this corrects the score for")
  var objection: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let store = try Store.open(options.path)
      let recording = try VisitRecording(store, visit: visit, session: options.session("score"))
      let receipt = try recording.record(
        Answer(
          indicator: indicator, item: item, scorer: scorer, value: value, reason: reason, evidence: codes,
          override: override, objection: objection))
      let key = item.isEmpty ? scorer : item
      let text = RecordingText(language: options.language, width: Terminal.width, color: Terminal.isColored)
      try write(
        text.receipt(
          "\(indicator) " + (key.isEmpty ? value : "\(key)=\(value)"), isNew: !receipt.changes.isEmpty,
          withdrawn: receipt.withdrawn, receipt.entry, receipt.sum, recording.rules))
    }
  }

  /// Each once; several may stand in one option, as in a table.
  private var codes: [String] {
    evidence.flatMap { $0.split { $0 == ";" || $0 == "；" }.map(String.init) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
