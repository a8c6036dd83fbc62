import KaoheScoring
import Testing

@testable import KaoheReports

@Suite struct RowWriterTests {
  static let row: [Cell] = [.number("1.5"), .null, .text("a,\"b\"\n\u{1B}[2J"), .text("")]
  static let columns = ["n", "code", "text", "code"]

  private func text(_ format: RowWriter.Format, _ rows: [[Cell]], isForTerminal: Bool = false) -> String {
    var writer = RowWriter(format, columns: Self.columns, isForTerminal: isForTerminal)
    for row in rows { writer.write(row) }
    writer.finish()
    return writer.take()
  }

  @Test func csv() {
    #expect(text(.csv, [Self.row]) == "n,code,text,code\r\n1.5,,\"a,\"\"b\"\"\n\u{1B}[2J\",\r\n")
    #expect(text(.csv, []) == "n,code,text,code\r\n")
  }

  @Test func noEscapeSequenceReachesATerminal() {
    #expect(
      text(.csv, [Self.row], isForTerminal: true) == "n,code,text,code\r\n1.5,,\"a,\"\"b\"\"\\n\\u{1B}[2J\",\r\n")
  }

  @Test func json() {
    #expect(
      text(.json, [Self.row, Self.row.reversed()])
        == "[\n {\"n\": 1.5, \"code\": null, \"text\": \"a,\\\"b\\\"\\n\\u001b[2J\", \"code_2\": \"\"},\n"
        + " {\"n\": \"\", \"code\": \"a,\\\"b\\\"\\n\\u001b[2J\", \"text\": null, \"code_2\": 1.5}\n]\n")
    #expect(text(.json, []) == "[]\n")
  }

  /// What broke off can't be taken for whole.
  @Test func jsonThatIsNotFinished() {
    var writer = RowWriter(.json, columns: ["a"], isForTerminal: false)
    writer.write([.number("1")])
    #expect(writer.take() == "[\n {\"a\": 1}")
    #expect(writer.take() == "")
    writer.write([.null])
    #expect(writer.take() == ",\n {\"a\": null}")
  }

  @Test(arguments: [
    (["a", "b"], ["a", "b"]), (["a", "a", "a"], ["a", "a_2", "a_3"]), (["a", "a", "a_2"], ["a", "a_3", "a_2"]),
    (["a_2", "a", "a"], ["a_2", "a", "a_3"]), (["", ""], ["", "_2"]),
  ])
  func keysAreUnique(columns: [String], keys: [String]) {
    #expect(RowWriter.keys(columns) == keys)
  }

  @Test func infinities() {
    #expect([Cell.number("Inf"), .number("-Inf"), .number("1.0e+100")].map(\.json) == ["1e999", "-1e999", "1.0e+100"])
  }

  @Test func tables() {
    let listing = Listing(
      columns: ["名称", "n", "x"],
      cells: [
        [.text("宜兴\u{1B}[2J市"), .number("9"), .null], [.text("江阴"), .null, .null], [.null, .number("10"), .null],
      ])
    #expect(
      listing.rendered(as: .table, language: .chinese) == """
        名称              n  x
        ---------------  --  -
        宜兴\\u{1B}[2J市   9
        江阴
                         10

        """)
    #expect(
      listing.rendered(as: .markdown, language: .chinese)
        == "| 名称 | n | x |\n| --- | --: | --- |\n| 宜兴\\\\u{1B}\\[2J市 | 9 |  |\n| 江阴 |  |  |\n|  | 10 |  |\n")
  }

  /// A long text says how long it is.
  @Test func longTextsAreCutInTables() {
    #expect(Cell.text(String(repeating: "长", count: 1000)).shortText.count == 1000)
    #expect(Cell.text(String(repeating: "长", count: 1001)).shortText.hasSuffix("长…（1001）"))
  }
}
