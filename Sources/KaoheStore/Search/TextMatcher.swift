/// Says of many texts, as SQLite holds them, whether all words occur in them. It is used by one connection only.
final class TextMatcher {
  /// Words that stand in a text as they are, if at all.
  private let plain: [BytePattern]
  /// Words with letters, digits or marks, which a text may write in another case or width.
  private let folded: [BytePattern]
  private let text = FoldedBytes()

  init(_ words: SearchWords) {
    func pattern(_ word: [Unicode.Scalar]) -> BytePattern {
      BytePattern(Array(String(String.UnicodeScalarView(word)).utf8))
    }
    plain = words.words.filter { $0.allSatisfy(\.hasNoCase) }.map(pattern)
    folded = words.words.filter { !$0.allSatisfy(\.hasNoCase) }.map(pattern)
  }

  /// - Parameter bytes: UTF-8.
  func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for word in plain where !word.occurs(in: bytes) { return false }
    if folded.isEmpty { return true }
    text.replace(with: bytes)
    for word in folded where !word.occurs(in: text.bytes) { return false }
    return true
  }
}
