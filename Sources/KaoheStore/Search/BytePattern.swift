/// A word as bytes, looked for by Horspool's way (1980): where the word has two Chinese characters, it looks at every
/// sixth byte or fewer. `memmem` and SQLite's `instr` take longer on texts as short as reasons are.
///
/// It holds its bytes itself: an array would be retained and released for each of a million texts.
final class BytePattern {
  private let word: UnsafeMutableBufferPointer<UInt8>
  /// By the byte under the word's last one: how far the word may be moved.
  private let skips: UnsafeMutableBufferPointer<Int>

  /// - Parameter bytes: not empty.
  init(_ bytes: [UInt8]) {
    word = .allocate(capacity: bytes.count)
    _ = word.initialize(fromContentsOf: bytes)
    skips = .allocate(capacity: 256)
    skips.initialize(repeating: bytes.count)
    for (position, byte) in bytes.dropLast().enumerated() { skips[Int(byte)] = bytes.count - 1 - position }
  }

  deinit {
    word.deallocate()
    skips.deallocate()
  }

  /// Whether the word occurs. In UTF-8 no word begins or ends within a character.
  func occurs(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let last = word.count - 1
    let final = word[last]
    var end = last
    while end < text.count {
      let byte = text[end]
      if byte == final {
        var position = 0
        while position < last, text[end - last + position] == word[position] { position += 1 }
        if position == last { return true }
      }
      end += skips[Int(byte)]
    }
    return false
  }
}
