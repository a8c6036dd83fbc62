import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// A message quotes little of what it is about, however long that is: 4,000 letters, or one letter of 4,000 marks.
@Suite struct LongTextTests {
  @Test(arguments: ["字", "\u{301}"])
  func messagesStayShort(part: String) throws {
    let long = "d" + String(repeating: part, count: 4_000)
    let rows = Self.rows.flatMap { file, columns in
      columns.indices.map { position in
        var cells = columns
        // Each row has its own code.
        if cells[0].hasSuffix("9") { cells[0] += "\(position)" }
        cells[position] = long
        return Change.add(file, cells.joined(separator: ","))
      }
    }
    let refused = try #require(try Store.inMemory().refusal(of: Records.base.with(rows)))
    #expect(refused.count > 50)
    for message in refused.messages { #expect(message.utf8.count < 3_000, "\(message.prefix(100))") }
  }

  /// A row for each file, in which one cell after the other is long.
  private static let rows: [(String, [String])] = [
    ("districts.csv", ["d9", "名", "区"]), ("groups.csv", ["G9", "名", "张三"]), ("parks.csv", ["P9", "名", "d1", "", ""]),
    ("inspectors.csv", ["S9", "名", "总工会", "G1", "d1"]), ("enterprises.csv", ["E9", "名", "d1", "P1", "市级", "pilot"]),
    ("assessments.csv", ["2029", "名", "small", "2022-01-01", "2022-12-31", "no"]),
    ("participants.csv", ["2022", "d2", "区", ""]), ("evidence.csv", ["EV9", "district:d1", "名", "文件", "2022-05-01"]),
    ("visits.csv", ["V9", "2022", "G1", "district:d1", "2022-06-06", "", "draft"]),
    ("scores.csv", ["V6", "A1", "A1-1", "2", "", "因", "EV1"]), ("scores.csv", ["V6", "A6", "", "2", "S1", "因", "EV1"]),
    ("adjustments.csv", ["T9", "2022", "d1", "J1", "省级", "会", "1", "2022-05-01", "因", "EV1"]),
    ("findings.csv", ["W9", "V1", "A1", "problem", "文", "补", "2022-09-30", "open", "", "EV1"]),
    ("metrics.csv", ["district:d1", "2022", "employees", "1041", "人"]),
    ("coverage.csv", ["P1", "2021", "9", "8", "60", "50", "1200", "900"]),
    ("tasks.csv", ["R9", "2022", "会", "总工会", "", "2022-03-31", "85%", "doing"]),
    ("surveys.csv", ["Q9", "enterprise:E1", "2022-05-18", "料", "满意", "402"]),
    ("publicity.csv", ["U9", "district:d1", "画", "连环画", "2022-05-12", "", "省报"]),
  ]
}
