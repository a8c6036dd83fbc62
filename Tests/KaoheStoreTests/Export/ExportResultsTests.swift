import KaoheReports
import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What an export holds besides the records: history and results.
@Suite struct ExportResultsTests {
  private static var all: ExportContent {
    var content = ExportContent()
    (content.history, content.results) = (true, true)
    return content
  }

  @Test func theRecordsAreTheSame() throws {
    let store = try Store.lived()
    let (records, all) = (try store.exported(), try store.exported(Self.all))
    for (name, bytes) in records.files { #expect(all.files[name] == bytes, "\(name)") }
    // An import does not look into the folders of the others.
    try withTemporaryFolder { folder in
      _ = try store.export(to: folder.file("out"), Self.all, session: Store.tester, line: CSVWriter.line)
      let copy = try Store.inMemory()
      _ = try copy.importFolder(folder.file("out"), session: Store.tester)
      expectSame(try copy.exported(), records)
    }
  }

  @Test func historyIsWhole() throws {
    let store = try Store.lived()
    let files = try store.exported(Self.all)
    for (name, table) in [("observation", "observation"), ("supersession", "supersession"), ("audit_log", "audit_log")]
    {
      let rows = CSVText(files["history/\(name).csv"]).rows
      #expect(try store.rows("SELECT count(*) FROM \(table)") == ["\(rows.count - 1)"])
      #expect(try store.rows("SELECT name FROM pragma_table_info('\(table)')") == rows[0])
    }
    let tables = files.files.keys.filter { $0.hasPrefix("history/") }.sorted()
    #expect(
      tables
        == [
          "audit_log", "field_copy", "finding_step", "merge_log", "objection_correction", "observation",
          "observation_evidence", "record_succession", "record_version", "recusal_override", "supersession",
          "visit_step",
        ].map { "history/\($0).csv" })
    // An empty text is told from nothing.
    #expect(files["history/observation.csv"].contains("V4,A9,\"\",\"\","))
    #expect(files["history/audit_log.csv"].split(separator: "\n").contains { $0.hasSuffix(",,") })
  }

  @Test func everyViewIsThere() throws {
    let store = try Store.withDemo()
    let files = try store.exported(Self.all)
    let views = try store.rows("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
    for view in views where !["writer", "identity_now"].contains(view) {
      let rows = CSVText(files["results/\(view).csv"]).rows
      #expect(try store.rows("SELECT name FROM pragma_table_xinfo('\(view)')") == rows[0], "\(view)")
      #expect(try store.rows("SELECT count(*) FROM \(view)") == ["\(rows.count - 1)"], "\(view)")
    }
    for table in [
      "adjustment_result", "assessment_result", "district_result", "inspection_score", "leaf_result", "phase_result",
      "section_result", "subject_score",
    ] { #expect(files.files["results/\(table).csv"] != nil, "\(table)") }
    for name in ["writer", "identity_now", "stale", "session", "visit", "observation"] {
      #expect(files.files["results/\(name).csv"] == nil)
    }
    let ranking = CSVText(files["results/district_ranking.csv"]).rows
    #expect(
      try store.rows("SELECT assessment, rank, code, total FROM district_ranking ORDER BY 1, 2, 3")
        == ranking.dropFirst().map { row in
          ["assessment", "rank", "code", "total"].map { name in row[ranking[0].firstIndex(of: name) ?? 0] }
            .joined(separator: " | ")
        })
  }

  @Test func staleResultsAreComputedFirst() throws {
    let store = try Store.withBase()
    try store.executeAsOther("UPDATE participant SET status = 'withdrawn' WHERE district = 'd2'")
    #expect(try store.rows("SELECT count(*) FROM stale") != ["0"])
    let files = try store.exported(Self.all)
    #expect(CSVText(files["results/district_ranking.csv"]).rows.count == 2)
    #expect(try store.rows("SELECT count(*) FROM stale") == ["0"])
  }
}
