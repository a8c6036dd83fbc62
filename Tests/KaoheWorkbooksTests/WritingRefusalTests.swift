import Foundation
import KaoheTestSupport
import Testing

@testable import KaoheWorkbooks

/// Workbooks that Excel would not open, or would change.
@Suite struct WritingRefusalTests {
  private func expect(
    _ refusal: Refusal, sheets: [Sheet] = [Sheet(name: "a")],
    _ change: (inout [Sheet]) -> Void = { _ in }
  ) throws {
    var workbook = Workbook(sheets: sheets)
    change(&workbook.sheets)
    try withTemporaryFolder { folder in
      refusal.expect { try workbook.write(to: folder.file("book.xlsx")) }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left == [])
    }
  }

  @Test func noVisibleSheet() throws {
    let refusal = Refusal(
      "no-visible-sheet", "工作簿至少要有一个不隐藏的工作表", "a workbook needs a sheet that is not hidden")
    try expect(refusal, sheets: [])
    try expect(refusal) { $0[0].isHidden = true }
  }

  @Test(arguments: [
    "", "a/b", "a\nb", "'a", "a'", "[a]", "a:b", "history", "\u{0}a",
    String(repeating: "长", count: 32),
  ])
  func badNames(name: String) throws {
    let shown = name.excerpt
    try expect(
      Refusal(
        "bad-sheet-name", "“\(shown)”不能作工作表名：1 至 31 个字，不含 []:*?/\\，首尾不是单引号，也不是 History",
        "“\(shown)” can't name a sheet: 1 to 31 characters, none of []:*?/\\, no ' at its ends, not History"
      ),
      sheets: [Sheet(name: name)])
  }

  @Test func duplicateNames() throws {
    try expect(
      Refusal("duplicate-sheet", "有两个工作表叫“A”", "two sheets are called “A”"),
      sheets: [Sheet(name: "a"), Sheet(name: "A")])
  }

  @Test func longAndUnstorableTexts() throws {
    try expect(
      Refusal(
        "text-too-long", "a!B1: 单元格的文字超过 32767 个字",
        "a!B1: a cell has a text of over 32767 characters")
    ) { $0[0].rows = [Sheet.Row([nil, Sheet.Cell(String(repeating: "长", count: 32_768))])] }
    for text in ["a\u{0}b", "\u{FFFE}", "\u{FFFF}"] {
      try expect(
        Refusal(
          "unstorable-text", "a!A2: 文字里有工作簿不能保存的字符（U+0000、U+FFFE 或 U+FFFF）",
          "a!A2: a text has a character that no workbook can hold (U+0000, U+FFFE or U+FFFF)")
      ) { $0[0].merges = [Sheet.Merge(CellRange(rows: 2...3, columns: 1...1), text)] }
    }
  }

  @Test func rangesOutsideAndOverlapping() throws {
    let outside = Refusal(
      "outside-sheet", "a: 内容超出工作表：最多 1048576 行、16384 列",
      "a: this leaves the sheet: at most 1048576 rows and 16384 columns")
    try expect(outside) { $0[0].merges = [Sheet.Merge(CellRange(rows: 0...1, columns: 1...1), "")] }
    try expect(outside) {
      $0[0].merges = [Sheet.Merge(CellRange(rows: 1...1, columns: 1...16_385), "")]
    }
    try expect(outside) { $0[0].frozenRows = -1 }
    try expect(outside) { $0[0].columnWidths = Array(repeating: 1, count: 16_385) }
    try expect(outside) {
      $0[0].validations = [
        ListValidation(
          CellRange(row: 1, column: 1), .cells(sheet: "a", CellRange(row: 0, column: 1)))
      ]
    }
    let overlapping = Refusal(
      "overlapping-ranges", "a!B2: 合并区域或下拉列表的区域互相重叠",
      "a!B2: merged cells, or cells with lists, overlap")
    let ranges = [CellRange(rows: 1...2, columns: 1...2), CellRange(row: 2, column: 2)]
    try expect(overlapping) { $0[0].merges = ranges.map { Sheet.Merge($0, "") } }
    try expect(overlapping) { $0[0].validations = ranges.map { ListValidation($0, .items(["是"])) } }
  }

  @Test func listsThatDoNotFit() throws {
    try expect(
      Refusal(
        "list-does-not-fit", "a: 下拉列表不能直接写入：合计最多 255 个字，选项不含逗号和引号；把选项写在另一个工作表里",
        "a: the list can't be written in a cell: at most 255 characters in all, no commas or quotes; "
          + "write the choices to cells of another sheet")
    ) { $0[0].validations = [ListValidation(CellRange(row: 1, column: 1), .items(["a,b"]))] }
    try expect(
      Refusal("unknown-sheet", "a: 没有工作表“b”，有：a", "a: there is no sheet “b”; there are: a")
    ) {
      $0[0].validations = [
        ListValidation(
          CellRange(row: 1, column: 1), .cells(sheet: "b", CellRange(row: 1, column: 1)))
      ]
    }
  }

  @Test func longHeaders() throws {
    let refusal = Refusal(
      "bad-page-line", "a: 页眉或页脚超过 255 个字", "a: the header or footer has over 255 characters")
    try expect(refusal) { $0[0].page.header.left = String(repeating: "长", count: 254) }
    try expect(refusal) { $0[0].page.footer.left = String(repeating: "&", count: 127) }
  }

  @Test func placesThatCannotBeWritten() throws {
    try withTemporaryFolder { folder in
      Refusal(
        "unwritable-file", "写不了：No such file or directory",
        "can't be written: No such file or directory"
      )
      .expect { try Workbook.form.write(to: folder.file("absent/book.xlsx")) }
      try FileManager.default.createDirectory(
        atPath: folder.file("folder"), withIntermediateDirectories: false)
      Refusal("unwritable-file", "写不了：Is a directory", "can't be written: Is a directory")
        .expect { try Workbook.form.write(to: folder.file("folder")) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["folder"])
    }
  }
}
