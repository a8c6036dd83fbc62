import ArgumentParser
import Glibc
import KaoheReports
import KaoheStore

struct Record: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "逐项记录一次督查，填一项存一项 · record a visit leaf by leaf; each answer is stored at once",
    discussion: """
      可随时退出，以后接着填。标准输入不是终端时逐行读取答案：record V1 < answers.txt；每行最好写明考核要点（:A1.1 45/60），否则依次对应各项：没有细项的一行一项，有细项的以空行结束。有被拒绝的行时退出码为 2。
      It can be left at any time and taken up again. Where standard input is no terminal, answers are read from it line \
      by line: record V1 < answers.txt. A line best names its leaf (:A1.1 45/60); else lines go with the leaves in order, \
      one for each without items, those with items ended by an empty line. The exit code is 2 where a line was refused.
      """)

  @Argument(help: "督查代码 · the visit")
  var visit: String

  @Option(help: "从这个考核要点开始 · the leaf to begin with")
  var from: String?

  @Option(help: "应回避而不回避的理由 · why one who should stand aside records")
  var override = ""

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.reporting {
      let store = try Store.open(options.path)
      let recording = try VisitRecording(store, visit: visit, session: options.session("record"))
      try recording.checkOpen()
      let isInteractive = isatty(STDIN_FILENO) == 1
      let text = RecordingText(language: options.language, width: Terminal.width, color: Terminal.isColored)
      let refusals =
        isInteractive
        ? try run(recording, EditedLines(), isInteractive, text) : try run(recording, PipedLines(), isInteractive, text)
      if refusals > 0, !isInteractive { throw ExitCode(2) }
    }
  }

  private func run(
    _ recording: VisitRecording, _ lines: some LineSource, _ isInteractive: Bool, _ text: RecordingText
  ) throws -> Int {
    var session = try RecordingSession(
      recording, lines: lines, isInteractive: isInteractive, options: options, override: override, text: text)
    try session.run(from: from)
    return session.refusals
  }
}
