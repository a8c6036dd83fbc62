import KaoheScoring
import KaoheTestSupport
import Testing

/// White space at the ends of a text goes, whatever stands beside it.
@Suite struct TrimmedTests {
  private static let parts = [
    "a", "9", "，", "优", "（", "　", " ", "\t", "\n", "\r\n", "\u{301}", "\u{302A}", "\u{3099}", "\u{200D}", "\u{FE0F}",
    "✓", "👍", "\u{A0}", "\u{2028}", "\u{0600}", "",
  ]

  @Test func asCharacterByCharacter() {
    var random = SeededGenerator(seed: 3)
    for _ in 1...3000 {
      let text = (0..<random.integer(0...6)).map { _ in random.pick(Self.parts) }.joined()
      var rest = text[...]
      while rest.first?.isWhitespace == true { rest.removeFirst() }
      while rest.last?.isWhitespace == true { rest.removeLast() }
      #expect(Array(text.trimmed.unicodeScalars) == Array(String(rest).unicodeScalars), "\(text.debugDescription)")
      #expect(text[...].trimmed == text.trimmed)
    }
  }
}
