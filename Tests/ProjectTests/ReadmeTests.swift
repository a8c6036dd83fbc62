import Foundation
import KaoheTestSupport
import Testing

/// What the READMEs show is what happens: their transcripts are run.
@Suite struct ReadmeTests {
  struct Page: CustomTestStringConvertible, Sendable {
    var name: String
    var locale: String
    var testDescription: String { name }
  }

  static let pages = [
    Page(name: "README.md", locale: "en_US.UTF-8"), Page(name: "README.zh-CN.md", locale: "zh_CN.UTF-8"),
  ]

  @Test(arguments: pages)
  func itIsShort(page: Page) throws {
    #expect(try Repository.text(page.name).lines.count - 1 <= 150)
  }

  @Test(arguments: pages)
  func itShowsTheWholeRankingOfTheDemo(page: Page) throws {
    try withTemporaryFolder { folder in
      let result = try Shell(folder: folder.path, locale: page.locale).run("kaohe demo")
      try #require(result.exitCode == 0, "\(result.output)")
      // The title, an empty line, and the table up to the next empty line.
      let printed = result.output.lines
      let end = try #require(printed.dropFirst(2).firstIndex(of: ""))
      let ranking = printed[..<end].joined(separator: "\n")
      #expect(printed[..<end].count == 12)
      #expect(
        try Repository.text(page.name).contains(ranking),
        "\(page.name) shows another ranking than kaohe demo prints: \(ranking)")
    }
  }

  @Test(arguments: pages)
  func itsCommandsPrintWhatItShows(page: Page) throws {
    try withTemporaryFolder { folder in
      let shell = Shell(folder: folder.path, locale: page.locale)
      try FileManager.default.createSymbolicLink(
        at: URL(filePath: folder.file("Fixtures")), withDestinationURL: Repository.url("Fixtures"))
      let steps = Transcript(of: try Repository.text(page.name)).steps
      #expect(steps.count >= 10)
      for step in steps where step.command != "make test" {
        if step.command.hasPrefix("sqlite3"), !Shell.has("sqlite3") { continue }
        let command = step.command == "make demo" ? "kaohe demo" : step.command
        let output = try shell.run(command).output
        if let missing = step.firstMissing(in: output) {
          Issue.record("\(page.name):\(step.line): `\(command)` does not print “\(missing)” there, but: \(output)")
        }
      }
    }
  }

  @Test(arguments: [
    ("a\n…\nc", "a\nb\nc\n", nil), ("a … d", "a b c d\n", nil), ("a…d", "a b c\n", "a…d"), ("c\na", "a\nb\nc\n", "a"),
    ("a, …, c, …", "a, b, c, d\n", nil),
  ])
  func elisionsStandForAnyText(shown: String, output: String, missing: String?) {
    let step = Transcript.Step(line: 1, command: "", shown: shown.lines)
    #expect(step.firstMissing(in: output) == missing)
  }

  @Test func linksOfAllPagesLeadToFiles() throws {
    let pages =
      Self.pages.map(\.name) + ["CHANGELOG.md", "Fixtures/wuxi-2022/README.md", "Fixtures/cases/README.md"]
      + Repository.files(in: "docs", extensions: ["md"])
    for page in pages {
      let folder = Repository.url(page).deletingLastPathComponent()
      for match in try Repository.text(page).matches(of: #/\]\(([^)\s]+)\)/#) {
        let target = String(match.1.prefix { $0 != "#" })
        if target.isEmpty || target.contains("://") { continue }
        let path = folder.appending(path: target).path
        #expect(FileManager.default.fileExists(atPath: path), "\(page) links to \(target), which is not there")
      }
    }
  }
}
