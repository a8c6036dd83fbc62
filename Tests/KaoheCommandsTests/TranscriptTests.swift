import Foundation
import KaoheTestSupport
import Testing

/// Transcripts of the real binary: command line, standard output, standard error, exit code.
///
/// `KAOHE_RECORD=1 swift test` writes them anew, and fails, so that what is recorded is looked at.
@Suite struct TranscriptTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Transcripts")

  private static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? [])
    .filter { $0.hasSuffix(".txt") && ($0 != "read-only.txt" || Shell.canRunAsOther) }.sorted()

  @Test func transcriptsAreFound() {
    #expect(Self.names.count > 5)
  }

  @Test(arguments: names)
  func transcript(name: String) throws {
    let file = Self.folder.appending(path: name)
    let recorded = try String(contentsOf: file, encoding: .utf8)
    var transcript = Transcript(recorded)
    try withTemporaryFolder { folder in
      let shell = Shell(folder: folder)
      for position in transcript.commands.indices { try shell.run(&transcript.commands[position]) }
    }
    let text = transcript.description
    if ProcessInfo.processInfo.environment["KAOHE_RECORD"] != nil, text != recorded {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(name) was recorded")
      return
    }
    #expect(text == recorded, "\(Self.firstDifference(recorded, text))")
  }

  private static func firstDifference(_ expected: String, _ found: String) -> String {
    let lines = zip(expected.split(separator: "\n"), found.split(separator: "\n"))
    guard let (expected, found) = lines.first(where: { $0 != $1 }) else { return "one is longer" }
    return "expected: \(expected)\nfound:    \(found)"
  }
}
