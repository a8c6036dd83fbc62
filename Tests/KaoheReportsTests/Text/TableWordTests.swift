import KaoheReports
import KaoheScoring
import Testing

@Suite struct TableWordTests {
  @Test func countsInWords() {
    let text = TableWord.counted([
      ("observation", 4), ("supersession", 1), ("record_version", 2), ("pilot_enterprise", 1), ("visit", 0),
    ])
    #expect(text?.chinese == "试点企业 1、记录 4、更正 1")
    #expect(text?.english == "1 pilot enterprise, 4 observations, 1 correction")
  }

  @Test func internalTablesAreNotCounted() {
    #expect(TableWord.counted([("record_version", 2), ("record_succession", 3)]) == nil)
    #expect(TableWord.counted([]) == nil)
  }

  @Test func anUnknownTableIsNotKeptBack() {
    #expect(TableWord.counted([("novel", 2)])?.english == "2 novel")
  }

  @Test func columnsAndCodesInWords() {
    #expect(ColumnWord.name(of: "level", in: "pilot_enterprise").chinese == "级别")
    #expect(ColumnWord.name(of: "name", in: "inspector").chinese == "姓名")
    #expect(ColumnWord.name(of: "raised_by", in: "objection").english == "raised by")
    #expect(ColumnWord.value("exemplar", of: "stage", in: "pilot_enterprise").chinese == "示范")
    #expect(ColumnWord.value("省级", of: "level", in: "pilot_enterprise").english == "省级")
  }
}
