import KaoheTestSupport
import Testing

@testable import KaoheWorkbooks

/// Sheets as Excel and other programs save them.
@Suite struct ReadingTests {
  @Test func everyKindOfCell() throws {
    let rows = """
      <row r="2" spans="1:9" ht="20"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>79.099999999999994</v></c>\
      <c r="C2" t="n"><f>A1+B1</f><v>0.30000000000000004</v></c><c r="D2" t="b"><v>1</v></c>\
      <c r="E2" t="b"><v>0</v></c><c r="F2" t="e"><f>1/0</f><v>#DIV/0!</v></c>\
      <c r="G2" t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c><c r="H2" s="0"/>\
      <c r="I2" t="inlineStr"><is><t>直接写入</t></is></c><c r="J2"><f>X1</f></c><c r="K2"><v></v></c></row>
      """
    #expect(
      try WorkbookParts(rows: rows).read() == [
        "A2 text 甲", "B2 number 79.1", "C2 number= 0.3", "D2 boolean TRUE", "E2 boolean FALSE",
        "F2 error= #DIV/0!",
        "G2 text= 甲乙", "H2 empty ", "I2 text 直接写入", "J2 empty= ", "K2 empty ",
      ])
  }

  @Test func runsAreJoinedWithoutTheReadingAid() throws {
    var parts = WorkbookParts(
      rows: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>\
        <c r="D1" t="inlineStr"><is><r><rPr><b/></rPr><t>粗</t></r><r><t>细</t></r><rPh sb="0" eb="1"><t>cū</t></rPh></is>\
        </c></row>
        """)
    parts["xl/sharedStrings.xml"] = """
      <sst xmlns="\(WorkbookParts.main)" count="3">
        <si><r><rPr><sz val="9"/></rPr><t>消防</t></r><r><t xml:space="preserve"> 安全</t></r>
          <rPh sb="0" eb="2"><t>xiāofáng</t></rPh><phoneticPr fontId="1"/></si>
        <si><t/></si>
        <si><t xml:space="preserve"> &lt;&#x4E59;&gt;<![CDATA[&]]> </t></si></sst>
      """
    #expect(try parts.read() == ["A1 text 消防 安全", "B1 text ", "C1 text  <乙>& ", "D1 text 粗细"])
  }

  @Test func cellsWithoutReferencesAreCounted() throws {
    let rows = """
      <row><c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c></row><row r="7"><c/><c><v>2</v></c></row>\
      <row><c r="AA8"><v>5</v></c></row><row/>
      """
    #expect(
      try WorkbookParts(rows: rows).read() == [
        "A1 number 1", "C1 number 3", "D1 number 4", "A7 empty ", "B7 number 2", "AA8 number 5",
      ])
  }

  @Test func emptyRowsAreHandedOut() throws {
    try WorkbookParts(rows: "<row r=\"3\"/><row r=\"5\"></row>").withFile { path in
      var numbers: [Int] = []
      try WorkbookReader(path: path).read("评分表") { numbers.append($0.number) }
      #expect(numbers == [3, 5])
    }
  }

  @Test func escapedCharactersAreThemselves() throws {
    let text = "a_x000D_b _x005F_x000D_ _x4e59_ _xD800_ _x12_ _x00_y_"
    let rows = "<row><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>"
    #expect(
      try WorkbookParts(rows: rows).read() == ["A1 text a\rb _x000D_ 乙 _xD800_ _x12_ _x00_y_"])
  }

  @Test func prefixesOfNamespacesDoNotMatter() throws {
    var parts = WorkbookParts()
    parts["xl/workbook.xml"] = """
      <x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" \
      xmlns:rel="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets>\
      <x:sheet name="评分表" sheetId="1" rel:id="rId1"/></x:sheets></x:workbook>
      """
    parts["xl/worksheets/sheet1.xml"] = """
      <x:worksheet xmlns:x="\(WorkbookParts.main)"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>\
      </x:sheetData><x:dataValidations><x:row/><x:c><x:v>9</x:v></x:c></x:dataValidations></x:worksheet>
      """
    #expect(try parts.read() == ["A1 number 1"])
  }

  @Test(arguments: [
    "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "./worksheets/../worksheets/sheet1.xml",
    "../../../xl/worksheets/sheet1.xml", "WorkSheets/Sheet1.XML",
  ])
  func targetsAreAbsoluteOrRelative(target: String) throws {
    var parts = WorkbookParts(rows: "<row><c><v>1</v></c></row>")
    parts["xl/workbook.xml"] = WorkbookParts.workbook(["评分表"])
    parts["xl/_rels/workbook.xml.rels"] = WorkbookParts.relationships([
      ("rId1", "worksheet", target)
    ])
    #expect(try parts.read() == ["A1 number 1"])
  }

  @Test func sheetsAreFoundByNameInOrder() throws {
    try WorkbookParts().withFile { path in
      let reader = try WorkbookReader(path: path)
      #expect(reader.sheetNames == ["评分表", "选项"])
      #expect(try reader.cells(of: "选项") == ["A1 number 2"])
      #expect(try reader.cells(of: "评分表") == [])
    }
  }

  @Test func chartsAreNoSheets() throws {
    var parts = WorkbookParts()
    parts["xl/_rels/workbook.xml.rels"] = WorkbookParts.relationships([
      ("rId1", "chartsheet", "chartsheets/sheet1.xml"),
      ("rId2", "worksheet", "worksheets/sheet2.xml"),
    ])
    #expect(try parts.withFile { try WorkbookReader(path: $0).sheetNames } == ["选项"])
  }

  @Test func workbooksWithoutTextsOrStyles() throws {
    var parts = WorkbookParts(rows: "<row><c s=\"1\"><v>1</v></c></row>")
    parts["xl/sharedStrings.xml"] = nil
    parts["xl/styles.xml"] = nil
    parts["xl/_rels/workbook.xml.rels"] = WorkbookParts.relationships([
      ("rId1", "worksheet", "worksheets/sheet1.xml"),
      ("rId2", "worksheet", "worksheets/sheet2.xml"),
    ])
    #expect(try parts.read() == ["A1 number 1"])
  }

  @Test func theBodyCanEndTheReading() throws {
    struct Enough: Error {}
    try WorkbookParts(rows: "<row/><row/><row/>").withFile { path in
      var count = 0
      #expect(throws: Enough.self) {
        try WorkbookReader(path: path).read("评分表") { _ in
          count += 1
          if count == 2 { throw Enough() }
        }
      }
      #expect(count == 2)
    }
  }

  @Test(arguments: [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")])
  func columnsHaveLetters(column: Int, name: String) {
    #expect(WorkbookCell(column: column, text: "", content: .empty).columnName == name)
    #expect(CellReference(name + "12")?.column == column)
  }
}
