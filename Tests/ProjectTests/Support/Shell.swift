import Foundation
import Testing

/// Runs programs, among them the kaohe that was built beside these tests.
struct Shell {
  var folder: String
  /// As in LANG.
  var locale = "en_US.UTF-8"

  struct Result {
    /// Standard output and standard error, in the order in which they were written.
    var output: String
    var exitCode: Int32
  }

  /// - Parameter command: what is typed.
  func run(_ command: String) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec 2>&1; " + command]
    process.currentDirectoryURL = URL(filePath: folder)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = [
      "PATH": "\(Shell.products):\(path)", "LANG": locale, "HOME": folder, "KAOHE_ACTOR": "office",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(output: String(decoding: data, as: UTF8.self), exitCode: process.terminationStatus)
  }

  /// Whether a program is there.
  static func has(_ program: String) -> Bool {
    (try? Shell(folder: NSTemporaryDirectory()).run("command -v \(program)").exitCode) == 0
  }

  /// The folder that SwiftPM builds into.
  private static let products =
    Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent().path ?? ""
}
