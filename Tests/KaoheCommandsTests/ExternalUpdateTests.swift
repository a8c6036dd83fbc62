import Foundation
import KaoheFixtures
import KaoheReports
import KaoheStore
import KaoheTestSupport
import Testing

/// An analyst who corrects an observation with the `sqlite3` shell is seen, and the next ranking is right.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
struct ExternalUpdateTests {
  /// A measure at a confirmed visit of 2022, as scores.csv has it, and another in its place.
  private static let row = "V22-N-320206,B2.2,,1404/1520,"
  private static let changedRow = "V22-N-320206,B2.2,,1290/1520,"

  @Test func anUpdateWithAnotherProgramIsSeenAndRanked() throws {
    try withTemporaryFolder { folder in
      let shell = Shell(folder: folder)
      try shell.expect("kaohe demo . >/dev/null", "")
      try shell.expect("sqlite3 demo.db \"SELECT sum(stale) FROM district_ranking\"", "0\n")
      let before = try shell.output("kaohe --db demo.db rank 2022 --format json")
      #expect(try before == Self.ranking(of: DemoFixture.files, in: folder, "same"))

      try shell.expect(
        """
        sqlite3 demo.db "UPDATE observation SET value = '1290/1520'
          WHERE visit = 'V22-N-320206' AND indicator = 'B2.2' AND value = '1404/1520'"
        """, "")
      try shell.expect(
        "sqlite3 demo.db 'SELECT assessment, code, stale FROM district_ranking WHERE stale'", "2022|320206|1\n")
      try shell.expect(
        """
        sqlite3 demo.db "SELECT actor, command IS NULL, table_name, action, old ->> 'value', new ->> 'value',
          count(*) FROM audit_log WHERE actor = 'external'"
        """, "external|1|observation|update|1404/1520|1290/1520|1\n")

      let files = DemoFixture.files.map { ($0.name, $0.text.replacing(Self.row, with: Self.changedRow)) }
      let after = try shell.output("kaohe --db demo.db rank 2022 --format json")
      #expect(after != before)
      #expect(try after == Self.ranking(of: files, in: folder, "changed"))
      try shell.expect("sqlite3 demo.db 'SELECT code FROM district_ranking WHERE stale'", "")
    }
  }

  /// The ranking as JSON where these files were imported.
  private static func ranking(
    of files: [(name: String, text: String)], in folder: TemporaryFolder, _ name: String
  ) throws -> String {
    let records = folder.file(name)
    try FileManager.default.createDirectory(atPath: records, withIntermediateDirectories: false)
    for (file, text) in files { try folder.write(Array(text.utf8), to: "\(name)/\(file)") }
    let session = Session(actor: "测试员", command: "test")
    let store = try Store.prepare(folder.file("\(name).db")).store
    _ = try store.importFolder(records, session: session)
    return try store.ranking(of: "2022", session: session).rendered(as: .json)
  }
}

extension Shell {
  /// What a command that succeeds prints.
  fileprivate func output(_ line: String) throws -> String {
    var command = Transcript.Command(line: line)
    try run(&command)
    try #require(command.status == 0 && command.errors.isEmpty, "\(command)")
    return command.output
  }

  fileprivate func expect(_ line: String, _ output: String) throws {
    #expect(try self.output(line) == output)
  }
}
