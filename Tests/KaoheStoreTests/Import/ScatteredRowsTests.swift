import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// Rows of one visit that stand together are checked while they are read; those that stand apart are read again. Both
/// find the same.
@Suite struct ScatteredRowsTests {
  @Test(arguments: Seeds.chosen(else: 1...12))
  func theOrderOfRowsDoesNotMatter(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var records = Records()
    for (name, text) in try RandomFolder(seed: seed).files { records[name] = text }
    var scores = CSVText(records["scores.csv"])
    let visit = try #require(scores.rows[0].firstIndex { $0.hasSuffix("visit") })
    let value = try #require(scores.rows[0].firstIndex { $0.hasSuffix("value") })
    // Two thirds of the folders have flaws that show only where a visit is seen as a whole.
    for _ in 0..<Int.random(in: 0...2, using: &random) where scores.rows.count > 1 {
      let row = Int.random(in: 1..<scores.rows.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: scores.rows.append(scores.rows[row])
      case 1: scores.rows.remove(at: row)
      default: scores.rows[row][value] = ["n/a", "none", "-", "0"].randomElement(using: &random) ?? ""
      }
    }
    let (header, rows) = (scores.rows[0], scores.rows.dropFirst())
    let together = rows.sorted { $0[visit] < $1[visit] }
    let apart = rows.shuffled(using: &random)
    let (first, second) = (try outcome(records, [header] + together), try outcome(records, [header] + apart))
    #expect(first == second)
  }

  /// The problems, lines left out; or what was stored.
  private func outcome(_ records: Records, _ rows: [[String]]) throws -> [String] {
    var records = records
    var scores = CSVText("\n")
    scores.rows = rows
    records["scores.csv"] = scores.text
    let store = try Store.inMemory()
    if let error = try store.refusal(of: records) {
      return error.problems.map { problem in
        let text = problem.problem.english.replacing(#/line \d+/#, with: "line")
        return "\(problem.file) \(problem.field ?? "") \(problem.code) \(text)"
      }.sorted()
    }
    return try store.rows(
      "SELECT visit, indicator, item, scorer, value, reason FROM observation ORDER BY 1, 2, 3, 4, 5")
      + store.rows("SELECT assessment, district, total_exact, rank FROM district_result ORDER BY 1, 2")
  }
}
