import KaoheScoring

/// What a mistyped word was probably meant to be.
public enum Suggestion {
  /// The nearest of the candidates, if it is at most two edits away and not more than half of it would change.
  public static func nearest<Candidates: Sequence<String>>(to word: String, among candidates: Candidates) -> String? {
    let word = Array(word.lowercased().unicodeScalars)
    guard word.count <= 40 else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let letters = Array(candidate.unicodeScalars)
      let distance = editDistance(word, letters)
      if distance <= min(2, letters.count / 2), distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// The question whether that word was meant.
  public static func hint(_ word: String) -> Bilingual {
    Bilingual("是不是 `\(word)`？", en: "did you mean `\(word)`?")
  }

  /// Insertions, deletions, replacements and swaps of neighbours that make one word of the other.
  static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        var distance = min(previous[column + 1] + 1, current[column] + 1)
        distance = min(distance, previous[column] + (left[row] == right[column] ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          distance = min(distance, beforePrevious[column - 1] + 1)
        }
        current.append(distance)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
