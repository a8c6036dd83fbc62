import GRDB
import KaoheTestSupport
import Testing

@testable import KaoheStore

@Suite struct LockTests {
  @Test func anotherProgramWrites() throws {
    try withTemporaryFolder { folder in
      let path = folder.file("a.db")
      let store = try Store.prepare(path).store
      try store.importing(.base)
      let before = try store.contents()
      // Not to wait for what does not end.
      try store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA busy_timeout = 0") }
      let other = try DatabaseQueue(path: path)
      try other.writeWithoutTransaction { database in
        try database.execute(sql: "BEGIN EXCLUSIVE; UPDATE district SET name = '别名'")
        let error = #expect(throws: StoreError.self) {
          try store.importing(.base.with(.add("groups.csv", "G2,第二组,")))
        }
        #expect(error?.code == "locked")
        #expect(
          error?.text(in: .chinese) == "数据库 \(path) 正被另一个程序占用；等它结束，或关闭该程序后重试")
        #expect(
          error?.text(in: .english)
            == "the database \(path) is locked by another program; wait until it has finished, or close it, then try again"
        )
        // Reading goes on, of what was there before.
        #expect(try store.ranking(of: "2022", session: Store.tester).rows.count == 2)
        try database.execute(sql: "ROLLBACK")
      }
      expectSame(try store.contents(), before)
      try store.importing(.base.with(.add("groups.csv", "G2,第二组,")))
    }
  }
}
