import GRDB
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// Rows of scores are looked at ahead of the thread that stores them, some at a time: neither the thread nor where a
/// batch ends makes a difference.
@Suite struct ScoreLookTests {
  @Test(arguments: Seeds.chosen(else: 1...8))
  func anyPortionsGiveTheSame(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var records = Records()
    for (name, text) in try RandomFolder(seed: seed).files { records[name] = text }
    spoil(&records, &random)
    let whole = try outcomes(of: records, CSVReader.Portions(aheadFrom: .max))
    let portions = CSVReader.Portions(
      aheadFrom: 0, batch: Int.random(in: 100...4000, using: &random), buffer: Int.random(in: 50...500, using: &random))
    #expect(try outcomes(of: records, portions) == whole)
  }

  /// Gives some folders rows that nobody can store, or that have no cells enough, are no text or are of no visit.
  private func spoil(_ records: inout Records, _ random: inout SeededGenerator) {
    var scores = CSVText(records["scores.csv"])
    for _ in 0..<Int.random(in: 0...3, using: &random) where scores.rows.count > 1 {
      let row = Int.random(in: 1..<scores.rows.count, using: &random)
      let column = scores.rows[row].indices.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<5, using: &random) {
      case 0: scores.rows[row].removeLast()
      case 1: scores.rows.append(scores.rows[row])
      case 2: scores.rows.remove(at: row)
      default: scores.rows[row][column] = ["", "-", "x;y", "n/a", "0"].randomElement(using: &random) ?? ""
      }
    }
    records["scores.csv"] = scores.text
  }

  /// What is said of a folder, or stored of it; and the same of the folder once more.
  private func outcomes(of records: Records, _ portions: CSVReader.Portions) throws -> [[String]] {
    let store = try Store.inMemory()
    return try (0..<2).map { _ in
      let problems: [String] = try records.inFolder { folder in
        do {
          _ = try store.write(Store.bulkTester) { database in
            try RecordImport(
              database, source: FolderSource(folder: folder, portions: portions), session: Store.bulkTester,
              onProgress: { _ in }
            ).run()
          }
          return []
        } catch let error as ImportError {
          return error.problems.map { "\($0)" }
        }
      }
      return try problems
        + store.rows("SELECT visit, indicator, item, scorer, value, reason FROM observation ORDER BY 1, 2, 3, 4, id")
        + store.rows("SELECT visit, indicator, item, scorer, evidence FROM observation_evidence ORDER BY 1, 2, 3, 4, 5")
        + store.rows("SELECT assessment, district, total_exact, rank FROM district_result ORDER BY 1, 2")
    }
  }
}

extension Store {
  fileprivate static var bulkTester: Session {
    var session = tester
    session.isBulk = true
    return session
  }
}
