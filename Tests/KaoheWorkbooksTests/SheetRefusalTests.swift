import KaoheTestSupport
import Testing

@testable import KaoheWorkbooks

/// Sheets that are not as any program saves them.
@Suite struct SheetRefusalTests {
  static let saveAgain = FileRefusalTests.saveAgain

  @Test func unknownSheets() throws {
    Refusal("unknown-sheet", "没有工作表“打分”，有：评分表、选项", "there is no sheet “打分”; there are: 评分表, 选项")
      .expect { _ = try WorkbookParts().read("打分") }
  }

  private func expect(
    _ rows: String, _ code: String, _ place: String, _ chinese: String, _ english: String
  ) {
    Refusal(
      code, "评分表\(place): \(chinese)；\(Self.saveAgain.zh)",
      "评分表\(place): \(english); \(Self.saveAgain.en)"
    )
    .expect { _ = try WorkbookParts(rows: rows).read() }
  }

  @Test(arguments: [
    ("<row r=\"0\"/>", "0", ""), ("<row r=\"-1\"/>", "-1", ""),
    ("<row r=\"3\"/><row r=\"3\"/>", "3", ""),
    ("<row r=\"3\"/><row r=\"2\"/>", "2", ""), ("<row r=\"x\"/>", "x", ""),
    ("<row r=\"99999999999999999999\"/>", "99999999999999999999", ""),
    ("<row><c r=\"A2\"/></row>", "A2", "!1"),
    ("<row><c r=\"B1\"/><c r=\"B1\"/></row>", "B1", "!1"),
    ("<row><c r=\"B1\"/><c r=\"A1\"/></row>", "A1", "!1"),
    ("<row><c r=\"\"/></row>", "", "!1"), ("<c r=\"A1\"/>", "A1", ""),
    ("<row><row r=\"2\"/></row>", "2", "!1"),
    ("<row><c><c r=\"B1\"/></c></row>", "B1", "!A1"), ("<row><c r=\"$A$1\"/></row>", "$A$1", "!1"),
    ("<row><c r=\"AAAAAAAAAAAAAAAAAAAAAAAA1\"/></row>", "AAAAAAAAAAAAAAAAAAAAAAAA1", "!1"),
  ])
  func misplacedCells(rows: String, reference: String, place: String) {
    expect(
      rows, "misplaced-cell", place, "行号或单元格编号“\(reference)”不对：应逐行逐列递增",
      "the row or cell number “\(reference)” is wrong: they must ascend by row and column")
  }

  @Test(arguments: [
    ("<row r=\"1048577\"/>", "1048577", ""), ("<row r=\"1048576\"/><row/>", "1048577", ""),
    ("<row><c r=\"XFE1\"/></row>", "XFE1", "!1"), ("<row><c r=\"XFD1\"/><c/></row>", "XFE1", "!1"),
  ])
  func cellsOutsideTheSheet(rows: String, reference: String, place: String) {
    expect(
      rows, "cell-out-of-range", place, "“\(reference)”超出工作表：最多 1048576 行、16384 列（XFD）",
      "“\(reference)” is outside the sheet: at most 1048576 rows and 16384 columns (XFD)")
  }

  @Test func theLastCellIsInTheSheet() throws {
    #expect(
      try WorkbookParts(rows: "<row r=\"1048576\"><c r=\"XFD1048576\"/></row>").read() == [
        "XFD1048576 empty "
      ])
  }

  @Test(arguments: ["1", "-1", "x", "99999999999999999999"])
  func unknownSharedStrings(index: String) {
    expect(
      "<row r=\"5\"><c r=\"E5\" t=\"s\"><v>\(index)</v></c></row>", "unknown-shared-string", "!E5",
      "工作簿里没有第“\(index)”条共享文字", "the workbook has no shared string “\(index)”")
  }

  @Test(arguments: ["abc", "1e999", "NaN", "1,5"])
  func badNumbers(text: String) {
    expect(
      "<row><c/><c><v>\(text)</v></c></row>", "bad-number", "!B1", "“\(text)”不是数",
      "“\(text)” is no number")
  }

  @Test func unknownTypes() {
    expect(
      "<row><c t=\"z\"><v>1</v></c></row>", "unknown-cell-type", "!A1", "不认识的单元格类型“z”",
      "unknown type of cell, “z”")
  }

  @Test(arguments: [
    "<!DOCTYPE worksheet>", "<!DOCTYPE worksheet [<!ENTITY a \"1\">]>",
    "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\">",
    """
    <!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">\
    <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">\
    <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">]>
    """,
  ])
  func documentTypes(declaration: String) throws {
    var parts = WorkbookParts()
    let name = "xl/worksheets/sheet1.xml"
    parts[name] =
      declaration
      + "<worksheet a=\"&f;\"><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>"
    Refusal(
      "document-type", "评分表: 部件“\(name)”含有文档类型声明（DTD），不予读取；\(Self.saveAgain.zh)",
      "评分表: the part “\(name)” has a document type declaration (DTD) and is not read; \(Self.saveAgain.en)"
    ).expect { _ = try parts.read() }
  }

  @Test func longDocumentTypes() throws {
    var parts = WorkbookParts()
    let entities = (0..<20_000).map { "<!ENTITY e\($0) 'x'>" }.joined()
    parts["xl/worksheets/sheet1.xml"] = "<!DOCTYPE a [\(entities)]><a/>"
    let problem = #expect(throws: WorkbookProblem.self) { _ = try parts.read() }
    #expect(problem?.code == "document-type")
  }

  @Test(arguments: [
    "", "<worksheet>", "<worksheet><sheetData></worksheet>", "<worksheet/><worksheet/>",
    "<worksheet>&a;</worksheet>",
    "<worksheet>\u{1}</worksheet>", "<worksheet",
  ])
  func brokenXML(text: String) throws {
    var parts = WorkbookParts()
    let name = "xl/worksheets/sheet1.xml"
    parts[name] = text
    Refusal(
      "broken-xml", "评分表: 部件“\(name)”不是正确的 XML；\(Self.saveAgain.zh)",
      "评分表: the part “\(name)” is not well-formed XML; \(Self.saveAgain.en)"
    ).expect { _ = try parts.read() }
  }

  /// Well-formed, and slow to parse: hours for some.
  enum UnusualXML: CaseIterable {
    case longTag, manyNames, manyAttributes, manyLevels, longComment

    var text: String {
      let attributes = { (count: Int) in (0..<count).map { " b\($0)=''" }.joined() }
      return switch self {
      case .longTag: "<a" + attributes(30_000) + "/>"
      case .manyNames: "<a>" + (0..<210_000).map { "<b\($0)/>" }.joined() + "</a>"
      case .manyAttributes: "<a" + attributes(65) + "/>"
      case .manyLevels: String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
      case .longComment: "<a><!-- " + (0..<40_000).map { "\($0)" }.joined() + "--></a>"
      }
    }
  }

  @Test(arguments: UnusualXML.allCases)
  func unusualXML(kind: UnusualXML) throws {
    var parts = WorkbookParts()
    let name = "xl/worksheets/sheet1.xml"
    parts[name] = kind.text
    Refusal(
      "unusual-xml", "评分表: 部件“\(name)”的 XML 不是办公软件写的（标记过长、过深或名称过多），不予读取；\(Self.saveAgain.zh)",
      "评分表: the part “\(name)” has XML that no office program writes (tags too long or deep, or too many names); "
        + "it is not read; \(Self.saveAgain.en)"
    ).expect { _ = try parts.read() }
  }

  @Test func brokenXMLInsideARow() throws {
    var parts = WorkbookParts()
    parts["xl/worksheets/sheet1.xml"] =
      "<worksheet><sheetData><row r=\"1\"/><row r=\"2\"><c r=\"B2\"><v>1</x>"
    let problem = #expect(throws: WorkbookProblem.self) { _ = try parts.read() }
    #expect(problem?.code == "broken-xml")
    // No place that would be a guess.
    #expect(problem?.sheet == "评分表" && problem?.row == nil && problem?.column == nil)
  }
}
