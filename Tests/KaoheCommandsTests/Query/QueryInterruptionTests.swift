import Foundation
import KaoheTestSupport
import Testing

/// Ctrl-C while a query runs: the real program gets the signal.
@Suite struct QueryInterruptionTests {
  private static let endless = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) "

  /// The first row shows that the query runs; the second never comes, or rows come without end.
  @Test(arguments: ["SELECT 'first' AS a UNION ALL SELECT max(n) FROM c", "SELECT n FROM c"])
  func stopsInOrder(sql: String) throws {
    try withTemporaryFolder { folder in
      try run(["init"], in: folder).waitUntilExit()
      let before = try files(folder)
      let (output, errors) = (Pipe(), Pipe())
      let process = try run(["query", "--format", "json", Self.endless + sql], in: folder, output, errors)
      var text = output.fileHandleForReading.availableData
      #expect(!text.isEmpty)
      process.interrupt()
      text += try output.fileHandleForReading.readToEnd() ?? Data()
      let complaints = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 130)
      #expect(complaints.hasSuffix("kaohe: 已中断\n"), "\(complaints)")
      #expect(complaints.contains("不完整"))
      #expect(throws: (any Error).self) { try JSONSerialization.jsonObject(with: text) }
      #expect(try files(folder) == before)
    }
  }

  /// One function of SQLite that works for hours: no request reaches it.
  @Test func endsWhatCanNotBeStopped() throws {
    try withTemporaryFolder { folder in
      try run(["init"], in: folder).waitUntilExit()
      let before = try files(folder)
      let (output, errors) = (Pipe(), Pipe())
      let sql = "SELECT 1 AS a UNION ALL SELECT instr(hex(zeroblob(4900000)), hex(zeroblob(2000000)) || '1')"
      let process = try run(["query", "--format", "csv", "--timeout", "0", sql], in: folder, output, errors)
      #expect(!output.fileHandleForReading.availableData.isEmpty)
      // It works on the second row once it has used more of the processor.
      let used = try processorTime(of: process)
      for _ in 0..<20_000 where try process.isRunning && processorTime(of: process) < used + 10 { usleep(1000) }
      process.interrupt()
      let complaints = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 130)
      #expect(complaints == "kaohe: 输出不完整\nkaohe: 已中断\n")
      // Beside it the files of SQLite's log stay, with nothing in them to be lost.
      #expect(try files(folder)["kaohe.db"] == before["kaohe.db"])
    }
  }

  /// Where the first can't end it, since nobody reads what it prints, the second does, at once.
  @Test func aSecondOneEndsTheProgram() throws {
    try withTemporaryFolder { folder in
      try run(["init"], in: folder).waitUntilExit()
      let output = Pipe()
      let process = try run(["query", "--format", "csv", Self.endless + "SELECT n FROM c"], in: folder, output)
      #expect(!output.fileHandleForReading.availableData.isEmpty)
      // Until it ends: signals that come while one is pending are one.
      for _ in 0..<20_000 where process.isRunning {
        process.interrupt()
        usleep(1000)
      }
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      #expect(process.terminationStatus == 130)
      _ = output
    }
  }

  /// In ticks: two fields of what the kernel says of a process, behind its name in parentheses.
  private func processorTime(of process: Process) throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)
    let fields = status[(status.lastIndex(of: ")") ?? status.startIndex)...].split(separator: " ")
    return fields[12...13].reduce(0) { $0 + (Int($1) ?? 0) }
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder, _ output: Pipe? = nil, _ errors: Pipe? = nil)
    throws
    -> Process
  {
    let process = Process()
    process.executableURL = URL(filePath: Shell.binaries + "/kaohe")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = ["LANG": "zh_CN.UTF-8", "PATH": "/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output ?? FileHandle.nullDevice as Any
    process.standardError = errors ?? FileHandle.nullDevice as Any
    try process.run()
    return process
  }

  private func files(_ folder: TemporaryFolder) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(filePath: folder.file($0)))) })
  }
}
