import Foundation
import Testing

/// What holds for every source file.
@Suite struct SourceFileTests {
  static let targets = ["Migrations", "Fixtures", "Plugins"] + sourceFolders

  private static var sourceFolders: [String] {
    ((try? Repository.names(in: "Sources")) ?? []).map { "Sources/" + $0 }
  }

  @Test(arguments: targets + ["Tests", "Benchmarks/Sources", "Benchmarks/measuring"])
  func noFileIsLong(folder: String) throws {
    for file in Repository.files(in: folder, extensions: ["swift", "sql", "py"]) {
      let count = try Repository.text(file).lines.count - 1
      #expect(count <= 400, "\(file) has \(count) lines; a file has 400 at most: split it by topic")
    }
  }

  @Test(arguments: sourceFolders)
  func filesAreShortInTheMiddle(folder: String) throws {
    let counts = try Repository.files(in: folder, extensions: ["swift"])
      .map { try Repository.text($0).lines.count - 1 }.sorted()
    guard !counts.isEmpty else { return }
    #expect(counts[counts.count / 2] < 120, "half of the files in \(folder) have 120 lines or more")
  }

  @Test(arguments: targets)
  func nothingCrashesOnInput(folder: String) throws {
    try refuse(#/\btry!|\bfatalError\(|\bas!/#, in: folder, "throw an error that says what to do")
  }

  @Test func theEngineHasNoBinaryFloatingPoint() throws {
    try refuse(#/\b(?:Double|Float|Float16|Float80|CGFloat)\b/#, in: "Sources/KaoheScoring", "use Rational")
  }

  private func refuse(_ pattern: Regex<Substring>, in folder: String, _ advice: String) throws {
    for file in Repository.files(in: folder, extensions: ["swift"]) {
      for (position, line) in try Repository.text(file).lines.enumerated() {
        let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line[...]
        if let found = code.firstMatch(of: pattern) {
          Issue.record("\(file):\(position + 1): \(found.output): \(advice)")
        }
      }
    }
  }
}
