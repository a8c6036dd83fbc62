import Testing

@testable import KaoheWorkbooks

@Suite struct DateStyleTests {
  @Test(arguments: [
    "yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "h:mm AM/PM", "[h]:mm:ss", "[mm]", "[$-804]yyyy\\-m;@",
    "D", "mmm", "_(ss.0",
    "[Red][h]",
  ])
  func formatsOfDatesAndTimes(code: String) { #expect(DateStyles.isDate(code)) }

  @Test(arguments: [
    "General", "@", "0.00", "#,##0.00_);[Red]\\(#,##0.00\\)", "0\"days\"", "0\\d", "[Yellow]0",
    "[$HKD]0", "0_d", "*s0",
    "0.00E+00", "0\"", "[", "[]", "", "G/通用格式", "\"TRUE\";\"TRUE\";\"FALSE\"",
  ])
  func otherFormats(code: String) { #expect(!DateStyles.isDate(code)) }

  @Test func builtInFormats() {
    let dates = (0...200).filter(DateStyles.isBuiltIn)
    #expect(dates == Array(14...22) + Array(27...36) + Array(45...47) + Array(50...58))
  }

  @Test func stylesOfCellsAreMeantNotNamedOnes() throws {
    var parts = WorkbookParts(
      rows: """
        <row r="1"><c r="A1" s="0"><v>44713</v></c><c r="B1" s="1"><v>44713.5</v></c><c r="C1" s="2"><v>0.25</v></c>\
        <c r="D1" s="3"><v>5</v></c><c r="E1" s="99"><v>6</v></c><c r="F1" t="d"><v>2022-06-01</v></c>\
        <c r="G1" s="1" t="s"><v>0</v></c><c r="H1" s="1"/><c r="I1" s="4"><v>7</v></c></row>
        """)
    parts["xl/styles.xml"] = """
      <styleSheet xmlns="\(WorkbookParts.main)"><numFmts><numFmt numFmtId="176" formatCode="[h]:mm"/>\
      <numFmt numFmtId="22" formatCode="0.0"/></numFmts>\
      <cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/>\
      <xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="49"/><xf numFmtId="22"/></cellXfs></styleSheet>
      """
    #expect(
      try parts.read() == [
        "A1 number 44713", "B1 date 44713.5", "C1 date 0.25", "D1 number 5", "E1 number 6",
        "F1 date 2022-06-01",
        "G1 text 甲", "H1 empty ", "I1 number 7",
      ])
  }
}
