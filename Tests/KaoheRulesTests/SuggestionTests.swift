import Testing

@testable import KaoheRules

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("point", "points"), ("titel", "title"), ("Points", "points"), ("min_site", "min_sites"),
    ("zerodenominator", "zero_denominator"),
    ("mix", "max"), ("min", nil), ("x", nil), ("", nil), ("zero_denominater", "zero_denominator"),
  ])
  /// Two of three letters changed is another word; one is a slip.
  func nearest(word: String, meant: String?) {
    let keys = ["points", "title", "max", "min_sites", "of", "zero_denominator"]
    #expect(Suggestion.nearest(to: word, among: keys) == meant)
  }

  @Test func distance() {
    let distance = { (left: String, right: String) in
      Suggestion.editDistance(Array(left.unicodeScalars), Array(right.unicodeScalars))
    }
    #expect(distance("", "") == 0)
    #expect(distance("abc", "") == 3)
    #expect(distance("abcd", "abdc") == 1)
    #expect(distance("kitten", "sitting") == 3)
  }
}
