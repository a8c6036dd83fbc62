import Foundation
import KaoheTestSupport
import Testing

/// What the pages walk through works in the order shown, beginning with the demo.
@Suite struct WalkthroughTests {
  @Test(arguments: ["docs/workflow.md", "docs/offline.md", "docs/as-of.md", "docs/reliability.md"])
  func commandsWorkInTheirOrder(page: String) throws {
    try withTemporaryFolder { folder in
      let shell = Shell(folder: folder.path)
      // What the pages call demo.db is the database that kaohe takes by default.
      try #require(try shell.run("kaohe demo . && mv demo.db kaohe.db").exitCode == 0)
      let steps = Transcript(of: try Repository.text(page)).steps
      #expect(steps.count >= 6)
      for step in steps {
        let result = try shell.run(step.command)
        #expect(result.exitCode == 0, "\(page):\(step.line): `\(step.command)`: \(result.output)")
        if let missing = step.firstMissing(in: result.output) {
          Issue.record("\(page):\(step.line): `\(step.command)` does not print “\(missing)”, but: \(result.output)")
        }
      }
    }
  }

  @Test func noPageShowsCommandsThatAreNotRun() throws {
    for page in ["docs/workflow.md", "docs/offline.md", "docs/as-of.md", "docs/reliability.md"] {
      #expect(!(try Repository.text(page)).contains("```sh"), "\(page): commands stand in blocks of console")
    }
  }
}
