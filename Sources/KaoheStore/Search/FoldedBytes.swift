/// A text in UTF-8 with each character folded (`Unicode.Scalar.folded`), in a buffer that the next text uses again.
final class FoldedBytes {
  private var buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1024)
  private var count = 0

  deinit { buffer.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: buffer[..<count]) }

  /// Takes a text in place of the one before. What is no UTF-8 stays as it is.
  func replace(with text: UnsafeBufferPointer<UInt8>) {
    // A folded character takes half as much again as it took, at most.
    if buffer.count < 2 * text.count {
      buffer.deallocate()
      buffer = .allocate(capacity: 4 * text.count)
    }
    let buffer = buffer
    var (position, written) = (0, 0)
    while position < text.count {
      let byte = text[position]
      switch byte {
      // Nearly all that Chinese is written with begins with these bytes, or follows them.
      case 0x80...0xBF, 0xE3...0xE9, 0..<0x41, 0x5B..<0x80:
        buffer[written] = byte
        (position, written) = (position + 1, written + 1)
      case 0x41...0x5A:
        buffer[written] = byte + 0x20
        (position, written) = (position + 1, written + 1)
      default:
        let end = min(position + FoldedBytes.length(of: byte), text.count)
        let character = UnsafeBufferPointer(rebasing: text[position..<end])
        if let scalar = FoldedBytes.scalar(character), scalar.folded != scalar {
          for byte in UTF8.encode(scalar.folded) ?? .init() {
            buffer[written] = byte
            written += 1
          }
        } else {
          for byte in character {
            buffer[written] = byte
            written += 1
          }
        }
        position = end
      }
    }
    count = written
  }

  /// By the first byte; 1 where it is none.
  private static func length(of byte: UInt8) -> Int {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  /// - Returns: nil where the bytes are no character.
  private static func scalar(_ character: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    guard character.count > 1, character.count == length(of: character[0]) else { return nil }
    // The first byte has as many ones at its head as there are bytes, and then a zero.
    var value = UInt32(character[0]) & (0x7F >> UInt32(character.count))
    for byte in character.dropFirst() {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return Unicode.Scalar(value)
  }
}
