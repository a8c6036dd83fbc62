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
}
