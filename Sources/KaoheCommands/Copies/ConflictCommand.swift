import ArgumentParser

struct ConflictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflict",
    abstract: "合并后待裁定的冲突 · what two copies hold different things of",
    subcommands: [ConflictList.self, ConflictResolve.self])
}
