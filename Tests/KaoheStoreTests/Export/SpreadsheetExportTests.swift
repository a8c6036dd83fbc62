import KaoheReports
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// Files for Excel and WPS: nothing that people wrote is a formula in them, and all of it comes back.
@Suite struct SpreadsheetExportTests {
  private static let formula = "=HYPERLINK(\"http://x\",\"甲\")"

  private func exported(_ store: Store, forSpreadsheet: Bool) throws -> Records {
    try withTemporaryFolder { folder in
      var content = ExportContent()
      content.byteOrderMark = forSpreadsheet
      (content.results, content.history) = (true, true)
      let line = forSpreadsheet ? CSVWriter.spreadsheetLine : CSVWriter.line
      _ = try store.export(to: folder.file("out"), content, session: Store.tester, line: line)
      return try Records.read(folder.file("out"))
    }
  }

  private func withFormulas() throws -> Store {
    let store = try Store.lived()
    try store.executeAsOther(
      """
      UPDATE district SET name = '\(Self.formula)' WHERE code = 'd1';
      UPDATE finding SET text = '-2+3', requirement = '''=1', responsible = '@总工会' WHERE code = 'W1';
      """)
    let visit = try VisitRecording(store, visit: "V6", session: Session(actor: "张三", command: "record"))
    _ = try visit.record(Answer(indicator: "A4", value: "-3%", reason: "+ 两次", override: "只有他在"))
    return store
  }

  @Test func noTextIsAFormula() throws {
    let files = try exported(withFormulas(), forSpreadsheet: true)
    #expect(files["districts.csv"].contains("\"'=HYPERLINK"))
    #expect(files["findings.csv"].contains(",'-2+3,''=1,"))
    #expect(files["findings.csv"].contains("'@总工会"))
    #expect(files["scores.csv"].contains(",-3%,,'+ 两次,"))
  }

  @Test func itComesBack() throws {
    let store = try withFormulas()
    let copy = try Store.inMemory()
    try copy.importing(exported(store, forSpreadsheet: true))
    expectSame(try copy.exported(), try store.exported())
  }

  /// A file without the mark is taken, and written, as it is.
  @Test func otherFilesAreExact() throws {
    let store = try withFormulas()
    #expect(try exported(store, forSpreadsheet: false)["findings.csv"].contains(",-2+3,'=1,"))
    let copy = try Store.inMemory()
    try copy.importing(exported(store, forSpreadsheet: false))
    expectSame(try copy.exported(), try store.exported())
  }
}
