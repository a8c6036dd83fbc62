import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What is stored and what the views show is what the engine makes of the records, whatever the records are.
/// `KAOHE_SEEDS=1-2000` tries as many assessments.
@Suite struct RandomViewsTests {
  @Test(arguments: Seeds.chosen(else: 1...50))
  func viewsShowWhatTheEngineComputes(seed: UInt64) throws {
    let folder = try RandomFolder(seed: seed)
    let store = try Store.inMemory()
    try store.importing(Records(files: folder.files.mapValues { Array($0.utf8) }))
    let comparison = try ViewComparison(store)
    #expect(comparison.results.map(\.code) == folder.assessments.map(\.code))
    for (assessment, result) in zip(folder.assessments, comparison.results) {
      #expect(result.rules == assessment.rules)
      let stored = try ResultRows(store, assessment.code).differences(from: ResultRows(assessment))
      #expect(stored.isEmpty, "\(assessment.code): \(stored.prefix(6).joined(separator: "\n"))")
    }
    for view in ComparedView.all {
      let shown = try comparison.differences(of: view)
      #expect(shown.isEmpty, "\(shown.prefix(6).joined(separator: "\n"))")
    }
    #expect(try store.rows("SELECT * FROM stale") == [])
    #expect(try store.rows("PRAGMA foreign_key_check") == [])
  }
}
