import Testing

@testable import KaoheReports

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("惠山区", 6), ("ＡＢ", 4), ("ｱ", 1), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("e\u{301}", 1),
    ("か\u{3099}", 2), ("😀", 2), ("👨\u{200D}👩\u{200D}👧", 2), ("👍\u{1F3FD}", 2), ("🇨🇳", 2), ("❤\u{FE0F}", 2),
    ("1\u{FE0F}\u{20E3}", 2),
    ("“×≈…→", 5), ("𠀀", 2), ("①（、", 5), ("\u{E000}", 1), ("①", 1), ("क्ष", 2),
  ])
  func width(_ text: String, _ width: Int) {
    #expect(TerminalText.width(of: text) == width)
  }

  @Test(arguments: [
    ("plain, 中文 é 😀", "plain, 中文 é 😀"),
    ("a\tb\nc\rd", "a\\tb\\nc\\rd"),
    ("\u{1B}[31mred\u{7}", "\\u{1B}[31mred\\u{7}"),
    ("\u{9B}2J\u{7F}", "\\u{9B}2J\\u{7F}"),
    ("92\u{202E}53\u{2066}", "92\\u{202E}53\\u{2066}"),
    ("zero\u{200B}width\u{FEFF}", "zero\\u{200B}width\\u{FEFF}"),
    ("\u{2028}\u{E0041}", "\\u{2028}\\u{E0041}"),
    ("👨\u{200D}👩", "👨\u{200D}👩"),
  ])
  func escaping(_ text: String, _ shown: String) {
    #expect(TerminalText.escaped(text) == shown)
  }

  @Test func proseJoinsLines() {
    #expect(TerminalText.prose("  第一行，\n  第二行\n\n") == "第一行，第二行")
    #expect(TerminalText.prose("two\nlines\r\nmore") == "two lines more")
  }

  @Test(arguments: [
    ("一二三四五", 4, ["一二", "三四", "五"]),
    ("一二三，四五", 6, ["一二", "三，四", "五"]),
    ("一二《规定》", 6, ["一二", "《规", "定》"]),
    ("some words here", 10, ["some words", "here"]),
    ("averylongword", 5, ["avery", "longw", "ord"]),
    ("共 12 分 到手", 8, ["共 12 分", "到手"]),
    ("宽", 1, ["宽"]),
  ])
  func wrapping(_ text: String, _ width: Int, _ lines: [String]) {
    #expect(TerminalText.wrapped(text, to: width) == lines)
  }

  @Test func wrappingLosesNothing() {
    let text = "建会率 85% 比 90% 低 5 个百分点，每 1 个百分点 -0.1 分 × 5（不足一个不计）、recorded by 张三。"
    for width in 2...60 {
      let lines = TerminalText.wrapped(text, to: width)
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      #expect(lines.allSatisfy { TerminalText.width(of: $0) <= width })
    }
  }
}
