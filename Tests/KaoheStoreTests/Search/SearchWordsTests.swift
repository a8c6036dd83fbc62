import Foundation
import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What a word matches, in a text and in its bytes.
@Suite struct SearchWordsTests {
  private func isFound(_ words: String, in text: String) throws -> Bool {
    let words = try #require(SearchWords(words))
    let isInBytes = Array(text.utf8).withUnsafeBufferPointer { TextMatcher(words).matches($0) }
    #expect(words.marks(in: text).isEmpty == !isInBytes)
    return isInBytes
  }

  @Test(arguments: [
    ("议", "会议"), ("会", "会议"), ("会议", "会议"), ("餮", "一餮"), ("职代会审议", "方案未经职代会审议通过"), ("a", "A级"), ("Ａ级", "a级"),
    ("85%", "完成８５％"), ("８５％", "完成85%"), ("（一）", "(一)"), ("é", "É"), ("Ⅲ", "ⅲ类"), ("k", "\u{212A}"), ("e\u{301}", "é"),
    ("会议\u{3000}纪要", "纪要里没有会议"), ("纪要 会议 会议", "会议纪要"), ("ⱥ", "Ⱥ"), ("😀", "好😀"), ("'", "it's"), ("\"", "“x”\""),
  ])
  func isFound(words: String, text: String) throws {
    #expect(try isFound(words, in: text))
  }

  @Test(arguments: [
    ("议", "会"), ("会议", "会场，议程"), ("会议 台账", "会议纪要"), ("%", "会议"), ("_", "会议"), ("*", "会议"), ("?", "会议"), ("[会]", "会"),
    ("会_", "会议"), ("a", "会议"), ("会议", ""), ("会议会议", "会议"), ("\\", "会议"),
  ])
  func isNotFound(words: String, text: String) throws {
    #expect(try !isFound(words, in: text))
  }

  @Test(arguments: ["", " ", "\u{3000}\t\n"])
  func nothingIsLookedFor(text: String) {
    #expect(SearchWords(text) == nil)
  }

  @Test func marksAreWhereTheWordsStand() throws {
    let words = try #require(SearchWords("会议 议程 A"))
    #expect(words.marks(in: "会议议程") == [])
    #expect(words.marks(in: "会议程序和Ａ、a") == [0..<3, 5..<6, 7..<8])
    #expect(words.marks(in: "会议程，会议Ａa") == [0..<3, 4..<8])
    #expect(try #require(SearchWords("甲甲")).marks(in: "甲甲甲乙甲甲") == [0..<3, 4..<6])
  }

  /// The matcher over bytes against letters compared one by one.
  @Test(arguments: 1...40)
  func agreesWithANaiveSearch(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("会议台账纪要，。（）aAbBzZ09８５％%_*ＡｂéÉñⅢⅲȺⱥ😀“…𠮷한")
    func text(_ length: ClosedRange<Int>) -> String {
      String((0..<generator.integer(length)).map { _ in generator.pick(alphabet) })
    }
    for _ in 0..<200 {
      let text = text(0...30)
      let word = generator.oneIn(2) ? self.part(of: text, &generator) : String(generator.pick(alphabet))
      guard let words = SearchWords(word) else { continue }
      let isThere = naive(text).contains(naive(word))
      let isFound = Array(text.utf8).withUnsafeBufferPointer { TextMatcher(words).matches($0) }
      #expect(isFound == isThere, "\(word) in \(text)")
      #expect(words.marks(in: text).isEmpty != isThere, "\(word) in \(text)")
    }
  }

  private func part(of text: String, _ generator: inout SeededGenerator) -> String {
    let characters = Array(text)
    guard !characters.isEmpty else { return "" }
    let start = generator.integer(0...characters.count - 1)
    return String(characters[start...generator.integer(start...characters.count - 1)])
  }

  private func naive(_ text: String) -> [UInt8] {
    Array(text.halfWidth.lowercased().utf8)
  }

  @Test(arguments: 1...20)
  func bytesThatAreNoTextAreSearched(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words = [try #require(SearchWords("会 a")), try #require(SearchWords("Ａ")), try #require(SearchWords("é"))]
    for _ in 0..<200 {
      let bytes = (0..<generator.integer(0...40)).map { _ in UInt8(generator.integer(0...255)) }
      // Nothing can be said of what is found; it ends, and stays within the bytes.
      for words in words { _ = bytes.withUnsafeBufferPointer { TextMatcher(words).matches($0) } }
      let text = bytes + Array("会Ａ".utf8)
      #expect(
        text.withUnsafeBufferPointer { TextMatcher(words[1]).matches($0) } || bytes.last.map { $0 >= 0xC2 } == true)
    }
  }

  @Test func aLongTextIsFoldedWhole() throws {
    let words = try #require(SearchWords("z尾"))
    let text = Array((String(repeating: "Ⱥ会a", count: 5000) + "Z尾").utf8)
    #expect(text.withUnsafeBufferPointer { TextMatcher(words).matches($0) })
  }
}

extension [UInt8] {
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    part.count <= count && (0...count - part.count).contains { self[$0..<$0 + part.count].elementsEqual(part) }
  }
}
