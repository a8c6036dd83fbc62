import Foundation
import Testing

@testable import KaoheStore

/// Every code that an import can give has a folder that raises it: `RefusalTests` holds each `Refusal` to its codes.
@Suite struct ProblemCodeTests {
  @Test func everyCodeIsRaised() throws {
    let raised = Set(Refusal.all.flatMap(\.codes)).union(FolderTests.codes).union(StepImportTests.codes)
    #expect(try Self.codesInSources().subtracting(raised).sorted() == [])
  }

  /// All string literals that look like a code.
  private static func codesInSources() throws -> Set<String> {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources").standardized
    var codes: Set<String> = []
    for folder in ["KaoheStore/Import", "KaoheScoring/Observations"] {
      let files = try FileManager.default.contentsOfDirectory(
        at: sources.appending(path: folder), includingPropertiesForKeys: nil)
      for file in files {
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: /"([a-z]+(?:-[a-z0-9]+)+)"/) { codes.insert(String(match.1)) }
      }
    }
    #expect(codes.count > 30)
    return codes
  }
}
