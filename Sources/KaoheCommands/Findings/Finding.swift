import ArgumentParser
import KaoheStore

struct Finding: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "finding",
    abstract: "问题、亮点、创新：登记、整改、销号 · findings: record, put right, verify",
    subcommands: [FindingAdd.self, FindingList.self, FindingClose.self, FindingVerify.self, FindingReopen.self])
}
