import Foundation
import GRDBSQLite
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// SQL that is no reading is refused, and leaves no trace: the folder stays as it is, to the byte.
@Suite struct QueryRefusalTests {
  @Test(arguments: HarmfulSQL.all)
  func harmful(_ harmful: HarmfulSQL) throws {
    try withQueryDatabase { database in
      let before = try database.files()
      let problem = #expect(throws: QueryProblem.self) { try database.rows(harmful.sql) }
      #expect(problem?.code == "refused")
      #expect(problem?.problem.english == "this command only reads; refused: \(harmful.refused)")
      #expect(try database.files() == before)
    }
  }

  @Test(arguments: [
    "SELECT 1; DELETE FROM observation", "SELECT 1; SELECT 2", "SELECT 1;;\n/* ; */ -- ;\n; DROP TABLE visit;",
    "SELECT ';'; VACUUM", "SELECT 1; nonsense",
  ])
  func aSecondStatement(sql: String) throws {
    try withQueryDatabase { database in
      let before = try database.files()
      let problem = #expect(throws: QueryProblem.self) { try database.rows(sql) }
      #expect(problem?.code == "second-statement")
      #expect(try database.files() == before)
    }
  }

  /// The name of the file to attach or to write comes from a parameter, which no look at the text would find.
  @Test(arguments: ["ATTACH :file AS a", "VACUUM INTO :file", "SELECT load_extension(:file)"])
  func throughParameters(sql: String) throws {
    try withQueryDatabase { database in
      let before = try database.files()
      let problem = #expect(throws: QueryProblem.self) {
        try database.rows(sql, ["file": database.folder.file("other.db")])
      }
      #expect(problem?.code == "refused")
      #expect(try database.files() == before)
    }
  }

  /// Functions that SQLite here does not have, but another may.
  @Test(arguments: ReadingAuthorizer.harmfulFunctions.sorted())
  func functions(name: String) {
    let authorizer = ReadingAuthorizer()
    #expect(!authorizer.isAllowed(SQLITE_FUNCTION, nil, name))
    #expect(!authorizer.isAllowed(SQLITE_FUNCTION, nil, name.uppercased()))
    #expect(authorizer.isAllowed(SQLITE_FUNCTION, nil, "count"))
  }

  /// What is not known to read is refused, also what SQLite does not have yet.
  @Test func unknownActions() {
    let allowed = (0...1000).filter { ReadingAuthorizer().isAllowed($0, "", nil) }
    #expect(Set(allowed) == [SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE, SQLITE_FUNCTION])
  }

  /// Each wall holds alone: with no authorizer, SQLite still writes nothing.
  @Test(arguments: [
    "DELETE FROM phase_result", "CREATE TEMP TABLE t (a)", "PRAGMA user_version = 3", "DROP TABLE visit",
  ])
  func withoutTheAuthorizer(sql: String) throws {
    try withQueryDatabase { database in
      let before = try database.files()
      try withExtendedLifetime(Store.open(database.path)) {
        let connection = try QueryConnection(database.path, QueryStop(), seconds: nil)
        sqlite3_set_authorizer(connection.handle, nil, nil)
        #expect(sqlite3_exec(connection.handle, sql, nil, nil, nil) == SQLITE_READONLY)
        #expect(sqlite3_exec(connection.handle, "PRAGMA query_only = OFF", nil, nil, nil) == SQLITE_OK)
        if !sql.contains("TEMP") {
          #expect(sqlite3_exec(connection.handle, sql, nil, nil, nil) == SQLITE_READONLY)
        }
      }
      #expect(try database.files() == before)
    }
  }

  /// A view that another program put there is asked like any other, and can't do more than a query.
  @Test func aViewOfAnotherProgram() throws {
    try withQueryDatabase { database in
      try Store.open(database.path).executeAsOther(
        "CREATE VIEW harmful AS SELECT load_extension('x.so') AS a; CREATE VIEW plain AS SELECT count(*) AS n FROM district"
      )
      #expect(try database.rows("SELECT n FROM plain") == ["2"])
      let problem = #expect(throws: QueryProblem.self) { try database.rows("SELECT * FROM harmful") }
      #expect(problem?.code == "refused")
    }
  }

  @Test func saysWhatRecordsInstead() throws {
    try withQueryDatabase { database in
      let problem = #expect(throws: QueryProblem.self) { try database.rows("DELETE FROM finding_step") }
      #expect(problem?.problem.chinese == "只读，拒绝 DELETE（finding_step）")
      #expect(problem?.hint?.chinese == "要记录或更正，用 `kaohe finding`")
      #expect(problem?.hint?.english == "to record or correct, use `kaohe finding`")
    }
  }
}
