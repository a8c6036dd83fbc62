import KaoheReports
import Testing

@Suite struct MarkedTextTests {
  @Test func aShortTextStaysWhole() {
    let text = MarkedText("会议纪要迟迟未印发", marks: [0..<2])
    #expect(text.excerpt().bracketed == "【会议】纪要迟迟未印发")
  }

  @Test func contextIsCut() {
    let text = String(repeating: "前", count: 100) + "针" + String(repeating: "后", count: 100)
    let excerpt = "…" + String(repeating: "前", count: 20) + "【针】" + String(repeating: "后", count: 20) + "…"
    #expect(MarkedText(text, marks: [100..<101]).excerpt().bracketed == excerpt)
  }

  /// Matches that adjoin are one mark, which may be the whole text.
  @Test func aLongMarkIsCut() {
    let needles = String(repeating: "针", count: 20)
    let text = MarkedText(String(repeating: "针", count: 300_000), marks: [0..<300_000])
    #expect(text.excerpt().bracketed == "【\(needles)…\(needles)】")
  }

  @Test func manyMarksAreCut() {
    let text = MarkedText(String(repeating: "针线", count: 10_000), marks: (0..<10_000).map { $0 * 2..<$0 * 2 + 1 })
    let excerpt = text.excerpt().bracketed
    #expect(excerpt.hasPrefix("【针】线【针】") && excerpt.hasSuffix("…"))
    #expect((400...1000).contains(excerpt.count))
  }
}
