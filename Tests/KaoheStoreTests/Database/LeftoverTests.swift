import Foundation
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What a process that did not come to its end leaves beside a database. The real thing is tried by `make test-faults`.
@Suite struct LeftoverTests {
  /// On a medium that can't be written, what such a file holds can't be put into the database, and must not be overlooked.
  @Test(arguments: ["-wal", "-journal"])
  func aLogKeepsTheFileFromBeingReadAlone(end: String) throws {
    try withTemporaryFolder { folder in
      let path = folder.file("a.db")
      #expect(Store.readingAddresses(of: path).count == 2)
      try folder.write([], to: "a.db" + end)
      #expect(Store.leftOverLog(of: path) == nil)
      #expect(Store.readingAddresses(of: path).count == 2)
      try folder.write([1], to: "a.db" + end)
      #expect(Store.leftOverLog(of: path) == path + end)
      #expect(Store.readingAddresses(of: path).count == 1)
    }
  }

  /// A database has its name only once it is whole.
  @Test func aNewDatabaseTakesOverWhatWasLeft() throws {
    try withTemporaryFolder { folder in
      for end in ["", "-wal", "-shm", "-journal"] { try folder.write(Array("half".utf8), to: "a.db.part" + end) }
      #expect(try Store.prepare(folder.file("a.db")).done == .created)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("part") } == [])
    }
  }

  @Test func anotherProcessMakesIt() throws {
    try withTemporaryFolder { folder in
      let path = folder.file("a.db")
      let other = try PartFile(of: path)
      let error = #expect(throws: StoreError.self) { try Store.prepare(path) }
      #expect(error?.code == "being-made")
      #expect(!FileManager.default.fileExists(atPath: path))
      other.discard()
      #expect(try Store.prepare(path).done == .created)
    }
  }
}
