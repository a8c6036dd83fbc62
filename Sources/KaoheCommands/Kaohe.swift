import ArgumentParser
import KaoheReports
import KaoheStore

/// The command line (docs/commands.md).
public struct Kaohe: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "kaohe",
    abstract: "改革考核：记录、计分、排名、说明 · reform assessment: record, score, rank, explain",
    discussion: """
      数据库是 --db 指明的文件，否则是 $KAOHE_DB，否则是当前文件夹的 kaohe.db。
      The database is --db, else $KAOHE_DB, else kaohe.db in the working folder.
      退出码 · exit codes: 0 完成 done; 1 被拒绝或失败，未作改动 refused or failed, nothing changed; \
      2 有要看的，见各命令 not all was done, shown or in order (see the command); 64 用法错误 wrong usage; \
      130 Ctrl-C 中断了查询 Ctrl-C stopped a query.
      """,
    version: "kaohe \(version)",
    subcommands: [
      Demo.self, Init.self, Import.self, Export.self, Record.self, Score.self, Sheet.self, Rules.self, Rank.self,
      Explain.self,
      Recompute.self, Check.self, Backup.self, Restore.self,
      Visit.self, Finding.self, Evidence.self, Objection.self,
      Schema.self, QueryCommand.self, Search.self,
      Field.self, MergeCommand.self, ConflictCommand.self,
    ])

  public static let version = "0.1.0"

  public init() {}

  /// Runs the command that the process was started with. Options that every command has may stand before it.
  public static func start(_ arguments: [String]) {
    do {
      var command = try parseAsRoot(guardingComments(hoistingGlobalOptions(arguments)))
      try command.run()
    } catch {
      end(error)
    }
  }

  /// Ends as ArgumentParser does, but that a message which repeats what was typed can't steer the terminal.
  private static func end(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    // Help and completion scripts repeat nothing.
    if code == .success { exit(withError: error) }
    let message = fullMessage(for: error)
    if !message.isEmpty { complain(TerminalText.escapedLines(message)) }
    exit(withError: code)
  }

  /// SQL that begins with a comment, `-- all visits …`, is no option.
  static func guardingComments(_ arguments: [String]) -> [String] {
    guard arguments.first == QueryCommand.configuration.commandName else { return arguments }
    return arguments.map { $0.hasPrefix("-- ") || $0.hasPrefix("--\n") ? " " + $0 : $0 }
  }

  /// `--db FILE rank 2022` → `rank 2022 --db FILE`.
  static func hoistingGlobalOptions(_ arguments: [String]) -> [String] {
    var leading: [String] = []
    var rest = arguments[...]
    while let option = rest.first, GlobalOptions.names.contains(where: { option == $0 || option.hasPrefix($0 + "=") }) {
      leading.append(rest.removeFirst())
      if !option.contains("="), let value = rest.first {
        leading.append(value)
        rest.removeFirst()
      }
    }
    // Arguments behind `--` are no options.
    guard let end = rest.firstIndex(of: "--") else { return rest + leading }
    return rest[..<end] + leading + rest[end...]
  }
}
