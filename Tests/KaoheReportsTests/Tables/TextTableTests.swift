import KaoheReports
import Testing

@Suite struct TextTableTests {
  let table = TextTable(
    columns: [
      TableColumn("名次", .trailing), TableColumn("地区"), TableColumn("总分", .trailing), TableColumn("说明", wraps: true),
    ],
    rows: [
      ["1", "惠山区", "92.35", "好"], ["10", "e\u{301}😀", "7", "line\nbreak \u{1B}[2J"], ["—", "无锡经济技术开发区", "", ""],
    ])

  @Test func alignsWideCharacters() {
    #expect(
      table.rendered() == """
        名次  地区                 总分  说明
        ----  ------------------  -----  ---------------------
           1  惠山区              92.35  好
          10  e\u{301}😀                     7  line\\nbreak \\u{1B}[2J
           —  无锡经济技术开发区

        """)
  }

  @Test func wrapsToTheTerminal() {
    #expect(
      table.rendered(width: 45) == """
        名次  地区                 总分  说明
        ----  ------------------  -----  ------------
           1  惠山区              92.35  好
          10  e\u{301}😀                     7  line\\nbreak
                                         \\u{1B}[2J
           —  无锡经济技术开发区

        """)
  }

  @Test func neverBreaksWhatDoesNotWrap() {
    #expect(table.rendered(width: 10).contains("无锡经济技术开发区"))
  }

  @Test func colourDoesNotMoveColumns() {
    let colored = table.rendered(color: true)
    #expect(colored.contains("\u{1B}[1m名次\u{1B}[0m"))
    let plain = colored.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[2m", with: "").replacing(
      "\u{1B}[0m", with: "")
    #expect(plain == table.rendered())
  }

  @Test func withoutTitlesThereIsNoHeader() {
    let table = TextTable(
      columns: [TableColumn(""), TableColumn("", .trailing)], rows: [["a", "1"], ["bb", "10"]], indent: 2)
    #expect(table.rendered() == "  a    1\n  bb  10\n")
  }

  @Test func emptyTableHasItsHeader() {
    #expect(TextTable(columns: [TableColumn("a"), TableColumn("b")]).rendered() == "a  b\n-  -\n")
  }
}
