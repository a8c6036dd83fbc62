import KaoheScoring

/// What is looked for: words, all of which have to occur in a text, in any order.
///
/// Letters match in either case and either width. No character has a meaning of its own: `%`, `_` and `*` are looked
/// for as they are.
public struct SearchWords: Sendable, Hashable {
  /// Folded, without empty ones and duplicates.
  let words: [[Unicode.Scalar]]

  /// - Parameter text: what was typed; white space of any width parts the words.
  /// - Returns: nil where there is no word in it.
  public init?(_ text: String) {
    var seen: Set<[Unicode.Scalar]> = []
    words = text.composed.split(whereSeparator: \.isWhitespace)
      .map { $0.unicodeScalars.map(\.folded) }
      .filter { seen.insert($0).inserted }
    if words.isEmpty { return nil }
  }

  /// Where the words stand in a text: ranges of its Unicode scalars, in order; those that touch or overlap are one.
  ///
  /// - Returns: nothing where a word does not occur.
  func marks(in text: String) -> [Range<Int>] {
    let folded = text.unicodeScalars.map(\.folded)
    var found: [Range<Int>] = []
    for word in words {
      let places = places(of: word, in: folded)
      if places.isEmpty { return [] }
      found += places
    }
    var marks: [Range<Int>] = []
    for range in found.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = marks.last, range.lowerBound <= last.upperBound {
        marks[marks.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        marks.append(range)
      }
    }
    return marks
  }

  private func places(of word: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Range<Int>] {
    guard word.count <= text.count else { return [] }
    return (0...text.count - word.count).compactMap { start in
      text[start..<start + word.count].elementsEqual(word) ? start..<start + word.count : nil
    }
  }
}
