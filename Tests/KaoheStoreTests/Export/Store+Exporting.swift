import Foundation
import KaoheReports
import KaoheTestSupport
import Testing

@testable import KaoheStore

extension Store {
  /// The files of an export, those in subfolders under their paths.
  func exported(_ content: ExportContent = ExportContent()) throws -> Records {
    try withTemporaryFolder { folder in
      let summary = try export(to: folder.file("out"), content, session: Store.tester, line: CSVWriter.line)
      var records = Records()
      for file in summary.files {
        records.files[file.name] = Array(try Data(contentsOf: URL(filePath: folder.file("out/" + file.name))))
      }
      return records
    }
  }

  /// What `rank` says of an assessment, and `explain` of its first districts (each evaluates the whole assessment), but who
  /// recorded what and when: that is history.
  func standings(of assessment: String) throws -> [String] {
    let ranking = try ranking(of: assessment, session: Store.tester)
    return [ranking.json().pretty()]
      + (try ranking.rows.prefix(2).map { row in
        try explanation(of: row.code, in: assessment, session: Store.tester).rendered(as: .json)
          .split(separator: "\n").filter { !$0.contains(/"recorded_(at|by)"/) }.joined(separator: "\n")
      })
  }
}

/// Expects that an export of a database makes the same records: in that database nothing new, in an empty one the same
/// files, ranking and explanations.
func expectRoundTrip(of store: Store, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let files = try store.exported()
  let again = try store.importing(files)
  #expect(again.changes.map(\.table) == [], sourceLocation: sourceLocation)
  let copy = try Store.inMemory()
  try copy.importing(files)
  expectSame(try copy.exported(), files, sourceLocation: sourceLocation)
  #expect(try copy.conflicts().map(\.name) == [], sourceLocation: sourceLocation)
  for assessment in try store.assessments() {
    let (found, expected) = (try copy.standings(of: assessment), try store.standings(of: assessment))
    #expect(found.count == expected.count, sourceLocation: sourceLocation)
    for (found, expected) in zip(found, expected) where found != expected {
      let lines = zip(found.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
      Issue.record("\(assessment): \(String(describing: lines))", sourceLocation: sourceLocation)
    }
  }
}

/// Expects the same files to the byte.
func expectSame(_ found: Records, _ expected: Records, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(found.files.keys.sorted() == expected.files.keys.sorted(), sourceLocation: sourceLocation)
  for (name, bytes) in expected.files where found.files[name] != bytes {
    let lines = zip(
      found[name].split(separator: "\n", omittingEmptySubsequences: false),
      expected[name].split(separator: "\n", omittingEmptySubsequences: false))
    Issue.record(
      "\(name): \(String(describing: lines.first { $0 != $1 })) \(found[name].count) \(expected[name].count)",
      sourceLocation: sourceLocation)
  }
}
