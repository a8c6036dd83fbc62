import Foundation
import KaoheTestSupport
import Testing

@testable import KaoheWorkbooks

@Suite struct WritingTests {
  @Test func whatIsWrittenIsRead() throws {
    try withTemporaryFolder { folder in
      try Workbook.form.write(to: folder.file("form.xlsx"))
      let reader = try WorkbookReader(path: folder.file("form.xlsx"))
      #expect(reader.sheetNames == ["选项'1", "评分表"])
      #expect(try reader.cells(of: "选项'1") == ["A1 text 是", "A2 text 否，或不适用"])
      #expect(
        try reader.cells(of: "评分表") == [
          "A1 text 2022 年考核评分表", "B1 empty ", "C1 empty ", "D1 empty ", "A2 text 编号",
          "B2 text 考核要点", "D2 text 得分",
          "A3 text 001", "B3 text 制度 <健全> & “落实”", "D3 empty ", "A4 text =1+1", "B4 text 两行\n文字 ",
          "D4 text 79.10",
        ])
    }
  }

  @Test(arguments: [
    "_x000D_", "_x005F_x000D_", "a\rb\u{1}c\u{1F}", "\t", " 前后空格 ", "_x4e59_", "_x", "𠮷\u{1F600}",
    "e\u{301}", "]]>",
    "'",
    "1E5", "#DIV/0!", "TRUE",
  ])
  func textsAreExact(text: String) throws { try expectExact(text) }

  @Test func theLongestTextIsExact() throws {
    try expectExact(String(repeating: "长", count: 32_767))
  }

  private func expectExact(_ text: String) throws {
    try withTemporaryFolder { folder in
      let file = folder.file("book.xlsx")
      try Workbook(sheets: [Sheet(name: "a", rows: [Sheet.Row([Sheet.Cell(text)])])]).write(
        to: file)
      try WorkbookReader(path: file).read("a") { row in
        #expect(
          row.cells.map(\.text).first?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
        #expect(row.cells.map(\.content) == [.text])
      }
    }
  }

  /// A part of the form as it is saved.
  private func part(_ name: String) throws -> String {
    try withTemporaryFolder { folder in
      try Workbook.form.write(to: folder.file("form.xlsx"))
      let archive = try Archive(path: folder.file("form.xlsx"), limits: WorkbookLimits())
      let stream = try archive.stream(name)
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      let count = bytes.withUnsafeMutableBytes {
        $0.baseAddress.map { stream.read(into: $0, 1 << 16) } ?? -1
      }
      return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
  }

  @Test(arguments: [
    "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\"/>",
    "<mergeCell ref=\"A1:D1\"/>", "<pane ySplit=\"2\"", "state=\"frozen\"", "paperSize=\"9\"",
    "orientation=\"landscape\"",
    "fitToHeight=\"0\"", "<pageSetUpPr fitToPage=\"1\"/>",
    "<oddHeader>&amp;CA&amp;&amp;B</oddHeader>",
    "<oddFooter>&amp;L内部&amp;R第 &amp;P 页，共 &amp;N 页</oddFooter>", "left=\"0.7086",
    "<formula1>\"优,良,n/a\"</formula1>",
    "showErrorMessage=\"1\" sqref=\"D3\"", "<formula1>'选项''1'!$A$1:$A$2</formula1>",
    "promptTitle=\"得分\" prompt=\"0 至 100\" sqref=\"D4:D9\"",
    "<row r=\"1\" spans=\"1:4\" ht=\"28\" customHeight=\"1\">",
    "<col min=\"2\" max=\"2\" width=\"40.7109375\" customWidth=\"1\"/>", "tabSelected=\"1\"",
  ])
  func sheetsAreForms(expected: String) throws {
    let sheet = try part("xl/worksheets/sheet2.xml")
    #expect(sheet.contains(expected), "\(sheet)")
  }

  @Test(arguments: [
    "<name val=\"宋体\"/>", "<sz val=\"10.5\"/>", "<sz val=\"16\"/>", "numFmtId=\"49\"",
    "<protection locked=\"0\"/>",
    "wrapText=\"1\"", "horizontal=\"center\"", "vertical=\"center\"", "vertical=\"top\"",
    "rgb=\"FFDDEBF7\"",
    "<left style=\"thin\">",
  ])
  func stylesAreWritten(expected: String) throws {
    let styles = try part("xl/styles.xml")
    #expect(styles.contains(expected), "\(styles)")
  }

  @Test func theFirstVisibleSheetIsShown() throws {
    let workbook = try part("xl/workbook.xml")
    #expect(workbook.contains("firstSheet=\"1\" activeTab=\"1\""), "\(workbook)")
    #expect(workbook.contains("state=\"hidden\""))
    #expect(
      workbook.contains(
        "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"1\">'评分表'!$1:$2</definedName>"))
  }

  @Test func theSameWorkbookIsTheSameBytes() throws {
    try withTemporaryFolder { folder in
      try Workbook.form.write(to: folder.file("1.xlsx"))
      try Workbook.form.write(to: folder.file("2.xlsx"))
      let files = try ["1.xlsx", "2.xlsx"].map {
        try Data(contentsOf: URL(filePath: folder.file($0)))
      }
      #expect(files[0] == files[1])
    }
  }

  @Test func aFileIsReplacedAndNothingElseIsLeft() throws {
    try withTemporaryFolder { folder in
      try folder.write([1, 2, 3], to: "form.xlsx")
      try Workbook.form.write(to: folder.file("form.xlsx"))
      #expect(try WorkbookReader(path: folder.file("form.xlsx")).sheetNames.count == 2)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["form.xlsx"])
    }
  }

  @Test func promptsAreCut() {
    let prompt = ListValidation.Prompt(
      title: String(repeating: "题", count: 33), text: String(repeating: "\u{1F600}", count: 200))
    #expect(prompt.title == String(repeating: "题", count: 31) + "…")
    #expect(prompt.text == String(repeating: "\u{1F600}", count: 127) + "…")
    #expect(
      ListValidation.Prompt(title: String(repeating: "题", count: 32), text: "").title.count == 32)
  }

  @Test func listsThatFit() {
    #expect(ListValidation.fitsInline(["是", "否"]))
    #expect(
      ListValidation.fitsInline([
        String(repeating: "长", count: 127), String(repeating: "长", count: 127),
      ]))
    #expect(
      !ListValidation.fitsInline([
        String(repeating: "长", count: 128), String(repeating: "长", count: 127),
      ]))
    for items in [[], [""], ["a,b"], ["\"a\""], [" a"], ["a "], ["a\nb"]] {
      #expect(!ListValidation.fitsInline(items))
    }
  }

  /// As many characters as a rule may have, three bytes each.
  @Test func theLongestListIsWritten() throws {
    try withTemporaryFolder { folder in
      var sheet = Sheet(name: "a")
      let items = [String(repeating: "长", count: 127), String(repeating: "短", count: 127)]
      sheet.validations = [ListValidation(CellRange(row: 1, column: 1), .items(items))]
      try Workbook(sheets: [sheet]).write(to: folder.file("book.xlsx"))
      _ = try WorkbookReader(path: folder.file("book.xlsx")).cells(of: "a")
    }
  }
}
