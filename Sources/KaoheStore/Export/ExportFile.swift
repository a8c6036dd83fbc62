import Foundation
import KaoheScoring

/// One file of an export, written piece by piece and on the disk once it is closed.
final class ExportFile {
  private let folder: PartFolder
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  private static let pieceSize = 1 << 16

  /// - Parameter name: its path in the folder.
  init(_ folder: PartFolder, _ name: String) throws {
    self.folder = folder
    descriptor = open(folder.path + "/" + name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw StoreError.cannotWrite(folder.wanted, errno) }
    buffer.reserveCapacity(Self.pieceSize * 2)
  }

  deinit { close(descriptor) }

  func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.pieceSize { try flush() }
  }

  /// Writes what is left, and waits until the disk has it.
  func finish() throws {
    try flush()
    guard fsync(descriptor) == 0 else { throw StoreError.cannotWrite(folder.wanted, errno) }
  }

  private func flush() throws {
    var start = 0
    while start < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        Foundation.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw StoreError.cannotWrite(folder.wanted, errno) }
      start += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
