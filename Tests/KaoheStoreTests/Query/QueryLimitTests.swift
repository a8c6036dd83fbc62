import Foundation
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What a query may take: time, rows, the size of a value; and that it can be stopped.
@Suite struct QueryLimitTests {
  private static let endless = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT "

  @Test(arguments: [
    endless + "max(n) FROM c", endless + "n FROM c WHERE n < 0",
    "SELECT count(a.name || b.name) FROM sqlite_schema a, sqlite_schema b, sqlite_schema c, sqlite_schema d, sqlite_schema e",
    endless + "n FROM c ORDER BY -n",
  ])
  func deadline(sql: String) throws {
    try withQueryDatabase { database in
      let before = try database.files()
      var query = Query(sql)
      query.seconds = 0.05
      let start = ContinuousClock.now
      let problem = #expect(throws: QueryProblem.self) { try database.answer(query) }
      #expect(problem?.code == "timeout")
      #expect(problem?.problem.english == "it took more than 0.05 s, and was stopped")
      // Far more than the deadline, for a machine that is busy.
      #expect(ContinuousClock.now - start < .seconds(20))
      #expect(try database.files() == before)
    }
  }

  /// Rows that are handed on slowly are not the query's fault.
  @Test func readersMayTakeTheirTime() throws {
    try withQueryDatabase { database throws in
      let watch = QueryWatch(QueryStop(), seconds: 0.02)
      watch.pausing { usleep(30_000) }
      #expect(watch.mayGoOn())
      var query = Query("SELECT code FROM district")
      query.seconds = 1e300
      #expect(try database.answer(query).rows.count == 2)
    }
  }

  @Test func stopped() throws {
    try withQueryDatabase { database in
      let before = try database.files()
      let stop = QueryStop()
      var count = 0
      let problem = #expect(throws: QueryProblem.self) {
        try Store.open(database.path).run(Query(Self.endless + "n FROM c"), stop: stop) { _ in
        } row: { _ in
          count += 1
          if count == 100 {
            let wasAsked = stop.ask()
            #expect(!wasAsked)
          }
        }
      }
      #expect(problem?.code == "stopped")
      #expect(count == 100)
      #expect(stop.ask())
      #expect(try database.files() == before)
    }
  }

  @Test func stoppedFromAnotherThread() throws {
    try withQueryDatabase { database in
      let stop = QueryStop()
      let problem = #expect(throws: QueryProblem.self) {
        try Store.open(database.path).run(Query(Self.endless + "max(n) FROM c"), stop: stop) { _ in
          Thread.detachNewThread { stop.ask() }
        } row: { _ in
        }
      }
      #expect(problem?.code == "stopped")
    }
  }

  @Test(arguments: [(1, 1, true), (2, 2, false), (3, 2, false), (nil, 2, false)] as [(Int?, Int, Bool)])
  func rowLimit(limit: Int?, rows: Int, isCut: Bool) throws {
    try withQueryDatabase { database throws in
      var query = Query("SELECT code FROM district")
      query.rowLimit = limit
      #expect(try database.answer(query).end == QueryEnd(rows: rows, isCut: isCut))
    }
  }

  @Test func anEndlessQueryEndsAtItsRowLimit() throws {
    try withQueryDatabase { database in
      var query = Query(Self.endless + "n FROM c")
      query.rowLimit = 1000
      let answer = try database.answer(query)
      #expect(answer.rows.last == "1000")
      #expect(answer.end == QueryEnd(rows: 1000, isCut: true))
    }
  }

  @Test(arguments: [
    "SELECT zeroblob(1e9)", "SELECT length(zeroblob(100000000))", "SELECT replace(hex(zeroblob(2000000)), '0', '0000')",
    "SELECT hex(zeroblob(6000000))", "SELECT group_concat(hex(zeroblob(10000))) FROM sqlite_schema a, sqlite_schema b",
  ])
  func valuesThatAreTooBig(sql: String) throws {
    try withQueryDatabase { database throws in
      let problem = #expect(throws: QueryProblem.self) { try database.rows(sql) }
      #expect(problem?.code == "too-big")
      #expect(problem?.problem.english == "a value has more than 10 MB")
    }
  }

  @Test func bigValuesThatFit() throws {
    try withQueryDatabase { database in
      let rows = try database.rows("SELECT length(zeroblob(9000000)), substr(hex(zeroblob(4000000)), 1, 4)")
      #expect(rows == ["9000000 | '0000'"])
    }
  }

  @Test func hugeSQL() throws {
    try withQueryDatabase { database throws in
      let long = "SELECT 1" + String(repeating: " ", count: 1_000_001)
      #expect(throws: QueryProblem.self) { try database.rows(long) }
      let deep = "SELECT " + String(repeating: "(", count: 2000) + "1" + String(repeating: ")", count: 2000)
      #expect(throws: QueryProblem.self) { try database.rows(deep) }
    }
  }
}
