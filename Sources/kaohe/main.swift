import KaoheCommands

Kaohe.start(Array(CommandLine.arguments.dropFirst()))
