import KaoheReports
import KaoheScoring
import Testing

@Suite struct ListingTests {
  let listing = Listing(
    title: Bilingual("督查", en: "Visits"),
    columns: [
      .init("visit", Bilingual("代码", en: "Code")), .init("leaves", Bilingual("项数", en: "Leaves"), isNumber: true),
    ],
    rows: [["V1", "12"], ["惠山", "3"]])

  @Test func everyFormat() {
    #expect(
      listing.rendered(as: .table, language: .chinese) == """
        督查

        代码  项数
        ----  ----
        V1      12
        惠山     3

        """)
    #expect(listing.rendered(as: .csv, language: .english) == "visit,leaves\r\nV1,12\r\n惠山,3\r\n")
    #expect(
      listing.rendered(as: .json, language: .english).hasPrefix(
        "[\n {\n  \"visit\": \"V1\",\n  \"leaves\": \"12\"\n },"))
    #expect(
      listing.rendered(as: .markdown, language: .english)
        == "# Visits\n\n| Code | Leaves |\n| --- | --: |\n| V1 | 12 |\n| 惠山 | 3 |\n")
  }

  @Test func narrowTerminalsGetPartsWithTheKeyInEach() {
    let listing = Listing(
      columns: [
        .init("code", Bilingual("代码", en: "Code"), isKey: true),
        .init("district", Bilingual("地区代码", en: "District"), isForFiles: true),
        .init("text", Bilingual("内容", en: "Text"), wraps: true),
        .init("responsible", Bilingual("责任单位", en: "Responsible"), wraps: true),
        .init("due", Bilingual("期限", en: "Due")),
      ],
      rows: [["W22-012", "320282", "信息通报没有开展，联络员名单没有更新", "宜兴市总工会", "2022-08-31"]])
    let text = listing.rendered(as: .table, language: .chinese, width: 48)
    #expect(
      text == """
        代码     内容                       责任单位
        -------  -------------------------  ------------
        W22-012  信息通报没有开展，联络员   宜兴市总工会
                 名单没有更新

        代码     期限
        -------  ----------
        W22-012  2022-08-31

        """)
    #expect(listing.rendered(as: .table, language: .chinese).split(separator: "\n").count == 3)
    #expect(listing.rendered(as: .csv, language: .chinese).hasPrefix("code,district,text,responsible,due\r\n"))
  }
}
