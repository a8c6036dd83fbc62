import Glibc

/// A CSV file while it is written: through one buffer, so that its size costs no memory.
final class CSVFile {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private static let limit = 1 << 20

  /// - Parameter header: the names of the columns, commas between.
  init(_ path: String, header: String) throws(GeneratorError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw GeneratorError("can't write \(path): \(String(cString: strerror(errno)))") }
    buffer.reserveCapacity(Self.limit + 4096)
    buffer += header.utf8
    buffer.append(UInt8(ascii: "\n"))
  }

  deinit { Glibc.close(descriptor) }

  func add(_ cells: String...) throws(GeneratorError) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { buffer.append(UInt8(ascii: ",")) }
      add(cell)
    }
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.limit { try flush() }
  }

  private func add(_ cell: String) {
    guard cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      buffer += cell.utf8
      return
    }
    buffer.append(0x22)
    for byte in cell.utf8 {
      if byte == 0x22 { buffer.append(0x22) }
      buffer.append(byte)
    }
    buffer.append(0x22)
  }

  /// Writes what is left in the buffer. Without it, the last rows are lost.
  func flush() throws(GeneratorError) {
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, $0.count - written) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw GeneratorError("can't write \(path): \(String(cString: strerror(errno)))") }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Makes a folder, unless it is there; its parents have to be.
func makeFolder(_ path: String) throws(GeneratorError) {
  if mkdir(path, 0o755) != 0, errno != EEXIST {
    throw GeneratorError("can't make the folder \(path): \(String(cString: strerror(errno)))")
  }
}
