import ArgumentParser
import Testing

@testable import KaoheCommands

/// Each command says its name: to make one of its type takes longer than all else that is parsed.
@Suite struct CommandNameTests {
  @Test func everyCommandSaysItsName() {
    var open: [any ParsableCommand.Type] = [Kaohe.self]
    while let command = open.popLast() {
      #expect(command.configuration.commandName != nil, "\(command)")
      open += command.configuration.subcommands
    }
  }
}
