import Foundation
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What reads is answered, as the `sqlite3` shell would answer it.
@Suite struct QueryReadingTests {
  @Test(arguments: [
    ("SELECT code, name FROM district ORDER BY code", ["'d1' | '示例甲区'", "'d2' | '示例乙市'"]),
    (";; SELECT 1 ; -- done\n/* so */ ;", ["1"]), ("-- a title\nSELECT 1", ["1"]), ("SELECT 1 /* open", ["1"]),
    ("VALUES (1), (2)", ["1", "2"]), ("WITH a(x) AS (VALUES (3)) SELECT x FROM a", ["3"]),
    ("WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 3) SELECT n FROM c", ["1", "2", "3"]),
    ("SELECT row_number() OVER (ORDER BY code) FROM district", ["1", "2"]),
    ("SELECT value FROM json_each('[1, \"a\"]')", ["1", "'a'"]),
    ("SELECT name FROM pragma_table_info('district') LIMIT 1", ["'code'"]),
    ("SELECT count(*) > 50 FROM sqlite_schema", ["1"]), ("PRAGMA query_only", ["1"]),
    ("PRAGMA integrity_check", ["'ok'"]),
    ("PRAGMA foreign_key_check", []), ("pragma USER_VERSION", ["\(Store.newest)"]),
    ("SELECT 1.0, 0.1 + 0.2, 1e100, 9e999, -9e999, 1/3.0", ["1.0 | 0.3 | 1.0e+100 | Inf | -Inf | 0.333333333333333"]),
    ("SELECT 9223372036854775807, NULL, '', x'00ff', x''", ["9223372036854775807 | NULL | '' | X'0,ff' | X''"]),
    ("SELECT 'a' || char(0) || 'b'", ["'a\0b'"]),
    ("SELECT 'REPLACE INTO', replace('a', 'a', 'b')", ["'REPLACE INTO' | 'b'"]),
    ("SELECT changes(), last_insert_rowid()", ["0 | 0"]),
  ])
  func answers(sql: String, rows: [String]) throws {
    try withQueryDatabase { database in
      let before = try database.files()
      #expect(try database.rows(sql) == rows)
      #expect(try database.files() == before)
    }
  }

  @Test func columnsAreNamed() throws {
    try withQueryDatabase { database in
      let answer = try database.answer(Query("SELECT code, name AS n, 1 + 1, code FROM district WHERE 0"))
      #expect(answer.columns == ["code", "n", "1 + 1", "code"])
      #expect(answer.end == QueryEnd(rows: 0, isCut: false))
    }
  }

  /// Every view and table, also as a query plan.
  @Test func everyTableAndView() throws {
    try withQueryDatabase { database in
      let names = try Store.open(database.path).rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")
      #expect(names.count > 50)
      for name in names { _ = try database.rows("SELECT * FROM \"\(name)\"") }
      #expect(try !database.rows("EXPLAIN QUERY PLAN SELECT * FROM district_ranking").isEmpty)
    }
  }

  @Test(arguments: ReadingAuthorizer.describingPragmas.union(ReadingAuthorizer.statePragmas).sorted())
  func readingPragmas(name: String) throws {
    try withQueryDatabase { database in
      let before = try database.files()
      _ = try database.rows("PRAGMA \(name)")
      if ReadingAuthorizer.describingPragmas.contains(name) { _ = try database.rows("PRAGMA \(name)('district')") }
      #expect(try database.files() == before)
    }
  }

  @Test func fullTextSearch() throws {
    try withQueryDatabase { database in
      try Store.open(database.path).executeAsOther(
        "CREATE VIRTUAL TABLE words USING fts5 (a); INSERT INTO words VALUES ('one two'), ('three')")
      #expect(try database.rows("SELECT a FROM words WHERE words MATCH 'two'") == ["'one two'"])
      #expect(try database.rows("SELECT highlight(words, 0, '[', ']') FROM words('three')") == ["'[three]'"])
      let problem = #expect(throws: QueryProblem.self) {
        try database.rows("INSERT INTO words (words) VALUES ('optimize')")
      }
      #expect(problem?.problem.english == "this command only reads; refused: INSERT on words")
    }
  }

  /// What another connection commits is seen, and a writer is not disturbed.
  @Test func whileOthersWrite() throws {
    try withQueryDatabase { database in
      let store = try Store.open(database.path)
      try store.queue.inDatabase { other in
        try other.execute(sql: "BEGIN IMMEDIATE; UPDATE district SET name = '新名' WHERE code = 'd1'")
        #expect(try database.rows("SELECT name FROM district WHERE code = 'd1'") == ["'示例甲区'"])
        try other.execute(sql: "COMMIT")
        #expect(try database.rows("SELECT name FROM district WHERE code = 'd1'") == ["'新名'"])
      }
    }
  }

  /// Neither a log nor an index of it can be made beside it. (Root may; the transcript read-only.txt runs as another.)
  @Test func aFileAndAFolderThatCannotBeWritten() throws {
    try withQueryDatabase { database in
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: database.path)
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: database.folder.path)
      defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: database.folder.path) }
      #expect(try database.rows("SELECT count(*) FROM district") == ["2"])
    }
  }

  @Test(arguments: ["", "  \n", "-- nothing", ";", "/* */;"])
  func nothingToAsk(sql: String) throws {
    try withQueryDatabase { database in
      let problem = #expect(throws: QueryProblem.self) { try database.rows(sql) }
      #expect(problem == QueryProblem.isEmpty)
    }
  }

  @Test func noDatabaseOfKaohe() throws {
    try withTemporaryFolder { folder in
      try folder.write(Array("nonsense".utf8), to: "kaohe.db")
      #expect(throws: StoreError.self) { try QueryDatabase(folder: folder).rows("SELECT 1") }
    }
  }
}

extension Store {
  fileprivate static let newest = (try? inMemory().rows("PRAGMA user_version").first) ?? ""
}
