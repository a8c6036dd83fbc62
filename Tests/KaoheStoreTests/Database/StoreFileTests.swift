import Foundation
import GRDB
import KaoheSchema
import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// Files that are opened, made and migrated, and files that are refused and left as they are.
@Suite struct StoreFileTests {
  @Test func madeOnce() throws {
    try withTemporaryFolder { folder in
      let path = folder.file("new.db")
      #expect(try Store.prepare(path).done == .created)
      let identity = try Store.open(path).rows("SELECT * FROM database_identity")
      #expect(identity.count == 3)
      #expect(try Store.prepare(path).done == .upToDate)
      #expect(try Store.open(path).rows("SELECT * FROM database_identity") == identity)
      #expect(try Store.open(path).rows("PRAGMA user_version") == ["\(Migration.newestVersion)"])
      #expect(try Store.open(path).rows("PRAGMA journal_mode") == ["wal"])
      #expect(try Store.open(path).rows("SELECT one, last FROM observation_clock") == ["1 | 0"])
    }
  }

  @Test(arguments: [true, false])
  func openOrMake(keeping: Bool) throws {
    try withTemporaryFolder { folder in
      let path = folder.file("new.db")
      try Store.openOrMake(path, keeping: keeping) { store in
        let districts = try store.rows("SELECT count(*) FROM district")
        #expect(districts == ["0"])
      }
      #expect(FileManager.default.fileExists(atPath: path) == keeping)
    }
  }

  @Test func aDatabaseThatIsThereIsKept() throws {
    try withTemporaryFolder { folder in
      let path = folder.file("old.db")
      try Store.prepare(path).store.importing(.base)
      try Store.openOrMake(path, keeping: false) { _ = try $0.importing(.base) }
      #expect(try Store.open(path).rows("SELECT count(*) FROM district") == ["2"])
    }
  }

  /// What a refused import made is not left behind.
  @Test func aNewDatabaseIsNotKeptWhereItsImportIsRefused() throws {
    try withTemporaryFolder { folder in
      #expect(throws: Refused.self) {
        try Store.openOrMake(folder.file("new.db"), keeping: true) { store in
          try store.importing(.base.with(.add("groups.csv", "G2,,")))
        }
      }
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(files == [])
    }
  }

  @Test func missing() throws {
    let error = #expect(throws: StoreError.self) { try Store.open("/nowhere/kaohe.db") }
    #expect(error?.code == "no-database")
    #expect(
      error?.text(in: .chinese)
        == "没有数据库 /nowhere/kaohe.db；用 `kaohe init` 新建，用 `kaohe demo` 看演示，或用 --db 指明文件")
    #expect(
      error?.text(in: .english)
        == "there is no database /nowhere/kaohe.db; make one with `kaohe init`, see the demo with `kaohe demo`, or name another with --db"
    )
    #expect(throws: StoreError.self) { try Store.prepare("/nowhere/kaohe.db") }
    #expect(!FileManager.default.fileExists(atPath: "/nowhere"))
  }

  @Test func emptyFile() throws {
    try withTemporaryFolder { folder in
      try folder.write([], to: "a.db")
      let error = #expect(throws: StoreError.self) { try Store.open(folder.file("a.db")) }
      #expect(
        error?.text(in: .english)
          == "\(folder.file("a.db")) is empty; make a new database with `kaohe init`; if it held records, go back to a backup with `kaohe restore`"
      )
      #expect(
        error?.text(in: .chinese)
          == "\(folder.file("a.db")) 是空文件；新建数据库用 `kaohe init`；如果里面有过记录，用 `kaohe restore` 恢复备份"
      )
      #expect(error?.code == "empty-database")
      #expect(try Store.prepare(folder.file("a.db")).done == .created)
    }
  }

  @Test(arguments: [Array("visit,indicator,value\n".utf8), Array(repeating: 0x2A, count: 5000)] as [[UInt8]])
  func noDatabase(bytes: [UInt8]) throws {
    try withTemporaryFolder { folder in
      let path = folder.file("a.db")
      try folder.write(bytes, to: "a.db")
      for body in [{ _ = try Store.open(path) }, { _ = try Store.prepare(path) }] {
        let error = #expect(throws: StoreError.self) { try body() }
        #expect(error?.code == "not-a-database")
        #expect(
          error?.text(in: .english)
            == "\(path) is no database; check that --db names a database of Kaohe; if it does, it is damaged: go back to a backup with `kaohe restore`"
        )
      }
      #expect(try Array(Data(contentsOf: URL(filePath: path))) == bytes)
    }
  }

  @Test func aFolder() throws {
    try withTemporaryFolder { folder in
      #expect(throws: StoreError.self) { try Store.open(folder.path) }
      #expect(throws: StoreError.self) { try Store.prepare(folder.path) }
    }
  }

  @Test func databaseOfAnotherProgram() throws {
    try withTemporaryFolder { folder in
      let path = folder.file("a.db")
      try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE district (name TEXT)") }
      for body in [{ _ = try Store.open(path) }, { _ = try Store.prepare(path) }] {
        let error = #expect(throws: StoreError.self) { try body() }
        #expect(error?.code == "foreign-database")
        #expect(
          error?.text(in: .english)
            == "\(path) is a database of another program; name a database of Kaohe with --db")
      }
      #expect(
        try DatabaseQueue(path: path).read { try $0.rows("SELECT sql FROM sqlite_schema") } == [
          "CREATE TABLE district (name TEXT)"
        ])
    }
  }

  @Test func newerSchema() throws {
    try withTemporaryFolder { folder in
      let path = folder.file("a.db")
      let newest = Migration.newestVersion
      try Store.prepare(path).store.executeAsOther("PRAGMA user_version = \(newest + 1)")
      for body in [{ _ = try Store.open(path) }, { _ = try Store.prepare(path) }] {
        let error = #expect(throws: StoreError.self) { try body() }
        #expect(error?.code == "newer-schema")
        #expect(
          error?.text(in: .english)
            == "the database \(path) has schema \(newest + 1), this program knows \(newest) at most; use a newer kaohe")
      }
    }
  }
}
