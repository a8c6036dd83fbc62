import Glibc

/// Lines from standard input where that is no terminal: a file, or another program.
struct PipedLines: LineSource {
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var isFirst = true

  /// The most that one line may hold (bytes), as a cell of an import.
  static let limit = 1 << 20

  mutating func next(prompt: String) throws -> InputLine? {
    var scanned = start
    while true {
      if let end = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) { return take(to: end, next: end + 1) }
      scanned = buffer.count
      if isAtEnd { return start < buffer.count ? take(to: buffer.count, next: buffer.count) : nil }
      if buffer.count - start > Self.limit { return skipLine() }
      let shift = start
      fill()
      scanned -= shift
    }
  }

  private mutating func fill() {
    buffer.removeFirst(start)
    start = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = chunk.withUnsafeMutableBytes { bytes -> Int in
      while true {
        let count = read(STDIN_FILENO, bytes.baseAddress, bytes.count)
        if count < 0, errno == EINTR { continue }
        return count
      }
    }
    if count <= 0 { isAtEnd = true } else { buffer += chunk[..<count] }
  }

  /// Passes over the rest of a line that is too long.
  private mutating func skipLine() -> InputLine {
    while !isAtEnd {
      start = buffer.count
      fill()
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        start = end + 1
        break
      }
    }
    return .tooLong
  }

  private mutating func take(to end: Int, next: Int) -> InputLine {
    var bytes = buffer[start..<end]
    start = next
    if isFirst, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    isFirst = false
    if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
    if bytes.count > Self.limit { return .tooLong }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else { return .notText }
    return .text(text)
  }
}
