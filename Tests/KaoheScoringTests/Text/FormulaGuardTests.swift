import KaoheTestSupport
import Testing

@testable import KaoheScoring

/// What a spreadsheet would take for a formula.
@Suite struct FormulaGuardTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"), ("@SUM(A1)", "'@SUM(A1)"),
    ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("-2+3", "'-2+3"), ("-缺会议", "'-缺会议"), ("\t=1", "'\t=1"),
    ("\r=1", "'\r=1"), ("--", "'--"), ("-1.2.3", "'-1.2.3"),
    // An apostrophe of one's own before such a text.
    ("'=1", "''=1"), ("''@x", "'''@x"),
  ])
  func formulasAreGuarded(_ text: String, _ guarded: String) {
    #expect(text.guardedFromFormulas == guarded)
    #expect(guarded.unguardedFromFormulas == text)
  }

  @Test(arguments: ["", "-", "-1.5", "+2", "-3%", "-45/60", "0", "甲", "'", "'甲", "it's", "a=b", " =1", "'-1.5", "1-2"])
  func othersStay(text: String) {
    #expect(text.guardedFromFormulas == text)
    #expect(text.unguardedFromFormulas == text)
  }

  @Test func whatIsGuardedComesBack() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let signs = ["'", "=", "-", "+", "@", "1", ".", "\t", "e\u{301}", "甲"]
      let text = (0..<random.integer(0...5)).map { _ in random.pick(signs) }.joined()
      #expect(text.guardedFromFormulas.unguardedFromFormulas.utf8.elementsEqual(text.utf8))
    }
  }
}
