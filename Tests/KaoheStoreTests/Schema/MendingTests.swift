import KaoheTestSupport
import Testing

@testable import KaoheStore

/// `kaohe init` makes again what holds no facts.
@Suite struct MendingTests {
  private static let objects = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"

  @Test(arguments: [
    "DROP TABLE data_dictionary", "DROP TABLE saved_question", "DROP TABLE data_dictionary; DROP TABLE saved_question",
    "DROP TABLE data_dictionary; CREATE TABLE data_dictionary (a)",
    "DROP TABLE data_dictionary; CREATE TABLE data_dictionary (object, column_name, meaning_zh, meaning_en, unit, source)",
    "DROP TABLE saved_question; CREATE VIEW saved_question AS SELECT 1 AS name",
    "ALTER TABLE saved_question RENAME COLUMN sql TO text", "ALTER TABLE data_dictionary ADD COLUMN mine TEXT",
  ])
  func documentation(change: String) throws {
    try expect(.documented, after: change)
  }

  @Test(arguments: [
    ("DROP VIEW district_ranking", ["district_ranking"]),
    ("DROP VIEW district_ranking; CREATE VIEW District_Ranking AS SELECT 1 AS rank", ["district_ranking"]),
    ("DROP VIEW district_ranking; DROP TABLE data_dictionary", ["district_ranking"]),
  ])
  func views(change: String, views: [String]) throws {
    try expect(.mended(views), after: change)
  }

  /// What depends on a table goes with it, and comes back.
  @Test(arguments: [
    ("DROP TRIGGER stale_visit_insert", ["stale_visit_insert"]),
    (
      """
      DROP TRIGGER audit_district_update;
      CREATE TRIGGER audit_district_update AFTER UPDATE ON district BEGIN SELECT 1; END
      """, ["audit_district_update"]
    ),
    ("DROP INDEX visit_by_assessment", ["visit_by_assessment"]),
    ("DROP TABLE adjustment_result", ["adjustment_result"]),
  ])
  func triggersIndexesAndResults(change: String, parts: [String]) throws {
    try withTemporaryFolder { folder in
      let path = folder.file("a.db")
      let store = try Store.prepare(path).store
      try store.importing(.base)
      let ranking = try store.ranking(of: "2022", session: Store.tester)
      let before = (try store.rows(Self.objects), try store.rows("SELECT * FROM adjustment_result"))
      try store.executeAsOther(change)
      guard case .mended(let found) = try Store.prepare(path).done else {
        Issue.record("nothing was mended")
        return
      }
      #expect(Set(found).isSuperset(of: parts))
      #expect(try store.rows(Self.objects) == before.0)
      #expect(try Store.prepare(path).done == .upToDate)
      // Who changed what while it was missing is unknown: all is computed anew.
      let isStale = !change.contains("INDEX")
      #expect(try store.rows("SELECT count(*) FROM stale") == [isStale ? "2" : "0"])
      #expect(try store.ranking(of: "2022", session: Store.tester).rows.map(\.total) == ranking.rows.map(\.total))
      #expect(try store.rows("SELECT * FROM adjustment_result") == before.1)
    }
  }

  @Test(arguments: [
    ("DROP TABLE merge_log", "the table merge_log is gone"),
    ("ALTER TABLE district RENAME TO mine", "the table district is gone"),
    ("ALTER TABLE district RENAME COLUMN name TO title", "the column name of the table district is gone"),
  ])
  func lostRecords(change: String, problem: String) throws {
    try withTemporaryFolder { folder in
      let path = folder.file("a.db")
      let store = try Store.prepare(path).store
      try store.executeAsOther(change)
      let before = try store.rows(Self.objects)
      let error = #expect(throws: StoreError.self) { try Store.prepare(path) }
      #expect(error?.code == "lost-records")
      #expect(error?.text(in: .english).hasPrefix(problem) == true, "\(error?.text(in: .english) ?? "")")
      #expect(try store.rows(Self.objects) == before)
    }
  }

  /// A column that somebody added hinders nobody.
  @Test func anAddedColumnStays() throws {
    try withTemporaryFolder { folder in
      let path = folder.file("a.db")
      let store = try Store.prepare(path).store
      try store.executeAsOther("ALTER TABLE district ADD COLUMN mine TEXT")
      #expect(try Store.prepare(path).done == .upToDate)
      #expect(try store.rows("SELECT name FROM pragma_table_info('district')").last == "mine")
    }
  }

  @Test func commandsSayWhatToDo() throws {
    let store = try Store.inMemory()
    try store.importing(.base)
    try store.executeAsOther("ALTER TABLE district_result RENAME TO mine")
    let error = #expect(throws: StoreError.self) { try store.ranking(of: "2022", session: Store.tester) }
    #expect(error?.code == "broken-structure")
    #expect(error?.hint?.english.hasPrefix("run `kaohe init`, which mends what it can") == true)
  }

  /// Views of somebody else stay, also where they read ours.
  @Test func allViews() throws {
    try withTemporaryFolder { folder in
      let path = folder.file("a.db")
      let store = try Store.prepare(path).store
      try store.executeAsOther("CREATE VIEW mine AS SELECT * FROM district_ranking")
      let before = try store.rows(Self.objects)
      let views = try store.rows("SELECT name FROM sqlite_schema WHERE type = 'view' AND name <> 'mine' ORDER BY rowid")
      for view in views { try store.executeAsOther("DROP VIEW \(view)") }
      #expect(try Store.prepare(path).done == .mended(views))
      #expect(try store.rows(Self.objects) == before)
      #expect(try store.rows("SELECT * FROM mine") == [])
    }
  }

  @Test func aTableInAViewsPlaceStays() throws {
    try withTemporaryFolder { folder in
      let path = folder.file("a.db")
      let store = try Store.prepare(path).store
      try store.executeAsOther("DROP VIEW district_ranking; CREATE TABLE district_ranking (facts)")
      let error = #expect(throws: StoreError.self) { try Store.prepare(path) }
      #expect(error?.code == "name-taken")
      #expect(try store.rows("SELECT name FROM pragma_table_info('district_ranking')") == ["facts"])
    }
  }

  @Test(arguments: [
    "DROP TABLE data_dictionary", "DROP TABLE data_dictionary; CREATE TABLE data_dictionary (a)",
  ])
  func schemaSaysWhatToDo(change: String) throws {
    let store = try Store.inMemory()
    try store.executeAsOther(change)
    let error = #expect(throws: StoreError.self) { try store.schemaObjects() }
    #expect(error?.code == "no-dictionary")
    #expect(error?.hint?.english == "run `kaohe init`, which makes it again")
  }

  /// Somebody else's table may hold anything where texts are wanted.
  @Test func schemaReadsAnything() throws {
    let store = try Store.inMemory()
    try store.executeAsOther(
      """
      DROP TABLE data_dictionary;
      CREATE TABLE data_dictionary AS SELECT 'visit' AS object, NULL AS column_name, 1 AS meaning_zh, x'ff' AS meaning_en,
        NULL AS unit, NULL AS source
      """)
    #expect(try store.schemaObjects().first { $0.name == "visit" }?.meaning.chinese == "1")
  }

  private func expect(_ done: Store.Preparation, after change: String) throws {
    try withTemporaryFolder { folder in
      let path = folder.file("a.db")
      let store = try Store.prepare(path).store
      let before = (try store.rows(Self.objects), try store.contents())
      try store.executeAsOther(change)
      #expect(try Store.prepare(path).done == done)
      #expect(try store.rows(Self.objects) == before.0)
      #expect(try store.contents() == before.1)
      #expect(try Store.prepare(path).done == .upToDate)
    }
  }
}
