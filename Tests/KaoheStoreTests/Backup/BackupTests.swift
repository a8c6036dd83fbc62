import Foundation
import GRDB
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// A backup is one file, which holds what the database held at one moment, or is not there.
@Suite struct BackupTests {
  @Test func holdsEverything() throws {
    try withTemporaryFolder { folder in
      let store = try Store.base(at: folder.file("a.db"))
      let summary = try Store.backUp(folder.file("a.db"), to: folder.file("b.db"))
      #expect(folder.names.filter { $0.hasPrefix("b") } == ["b.db"])
      let copy = try Store.open(folder.file("b.db"))
      expectSame(try copy.contents(), try store.contents())
      #expect(try copy.rows("PRAGMA journal_mode") == ["delete"])
      let (rows, holdings) = (try store.contents(), try copy.read { try DatabaseHoldings($0) })
      #expect(summary.holdings.observations == rows["observation"]?.count)
      #expect(summary.holdings == holdings)
      try copy.queue.close()
      let file = try EvidenceFile(folder.file("b.db"))
      #expect(summary.sha256 == file.sha256 && summary.size == file.size && summary.dangling.isEmpty)
    }
  }

  /// What another connection commits while the copy is being made is not in it, and does not make it start again.
  @Test func isOfOneMoment() throws {
    try withTemporaryFolder { folder in
      let store = try Store.base(at: folder.file("a.db"))
      let writer = try Store.open(folder.file("a.db"))
      let before = try store.contents()
      try store.queue.read { database in
        let holdings = try DatabaseHoldings(database)
        try writer.recording("UPDATE district SET name = name || '市'; INSERT INTO district VALUES ('d9', '新', '区')")
        try SnapshotCopy.copy(database, to: folder.file("b.db"), named: "b.db", of: "a.db")
        _ = try CopyCheck(folder.file("b.db"), holds: holdings, of: "a.db")
      }
      expectSame(try Store.open(folder.file("b.db")).contents(), before)
    }
  }

  @Test func aFolderIsGivenANameByTheTime() throws {
    try withTemporaryFolder { folder in
      _ = try Store.base(at: folder.file("a.db"))
      try FileManager.default.createDirectory(atPath: folder.file("b"), withIntermediateDirectories: false)
      let moment = Date(timeIntervalSince1970: 1_669_449_600)
      let target = try BackupTarget(folder.file("b"), of: folder.file("a.db"), at: moment)
      #expect(target.file == folder.file("b/a-\(BackupTarget.stamp(moment)).db"))
      #expect(BackupTarget.stamp(moment).wholeMatch(of: /2022112[567]-\d{6}/) != nil)
      try Data().write(to: URL(filePath: target.file))
      let second = try BackupTarget(folder.file("b/"), of: folder.file("a.db"), at: moment)
      #expect(second.file == folder.file("b/a-\(BackupTarget.stamp(moment)).2.db"))
    }
  }

  @Test(arguments: [
    ("a.db", "same-file"), ("old.db", "file-exists"), ("link.db", "file-exists"), ("none/", "no-folder"),
    ("none/b.db", "cannot-write"), ("a.db-wal", "not-a-name"), ("b.db-journal", "not-a-name"),
  ])
  func whatIsRefused(name: String, code: String) throws {
    try withTemporaryFolder { folder in
      try Store.base(at: folder.file("a.db")).queue.close()
      try folder.write(Array("mine".utf8), to: "old.db")
      try FileManager.default.createSymbolicLink(atPath: folder.file("link.db"), withDestinationPath: "nowhere")
      let before = folder.names
      let error = #expect(throws: StoreError.self) { try Store.backUp(folder.file("a.db"), to: folder.file(name)) }
      #expect(error?.code == code)
      #expect(folder.names == before)
      #expect(try folder.bytes("old.db") == Array("mine".utf8))
    }
  }

  @Test func aDamagedDatabaseIsNotBackedUp() throws {
    try withTemporaryFolder { folder in
      try Store.base(at: folder.file("a.db")).queue.close()
      let pages = try folder.bytes("a.db").count / 4096
      var refused = 0
      for page in [pages / 3, pages / 2, pages - 1] {
        try withTemporaryFolder { other in
          try other.write(try folder.bytes("a.db"), to: "a.db")
          try other.damage("a.db", page: page)
          let error = #expect(throws: StoreError.self) {
            try Store.backUp(other.file("a.db"), to: other.file("b.db"))
          }
          if let error, ["damaged", "corrupt"].contains(error.code) { refused += 1 }
          #expect(other.names == ["a.db"])
        }
      }
      #expect(refused == 3)
    }
  }

  /// A flaw of the records is no reason to leave them without a backup.
  @Test func danglingReferencesAreSaid() throws {
    try withTemporaryFolder { folder in
      let store = try Store.base(at: folder.file("a.db"))
      try store.tamper("UPDATE pilot_enterprise SET park = 'nowhere' WHERE code = 'E1'")
      let summary = try Store.backUp(folder.file("a.db"), to: folder.file("b.db"))
      #expect(summary.dangling.map(\.table) == ["pilot_enterprise"] && summary.dangling.map(\.count) == [1])
      expectSame(try Store.open(folder.file("b.db")).contents(), try store.contents())
    }
  }

  @Test func anUnfinishedOneIsTakenOver() throws {
    try withTemporaryFolder { folder in
      try Store.base(at: folder.file("a.db")).queue.close()
      try folder.write([1, 2, 3], to: "b.db.part")
      _ = try Store.backUp(folder.file("a.db"), to: folder.file("b.db"))
      #expect(folder.names == ["a.db", "b.db"])
    }
  }

  /// Who may not read the database may not read its backup.
  @Test func isNotMoreOpenThanTheDatabase() throws {
    try withTemporaryFolder { folder in
      try Store.base(at: folder.file("a.db")).queue.close()
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.file("a.db"))
      _ = try Store.backUp(folder.file("a.db"), to: folder.file("b.db"))
      let mode = try FileManager.default.attributesOfItem(atPath: folder.file("b.db"))[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }
}
