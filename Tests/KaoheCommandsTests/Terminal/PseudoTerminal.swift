import Foundation
import KaoheTestSupport

/// A terminal of which every byte that a program sends to it is kept.
struct PseudoTerminal {
  private let main: Int32
  private let slave: FileHandle

  struct Failure: Error {}

  init() throws {
    // As openpty does, which Swift's Glibc has not: unlock the other end (TIOCSPTLCK), ask for its number (TIOCGPTN).
    main = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (locked, number): (Int32, Int32) = (0, 0)
    guard main >= 0, ioctl(main, 0x4004_5431, &locked) == 0, ioctl(main, 0x8004_5430, &number) == 0 else {
      throw Failure()
    }
    let descriptor = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure() }
    // Nothing is added to what is written, and what is typed is not shown.
    var settings = termios()
    tcgetattr(descriptor, &settings)
    cfmakeraw(&settings)
    tcsetattr(descriptor, TCSANOW, &settings)
    slave = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Runs `kaohe` there to its end.
  ///
  /// - Parameter typing: what is typed, from the beginning.
  /// - Returns: what the terminal got, of both outputs.
  func output(of arguments: [String], in folder: TemporaryFolder, typing: String = "") throws -> [UInt8] {
    defer { close(main) }
    let process = Process()
    process.executableURL = URL(filePath: Shell.binaries + "/kaohe")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "en_US.UTF-8", "KAOHE_ACTOR": "张三", "TERM": "dumb",
    ]
    process.standardInput = slave
    process.standardOutput = slave
    process.standardError = slave
    _ = Array(typing.utf8).withUnsafeBytes { write(main, $0.baseAddress, $0.count) }
    try process.run()
    try slave.close()
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    // The last process that has it open lets go of it: an error then, and no end.
    while true {
      let count = read(main, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      bytes += piece[..<count]
    }
    process.waitUntilExit()
    return bytes
  }
}
