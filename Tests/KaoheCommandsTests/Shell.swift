import Foundation
import KaoheTestSupport

/// Runs command lines in a folder of their own, with the `kaohe` that lies beside the tests.
struct Shell {
  let folder: TemporaryFolder

  /// The folder with the binary, which SwiftPM builds beside the test bundle.
  static let binaries = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().standardizedFileURL.path()

  /// Folders that transcripts import from: Fixtures/cases.
  static let cases = URL(filePath: #filePath).appending(path: "../../../Fixtures/cases").standardizedFileURL.path()

  /// How much address space (kB) a command may take that is handed what has no end. AddressSanitizer takes a fixed part
  /// of it all.
  static let memory = ProcessInfo.processInfo.environment["KAOHE_SANITIZER"] == nil ? "1048576" : "unlimited"

  /// What makes a command run without the rights of root, which may write everything.
  static let asOther = getuid() == 0 ? "setpriv --reuid=65534 --clear-groups" : ""

  /// Whether a user without rights can run the binary where it lies.
  static let canRunAsOther: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\(asOther) \(binaries)/kaohe --version >/dev/null 2>&1"]
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// Runs `/bin/sh -c`, and takes what it prints. What differs from run to run is replaced.
  func run(_ command: inout Transcript.Command) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command.line]
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = [
      "PATH": Self.binaries + ":/usr/bin:/bin", "HOME": folder.path, "TMPDIR": folder.path, "TERM": "xterm",
      "LANG": "zh_CN.UTF-8", "KAOHE_ACTOR": "测试员", "CASES": Self.cases, "AS_OTHER": Self.asOther,
      "MEMORY": Self.memory,
    ]
    // To files rather than to pipes: nothing waits for the other end.
    let (output, errors) = (folder.file(".stdout"), folder.file(".stderr"))
    for path in [output, errors] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    command.output = try normalized(output)
    command.errors = try normalized(errors)
    command.status = process.terminationStatus
  }

  private func normalized(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      .replacing(folder.path, with: "FOLDER")
      .replacing(Self.cases, with: "CASES")
      .replacing(/20\d\d-\d\d-\d\d \d\d:\d\dZ?/, with: "MOMENT")
      .replacing(/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\dZ/, with: "MOMENT")
  }
}
