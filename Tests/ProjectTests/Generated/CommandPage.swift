import ArgumentParser
import KaoheCommands

/// docs/commands.md, made from the commands' own help.
enum CommandPage {
  struct Command {
    /// As it is typed, e.g. `kaohe rules check`.
    var name: String
    var help: String
  }

  /// The root, and below it every subcommand, in the order in which help lists them.
  static var commands: [Command] { commands(Kaohe.self, name: Kaohe.configuration.commandName ?? "kaohe") }

  static func text() -> String {
    var text = """
      # Commands · 命令

      Made from the commands' own help by `make docs`; not to be edited. 由 `make docs` 从各命令的帮助生成。

      `--db`, `--lang` and `--as` may also stand before the command: `kaohe --db city.db rank 2022`.

      """
    for command in commands { text += "\n## \(command.name)\n\n```text\n\(command.help)\n```\n" }
    return text
  }

  private static func commands(_ type: any ParsableCommand.Type, name: String) -> [Command] {
    var help = Kaohe.helpMessage(for: type, columns: 100)
    while help.last?.isNewline == true { help.removeLast() }
    return [Command(name: name, help: help)]
      + type.configuration.subcommands.flatMap { commands($0, name: name + " " + $0._commandName) }
  }
}
