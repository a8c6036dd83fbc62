import KaoheReports
import KaoheScoring
import Testing

@Suite struct DataTableTests {
  let table = DataTable(
    columns: [
      .init("visit", Bilingual("督查", en: "Visit")), .init("status", Bilingual("状态", en: "Status")),
      .init("leaves", Bilingual("项数", en: "Leaves"), .trailing),
    ],
    rows: [[.text("V1"), .word("draft", Bilingual("草稿", en: "draft")), .integer(12)], [.text("V2"), .none, .bool(true)]])

  @Test func everyFormat() {
    #expect(
      table.rendered(as: .table) == """
        督查  状态  项数
        ----  ----  ----
        V1    草稿    12
        V2            是

        """)
    #expect(table.rendered(as: .csv) == "visit,status,leaves\r\nV1,draft,12\r\nV2,,yes\r\n")
    #expect(table.json.compact == #"[{"visit": "V1", "status": "draft", "leaves": 12}, {"visit": "V2", "status": null, "leaves": true}]"#)
    #expect(
      table.rendered(as: .markdown, language: .english) == """
        | Visit | Status | Leaves |
        | --- | --- | --: |
        | V1 | draft | 12 |
        | V2 |  | yes |

        """)
  }
}
