import KaoheReports
import Testing

@Suite struct MarkdownTableTests {
  @Test func escapesMarksAndLineBreaks() {
    let table = MarkdownTable(
      columns: [TableColumn("名次", .trailing), TableColumn("a|b")],
      rows: [["1", "x|y\nz"], ["2", "*<b>* `c` _d_ [e](f) \\ \u{202E}"]])
    #expect(
      table.rendered() == #"""
        | 名次 | a\|b |
        | --: | --- |
        | 1 | x\|y<br>z |
        | 2 | \*\<b>\* \`c\` \_d\_ \[e\](f) \\ \\u{202E} |

        """#)
  }
}
