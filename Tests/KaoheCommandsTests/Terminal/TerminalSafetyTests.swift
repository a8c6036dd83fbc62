import Foundation
import KaoheReports
import KaoheStore
import KaoheTestSupport
import Testing

/// Nothing that was recorded, named or typed steers the terminal of whoever looks at it, whatever is printed. A file or a
/// pipe gets CSV as it was recorded.
@Suite struct TerminalSafetyTests {
  private static let evil = EvilRecords.text

  /// Every command that prints what was recorded, with the forms in which it can.
  private static let commands: [[String]] =
    [
      ["rank", "2022"], ["explain", "2022", "d1"], ["visit", "list"], ["finding", "list"], ["evidence", "list"],
      ["evidence", "verify", "files"], ["objection", "list"], ["rules", "list"], ["rules", "show", "evil"], ["check"],
      ["conflict", "list"], ["field", "list"], ["search", "甲"], ["search", "乙"], ["schema"],
      ["query", "SELECT * FROM current_observation"], ["query", "SELECT name AS \"\(evil)\" FROM district"],
    ].flatMap { [$0, $0 + ["--format", "csv"]] } + [
      ["rank", "2022", "--format", "json"], ["rank", "2022", "--format", "markdown"],
      ["explain", "2022", "d1", "--format", "json"], ["explain", "2022", "d1", "--format", "markdown"],
      ["visit", "list", "--format", "json"], ["visit", "list", "--format", "markdown"],
      ["search", "甲", "--format", "json"], ["search", "甲", "--format", "markdown"],
      ["sheet", "V2"], ["sheet", "V2", "--format", "markdown"], ["sheet", "V2", "--format", "html"],
      ["rules", "show", "evil", "--source"],
    ]

  /// What repeats what was typed.
  private static let typed: [[String]] = [
    [evil], ["rank", evil], ["rank", "2022", evil], ["rank", "--\(evil)"],
    ["rank", "2022", "--format", evil], ["explain", "2022", evil],
    ["sheet", evil], ["score", evil, "A1", "1"], ["score", "V2", evil, "1"],
    ["score", "V2", "A4", evil], ["score", "V2", "A1", "1", "--item", evil],
    ["score", "V2", "A1", "1", "--item", "A1-1", "--reason", evil, "--evidence", evil],
    ["record", evil], ["visit", "submit", evil], ["visit", "return", "V1", "--reason", evil],
    ["finding", "close", evil, "--evidence", evil], ["rules", "show", evil],
    ["rules", "check", evil], ["import", evil], ["import", "evil"], ["merge", evil],
    ["merge", "evil.db"], ["export", evil], ["query", evil], ["query", "SELECT '\(evil)' +"],
    ["query", "SELECT 1 AS \"\(evil)\", nothing"], ["query", "--file", evil],
    ["query", "SELECT :a", "--with", "\(evil)=1"], ["search", evil], ["schema", evil],
    ["evidence", "add", "district:d1", evil, "--file", evil],
    ["evidence", "verify", evil], ["--db", evil, "rank", "2022"],
    ["--lang", evil, "rank", "2022"], ["field", "checkout", evil, "x.db"],
    ["field", "checkout", "G1", evil], ["init", "--db", evil],
  ]

  @Test func whatIsShownIsHarmless() throws { try expectHarmless(Self.commands) }

  @Test func whatRepeatsWhatWasTypedIsHarmless() throws { try expectHarmless(Self.typed) }

  private func expectHarmless(_ commands: [[String]]) throws {
    try withDatabase { folder in
      for command in commands {
        let bytes = try PseudoTerminal().output(of: command, in: folder)
        expectHarmless(bytes, "\(command)")
      }
    }
  }

  @Test func recordingIsHarmless() throws {
    try withDatabase { folder in
      let lines = [":l", ":A1", "1=3", "少了", "/甲", "A1-1=x", ":q"]
      let bytes = try PseudoTerminal().output(
        of: ["record", "V2"], in: folder, typing: lines.joined(separator: "\r") + "\r")
      let text = try expectText(bytes)
      #expect(text.contains("\\u{202E}12"))
      // libedit itself goes back to the beginning of a line.
      expectHarmless(bytes.filter { $0 != UInt8(ascii: "\r") && $0 != 8 }, "record")
    }
  }

  /// What is escaped at a terminal is as it was recorded in a pipe.
  @Test func aPipeGetsWhatWasRecorded() throws {
    try withDatabase { folder in
      let query = ["query", "SELECT reason FROM current_observation WHERE visit = 'V1' AND indicator = 'A4'"]
      for command in [query, ["explain", "2022", "d1", "A4"]] {
        let shown = try expectText(PseudoTerminal().output(of: command + ["--format", "csv"], in: folder))
        #expect(shown.contains("甲\\u{1B}[31m"))
        let pipe = Pipe()
        let process = Process()
        process.executableURL = URL(filePath: Shell.binaries + "/kaohe")
        process.arguments = command + ["--format", "csv"]
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.standardOutput = pipe
        try process.run()
        let piped = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(piped.contains("\"\(Self.evil)\ny\""))
      }
    }
  }

  private func withDatabase(_ body: (TemporaryFolder) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(atPath: folder.file("evil"), withIntermediateDirectories: false)
      try FileManager.default.createDirectory(atPath: folder.file("files"), withIntermediateDirectories: false)
      try folder.write([1], to: "files/a\u{1B}[31m\u{202E}.pdf")
      try folder.write([1, 2, 3], to: "evil.db")
      let rows = "code,name,\(Self.evil)\n\(Self.evil),x,\(Self.evil)\n"
      try folder.write(Array(rows.utf8), to: "evil/districts.csv")
      try folder.write(Array("a: \(EvilRecords.rulesText)\n\(EvilRecords.rulesText): b\n".utf8), to: "evil/rules.yaml")
      try withTemporaryFolder { records in
        try EvilRecords.write(to: records)
        let store = try Store.prepare(folder.file("kaohe.db")).store
        _ = try store.importFolder(records.path, session: Session(actor: Self.evil, command: "import"))
      }
      try body(folder)
    }
  }

  private func expectText(_ bytes: [UInt8]) throws -> String { try #require(String(validating: bytes, as: UTF8.self)) }

  private func expectHarmless(_ bytes: [UInt8], _ what: String) {
    #expect(!bytes.isEmpty, "\(what) printed nothing")
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      // Lines of CSV end with CRLF.
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard let text = String(validating: line, as: UTF8.self) else {
        Issue.record("\(what) printed what is no text")
        continue
      }
      #expect(TerminalText.escaped(text) == text, "\(what)")
    }
  }
}
