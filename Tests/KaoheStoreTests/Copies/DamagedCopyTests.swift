import Foundation
import GRDB
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// Copies of which SQLite itself does not say at once that they are damaged: all found by random inputs.
@Suite struct DamagedCopyTests {
  /// Why a merge of a copy is refused, after something was done to its file; the office's database stays as it was.
  private func refusal(_ damage: (String) throws -> Void) throws -> String {
    try withTemporaryFolder { folder in
      let office = try Store.prepare(folder.file("office.db")).store
      try office.importing(.base)
      let copy = folder.file("copy.db")
      _ = try office.checkout("G1", to: copy, session: Store.tester)
      try damage(copy)
      let before = try office.contents()
      do {
        _ = try office.merge(copy, session: Store.tester)
        return "merged"
      } catch let error as StoreError {
        #expect(try office.contents() == before)
        return error.code
      }
    }
  }

  @Test func aSoundOneIsMerged() throws {
    #expect(try refusal { _ in } == "merged")
  }

  @Test func anUnknownFileFormat() throws {
    let code = try refusal { path in
      let file = try #require(FileHandle(forUpdatingAtPath: path))
      try file.seek(toOffset: 47)
      try file.write(contentsOf: [9])
      try file.close()
    }
    #expect(code == "damaged-copy")
  }

  @Test func anImpossibleNumber() throws {
    let code = try refusal { path in
      try DatabaseQueue(path: path).write {
        try $0.execute(sql: "UPDATE database_identity SET value = '5000' WHERE key = 'replica'")
      }
    }
    #expect(code == "damaged-copy")
  }

  /// An index that is not of its table: by one that lacks a row the merge would not see the row.
  @Test func anIndexOfOtherRows() throws {
    let code = try refusal { path in
      try DatabaseQueue(path: path).writeWithoutTransaction { database in
        let index = try #require(
          try Row.fetchOne(
            database, sql: "SELECT * FROM sqlite_schema WHERE name = 'observation_evidence_by_evidence'"))
        try database.execute(
          sql: """
            PRAGMA writable_schema = ON;
            DELETE FROM sqlite_schema WHERE name = 'observation_evidence_by_evidence';
            PRAGMA writable_schema = RESET;
            DELETE FROM observation_evidence;
            PRAGMA writable_schema = ON;
            """)
        #expect(database.changesCount > 0)
        try database.execute(
          sql: "INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)",
          arguments: [index["type"], index["name"], index["tbl_name"], index["rootpage"], index["sql"]])
        #expect(try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok")
      }
    }
    #expect(code == "damaged-copy")
  }
}
