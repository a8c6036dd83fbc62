import ArgumentParser

struct Field: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "field",
    abstract: "各组带出去离线使用的副本 · copies that groups take with them to work offline",
    subcommands: [FieldCheckout.self, FieldList.self])
}
