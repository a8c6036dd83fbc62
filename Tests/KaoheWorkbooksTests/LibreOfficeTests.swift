import Foundation
import Testing

@testable import KaoheWorkbooks

/// Files that LibreOffice 7.4 saved, as `soffice --convert-to xlsx` does.
@Suite struct LibreOfficeTests {
  private func reader(_ name: String) throws -> WorkbookReader {
    let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return try WorkbookReader(path: fixtures.appending(path: name).path())
  }

  @Test func valuesFormulasAndDates() throws {
    let reader = try reader("libreoffice.xlsx")
    #expect(reader.sheetNames == ["封面", "评分 表"])
    #expect(try reader.cells(of: "封面") == ["A1 text 考核表"])
    #expect(
      try reader.cells(of: "评分 表") == [
        "A1 text 项目", "B1 text 得分", "A2 text 消防安全", "B2 number 79.1", "C2 number= 0.3",
        "D2 boolean= TRUE",
        "E2 error= #DIV/0!", "F2 text= 甲乙", "A5 date 44713", "B5 date 0.395833333333333",
        "C5 number 0.855", "D5 empty ",
        "E5 number 0", "F5 text 两行\n文字",
      ])
  }

  /// Our form, opened and saved.
  @Test func formsOfOurs() throws {
    let reader = try reader("form-saved-by-libreoffice.xlsx")
    #expect(reader.sheetNames == ["选项'1", "评分表"])
    #expect(
      try reader.cells(of: "评分表").filter { !$0.contains(" empty") } == [
        "A1 text 2022 年考核评分表", "A2 text 编号", "B2 text 考核要点", "D2 text 得分", "A3 text 001",
        "B3 text 制度 <健全> & “落实”",
        "A4 text =1+1", "B4 text 两行\n文字 ", "D4 text 79.10",
      ])
  }
}
