import Foundation
import KaoheTestSupport
import Testing

/// The recipes of docs/analysts.md work as they are printed, each section in a folder of its own beside the demo.
///
/// A section whose tools are not installed is left out, but under `make test-recipes`, which installs them.
@Suite struct RecipeTests {
  static let page = "docs/analysts.md"

  /// A command that succeeds where the tools of a section are there.
  static let tools = [
    "The `sqlite3` shell": "command -v sqlite3",
    "Python": "python3 -c 'import sqlite3'",
    "pandas": "python3 -c 'import pandas'",
    "R": "Rscript -e 'library(RSQLite)'",
    "DuckDB and Parquet": "python3 -c 'import duckdb'",
    "Datasette": "command -v datasette",
    "Many cities: Spark over Parquet": "command -v java && python3 -c 'import duckdb, pyspark'",
  ]

  @Test(arguments: tools.keys.sorted())
  func recipeWorks(title: String) throws {
    let section = try #require(Page(of: Self.page).sections.first { $0.title == title }, "no section \(title)")
    try withTemporaryFolder { folder in
      let shell = Shell(folder: folder.path)
      let tool = Self.tools[title] ?? ""
      if try shell.run(tool).exitCode != 0 {
        let isNeeded = ProcessInfo.processInfo.environment["KAOHE_ALL_RECIPES"] != nil
        if isNeeded { Issue.record("not installed: \(tool)") }
        return
      }
      // What the page calls kaohe.db is the demo; its rules and what makes cities of them lie beside it.
      try #require(try shell.run("kaohe demo . && mv demo.db kaohe.db").exitCode == 0)
      for file in ["Tests/Recipes/make_cities.py", "Fixtures/wuxi-2022/rules-2022.yaml"] {
        let name = URL(filePath: file).lastPathComponent
        try folder.write(Array(Repository.text(file).utf8), to: name)
      }
      for (name, text) in section.files { try folder.write(Array(text.utf8), to: name) }
      #expect(!section.transcript.steps.isEmpty)
      for step in section.transcript.steps {
        let result = try shell.run(step.command)
        let place = "\(Self.page):\(section.line + step.line)"
        #expect(result.exitCode == 0, "\(place): `\(step.command)`: \(result.output)")
        if let missing = step.firstMissing(in: result.output) {
          Issue.record("\(place): `\(step.command)` does not print “\(missing)”, but: \(result.output)")
        }
      }
    }
  }

  @Test func everyRecipeIsRun() throws {
    let sections = try Page(of: Self.page).sections.filter { !$0.transcript.steps.isEmpty }
    #expect(Set(sections.map(\.title)) == Set(Self.tools.keys))
  }

  /// A page in sections, each with the files that it shows (a line `` `name`: ``, then a block) and its commands.
  struct Page {
    struct Section {
      var title: String
      /// Lines of the page before its text.
      var line: Int
      var text = ""
      var transcript: Transcript { Transcript(of: text) }
      var files: [(name: String, text: String)] {
        text.matches(of: #/\n`(\S+)`:\n\n```\w+\n((?s).*?\n)```\n/#).map { (String($0.1), String($0.2)) }
      }
    }

    var sections: [Section] = []

    init(of page: String) throws {
      for (position, line) in try Repository.text(page).lines.enumerated() {
        if line.hasPrefix("## ") {
          sections.append(Section(title: String(line.dropFirst(3)), line: position + 1))
        } else if !sections.isEmpty {
          sections[sections.count - 1].text += line + "\n"
        }
      }
    }
  }
}
