import Foundation
import GRDB
import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// The office goes back to a backup while groups are out with their copies.
@Suite struct RestoredCopiesTests {
  private static let restorer = Session(actor: "管理员", command: "restore")

  private func restore(_ folder: TemporaryFolder) throws {
    _ = try Store.restore(folder.file("a.db"), from: folder.file("b.db"), session: Self.restorer)
  }

  /// A copy that was checked out after the backup is known, its number is not given again, and it merges: what it holds
  /// of the time since the backup comes back with it.
  @Test func aCopyCheckedOutSinceTheBackup() throws {
    try withTemporaryFolder { folder in
      let store = try Store.base(at: folder.file("a.db"))
      _ = try Store.backUp(folder.file("a.db"), to: folder.file("b.db"))
      try store.observe(ScoreCell("V4", "A4"), "1/2", reason: "备份以后")
      _ = try store.checkout("G1", to: folder.file("g1.db"), session: Store.tester)
      let copy = try Store.open(folder.file("g1.db"))
      try copy.observe(ScoreCell("V4", "A4"), "3/4", reason: "现场")
      try copy.queue.close()
      try restore(folder)
      #expect(try store.fieldCopies().map(\.replica) == [1])
      let second = try store.checkout("G1", to: folder.file("g2.db"), session: Store.tester)
      #expect(second.replica == 2)
      let merged = try store.merge(folder.file("g1.db"), session: Store.tester)
      #expect(merged.conflicts.isEmpty)
      #expect(
        try store.rows("SELECT value FROM current_observation WHERE visit = 'V4' AND indicator = 'A4'") == ["3/4"])
      #expect(try store.databaseFaults() == [])
    }
  }

  /// The group that a copy was checked out for is newer than the backup.
  @Test func aGroupSinceTheBackup() throws {
    try withTemporaryFolder { folder in
      let store = try Store.base(at: folder.file("a.db"))
      _ = try Store.backUp(folder.file("a.db"), to: folder.file("b.db"))
      try store.recording("INSERT INTO inspection_group (code, name) VALUES ('G9', '新组')")
      _ = try store.checkout("G9", to: folder.file("g9.db"), session: Store.tester)
      try restore(folder)
      #expect(try store.fieldCopies().map(\.group) == ["G9"])
      _ = try store.merge(folder.file("g9.db"), session: Store.tester)
      #expect(try store.databaseFaults() == [])
    }
  }

  /// What was merged after the backup is lost by the restore; merging the copy once more brings it back.
  @Test func aCopyThatHadBeenMerged() throws {
    try withTemporaryFolder { folder in
      let store = try Store.base(at: folder.file("a.db"))
      _ = try store.checkout("G1", to: folder.file("g1.db"), session: Store.tester)
      _ = try Store.backUp(folder.file("a.db"), to: folder.file("b.db"))
      let copy = try Store.open(folder.file("g1.db"))
      try copy.observe(ScoreCell("V4", "A4"), "3/4", reason: "现场")
      try copy.queue.close()
      _ = try store.merge(folder.file("g1.db"), session: Store.tester)
      let before = try store.facts()
      try restore(folder)
      #expect(try store.facts() != before)
      _ = try store.merge(folder.file("g1.db"), session: Store.tester)
      expectSame(try store.facts(), before)
    }
  }

  /// A copy knows a version of a record that the office has gone back behind, and has since changed otherwise.
  @Test func aRecordChangedOnBothSidesOfARestore() throws {
    try withTemporaryFolder { folder in
      let store = try Store.base(at: folder.file("a.db"))
      _ = try Store.backUp(folder.file("a.db"), to: folder.file("b.db"))
      try store.recording("UPDATE pilot_enterprise SET name = '甲厂' WHERE code = 'E1'")
      _ = try store.checkout("G1", to: folder.file("g1.db"), session: Store.tester)
      try restore(folder)
      try store.recording("UPDATE pilot_enterprise SET name = '乙厂' WHERE code = 'E1'")
      let merged = try store.merge(folder.file("g1.db"), session: Store.tester)
      #expect(merged.conflicts.map(\.name) == ["pilot_enterprise/E1"])
    }
  }

  /// A number that was given twice, since nobody could know: the copy that comes second is refused, not mixed up.
  @Test func aNumberThatWasGivenTwice() throws {
    try withTemporaryFolder { folder in
      let store = try Store.base(at: folder.file("a.db"))
      _ = try Store.backUp(folder.file("a.db"), to: folder.file("b.db"))
      _ = try store.checkout("G1", to: folder.file("g1.db"), session: Store.tester)
      try store.queue.close()
      // The database is lost, and with it what it knew.
      try FileManager.default.removeItem(atPath: folder.file("a.db"))
      try restore(folder)
      let restored = try Store.open(folder.file("a.db"))
      _ = try restored.checkout("G1", to: folder.file("again.db"), session: Store.tester)
      let before = try restored.contents()
      let error = #expect(throws: StoreError.self) {
        try restored.merge(folder.file("g1.db"), session: Store.tester)
      }
      #expect(error?.code == "changed-facts")
      expectSame(try restored.contents(), before)
    }
  }

  /// A group's own copy, restored from its backup after it was merged: what it records then is new to the office.
  @Test func aCopyThatIsRestored() throws {
    try withTemporaryFolder { folder in
      let store = try Store.base(at: folder.file("a.db"))
      _ = try store.checkout("G1", to: folder.file("g1.db"), session: Store.tester)
      _ = try Store.backUp(folder.file("g1.db"), to: folder.file("g1-backup.db"))
      let copy = try Store.open(folder.file("g1.db"))
      try copy.observe(ScoreCell("V4", "A4"), "3/4", reason: "现场")
      try copy.queue.close()
      _ = try store.merge(folder.file("g1.db"), session: Store.tester)
      _ = try Store.restore(folder.file("g1.db"), from: folder.file("g1-backup.db"), session: Self.restorer)
      #expect(!folder.names.contains("g1.db-wal"))
      let again = try Store.open(folder.file("g1.db"))
      #expect(try again.rows("PRAGMA journal_mode") == ["delete"])
      try again.observe(ScoreCell("V4", "A4"), "2/4", reason: "重来")
      try again.queue.close()
      // Two values of one cell that know nothing of each other: a person decides.
      let merged = try store.merge(folder.file("g1.db"), session: Store.tester)
      #expect(merged.conflicts.map(\.name) == ["V4/A4"])
    }
  }
}
