import KaoheFuzzing
import KaoheTestSupport
import Testing

/// The harness of `make test-fuzz` runs, and a few inputs of each class find nothing.
@Suite struct SmokeTests {
  @Test(arguments: [("rules", 60), ("csv", 25), ("xlsx", 25), ("values", 15), ("merge", 20)])
  func fewInputs(name: String, inputs: Int) throws {
    let found = try #require(FuzzClasses.all.first { $0.name == name })
    try withTemporaryFolder { folder in
      var run = try FuzzRun(folder: folder.path, seed: 1)
      let summary = try run.run(found.type, seconds: 60, inputs: inputs)
      #expect(summary.findings == [])
      #expect(summary.inputs == inputs)
      // Both outcomes are seen; else nothing would have been tried. Of many values some are always read.
      #expect(summary.accepted > 0 && (summary.refused > 0 || name == "values"))
    }
  }

  @Test func everyClassIsTried() {
    #expect(FuzzClasses.all.map(\.name) == ["rules", "csv", "xlsx", "values", "merge"])
  }
}
