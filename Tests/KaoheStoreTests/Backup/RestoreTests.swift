import Foundation
import GRDB
import KaoheSchema
import KaoheTestSupport
import Synchronization
import Testing

@testable import KaoheStore

/// A restore makes the database what the backup held, but for what must not be forgotten.
@Suite struct RestoreTests {
  private static let restorer = Session(actor: "管理员", command: "restore")

  /// A database `a.db`, backed up as `b.db`, and changed since.
  private func changed(_ folder: TemporaryFolder) throws -> Store {
    let store = try Store.base(at: folder.file("a.db"))
    _ = try Store.backUp(folder.file("a.db"), to: folder.file("b.db"))
    try store.observe(ScoreCell("V4", "A4"), "1/2", reason: "改正")
    try store.recording(
      "UPDATE district SET name = '改名' WHERE code = 'd1'; INSERT INTO district VALUES ('d9', '新', '区')")
    return store
  }

  /// What both hold, without what a restore adds.
  private func records(_ store: Store) throws -> [String: [String]] {
    try store.contents().filter { !["audit_log", "observation_clock"].contains($0.key) }
  }

  private func clock(_ store: Store) throws -> Int64 {
    try store.read { try Int64.fetchOne($0, sql: "SELECT last FROM observation_clock") ?? 0 }
  }

  @Test func aPlanChangesNothing() throws {
    try withTemporaryFolder { folder in
      let store = try changed(folder)
      let before = try store.contents()
      let plan = try Store.restorePlan(of: folder.file("a.db"), from: folder.file("b.db"))
      let changes = plan.changes.filter(\.isChange)
      #expect(
        changes.contains(
          RestorePlan.TableChange(table: "district", present: 3, backup: 2, lost: 1, returned: 0, reverted: 1)))
      #expect(changes.first { $0.table == "observation" }.map { [$0.lost, $0.returned] } == [1, 0])
      #expect(Set(changes.map(\.table)) == ["district", "observation", "supersession"])
      expectSame(try store.contents(), before)
      #expect(!folder.names.contains { $0.contains("before") })
    }
  }

  @Test func bringsTheBackupBack() throws {
    try withTemporaryFolder { folder in
      let store = try changed(folder)
      let before = try store.contents()
      let clock = try clock(store)
      let summary = try Store.restore(folder.file("a.db"), from: folder.file("b.db"), session: Self.restorer)
      // The connection that was open all the while sees it.
      let backup = try Store.open(folder.file("b.db"))
      expectSame(try records(store), try records(backup))
      #expect(try store.rows("PRAGMA journal_mode") == ["wal"])
      let (now, then) = (try self.clock(store), try self.clock(backup))
      #expect(now >= clock && now > then)
      let file = try #require(summary.kept)
      let kept = try Store.open(file)
      expectSame(try kept.contents(), before)
      #expect(!folder.names.contains("a.db.part"))
      // Others write on.
      try store.observe(ScoreCell("V4", "A4"), "1/3")
    }
  }

  @Test func theAuditLogSaysWhatHappened() throws {
    try withTemporaryFolder { folder in
      let store = try changed(folder)
      let summary = try Store.restore(folder.file("a.db"), from: folder.file("b.db"), session: Self.restorer)
      let kept = try #require(summary.kept)
      let (after, before) = (try EvidenceFile(folder.file("b.db")).sha256, try EvidenceFile(kept).sha256)
      let rows = try store.rows(
        """
        SELECT actor, command, table_name, record, action, old ->> '$.sha256', new ->> '$.sha256', old ->> '$.rows.district',
          new ->> '$.rows.district', old ->> '$.file'
        FROM audit_log ORDER BY id DESC LIMIT 1
        """)
      #expect(
        rows == [
          "管理员 | restore | database | b.db | update | \(before) | \(after) | 3 | 2 | \(EvidenceFile.name(of: kept))"
        ])
    }
  }

  @Test func identitiesAreNotGivenAgain() throws {
    try withTemporaryFolder { folder in
      let store = try changed(folder)
      let newest = try store.read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM observation") ?? 0 }
      // A clock far ahead gave identities that no moment from now on reaches.
      let ahead = newest + (1 << 50)
      try store.executeAsOther("UPDATE observation_clock SET last = \(ahead)")
      _ = try Store.restore(folder.file("a.db"), from: folder.file("b.db"), session: Self.restorer)
      try store.observe(ScoreCell("V4", "A4"), "1/3")
      let next = try store.read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM observation") ?? 0 }
      #expect(next > ahead)
    }
  }

  @Test func anOlderSchemaIsMigrated() throws {
    try withTemporaryFolder { folder in
      let store = try Store.base(at: folder.file("a.db"))
      let older = try DatabaseQueue(path: folder.file("b.db"))
      let office = try store.identity().office
      try older.write { database in
        for migration in Migration.all where migration.version < 14 { try database.execute(sql: migration.sql) }
        try database.execute(
          sql: """
            INSERT INTO database_identity VALUES ('office', '\(office)'), ('replica', '0');
            INSERT INTO district VALUES ('d7', '旧区', '区');
            PRAGMA application_id = \(Store.applicationID); PRAGMA user_version = 13
            """)
      }
      try older.close()
      let plan = try Store.restorePlan(of: folder.file("a.db"), from: folder.file("b.db"))
      #expect(plan.migration == Migration.newestVersion)
      _ = try Store.restore(folder.file("a.db"), from: folder.file("b.db"), session: Self.restorer)
      #expect(try store.rows("SELECT code FROM district") == ["d7"])
      #expect(try Store.open(folder.file("a.db")).databaseFaults() == [])
    }
  }

  @Test func whereThereIsNoDatabaseOneIsMade() throws {
    try withTemporaryFolder { folder in
      let store = try changed(folder)
      try store.queue.close()
      try FileManager.default.removeItem(atPath: folder.file("a.db"))
      // What a lost database left would be read as the new one's log.
      try folder.write([1, 2, 3], to: "a.db-wal")
      let plan = try Store.restorePlan(of: folder.file("a.db"), from: folder.file("b.db"))
      if case .missing = plan.present {} else { Issue.record("\(plan.present)") }
      let summary = try Store.restore(folder.file("a.db"), from: folder.file("b.db"), session: Self.restorer)
      #expect(summary.kept == nil)
      expectSame(try records(Store.open(folder.file("a.db"))), try records(Store.open(folder.file("b.db"))))
      #expect(folder.names.contains { $0.contains("before-restore") && $0.hasSuffix("-wal") })
    }
  }

  /// Pages that can't be read, a header that is none, a file without its end, an empty file.
  @Test(arguments: ["page", "header", "end", "empty"])
  func aDamagedDatabaseIsReplaced(damage: String) throws {
    try withTemporaryFolder { folder in
      try changed(folder).queue.close()
      switch damage {
      case "page": try folder.damage("a.db", page: try folder.bytes("a.db").count / 4096 / 2)
      case "header":
        try folder.write([UInt8](repeating: 7, count: 100) + folder.bytes("a.db").dropFirst(100), to: "a.db")
      case "end": try folder.write(Array(folder.bytes("a.db").prefix(20_000)), to: "a.db")
      default: try folder.write([], to: "a.db")
      }
      let before = try folder.bytes("a.db")
      let summary = try Store.restore(folder.file("a.db"), from: folder.file("b.db"), session: Self.restorer)
      let store = try Store.open(folder.file("a.db"))
      expectSame(try records(store), try records(Store.open(folder.file("b.db"))))
      #expect(try store.databaseFaults() == [])
      #expect(folder.names.filter { $0.hasSuffix(".part") } == [])
      if damage == "empty" {
        #expect(summary.kept == nil)
        return
      }
      let kept = try #require(summary.kept)
      #expect(FileManager.default.fileExists(atPath: kept))
      if damage == "header" {
        let bytes = try folder.bytes(EvidenceFile.name(of: kept))
        #expect(bytes == before)
      }
    }
  }

  @Test func whatIsRefused() throws {
    try withTemporaryFolder { folder in
      let store = try changed(folder)
      let before = try store.contents()
      func refusal(_ name: String, isForced: Bool = false) -> String? {
        var codes: Set<String> = []
        for restores in [false, true] {
          do {
            if restores {
              _ = try Store.restore(
                folder.file("a.db"), from: folder.file(name), isForced: isForced, session: Self.restorer)
            } else {
              _ = try Store.restorePlan(of: folder.file("a.db"), from: folder.file(name), isForced: isForced)
            }
            codes.insert("none")
          } catch {
            codes.insert((error as? StoreError)?.code ?? "\(error)")
          }
        }
        return codes.count == 1 ? codes.first : nil
      }
      #expect(refusal("none.db") == "no-backup")
      #expect(refusal("a.db") == "same-file")
      try folder.write(Array("a text of no interest".utf8), to: "text.db")
      #expect(refusal("text.db") == "not-a-backup")
      try folder.write([], to: "empty.db")
      #expect(refusal("empty.db") == "not-a-backup")
      try DatabaseQueue(path: folder.file("foreign.db")).write { try $0.execute(sql: "CREATE TABLE t (a)") }
      #expect(refusal("foreign.db") == "not-a-backup")
      try folder.write(folder.bytes("b.db"), to: "damaged.db")
      try folder.damage("damaged.db", page: try folder.bytes("b.db").count / 4096 / 2)
      #expect(refusal("damaged.db") == "damaged-backup")
      for (name, sql, code) in [
        ("newer.db", "PRAGMA user_version = 999", "newer-backup"),
        ("office.db", "UPDATE database_identity SET value = 'other' WHERE key = 'office'", "other-office"),
        ("copy.db", "UPDATE database_identity SET value = '3' WHERE key = 'replica'", "other-copy"),
      ] {
        try folder.write(folder.bytes("b.db"), to: name)
        try DatabaseQueue(path: folder.file(name)).write { try $0.execute(sql: sql) }
        #expect(refusal(name) == code)
      }
      expectSame(try store.contents(), before)
      #expect(!folder.names.contains { $0.contains("before") || $0.hasSuffix(".part") })
      let forced = try Store.restorePlan(of: folder.file("a.db"), from: folder.file("office.db"), isForced: true)
      #expect(forced.changes != [])
    }
  }

  /// Somebody who writes between the look and the lock is not overwritten unseen.
  @Test func aChangeMeanwhileIsKept() throws {
    try withTemporaryFolder { folder in
      let store = try changed(folder)
      let replaced = try ReplacedDatabase(folder.file("a.db"))
      let seen = try #require(replaced.store)
      let version = try replaced.version(seen)
      try store.recording("UPDATE district SET name = '又改' WHERE code = 'd2'")
      let isDone = try Replacement(store: seen).run(with: folder.file("b.db")) { try replaced.version(seen) == version }
      #expect(!isDone)
      #expect(try store.rows("SELECT name FROM district WHERE code = 'd2'") == ["又改"])
    }
  }

  /// Many who write all the while neither keep a restore from its end nor lose what they were told is stored: it is in
  /// the database, or in the copy of what was replaced.
  @Test func writersAllTheWhile() throws {
    try withTemporaryFolder { folder in
      try changed(folder).queue.close()
      let path = folder.file("a.db")
      let outcome = Mutex((stored: [String](), failures: [String](), isRestored: false))
      DispatchQueue.concurrentPerform(iterations: 4) { number in
        do {
          if number == 0 {
            defer { outcome.withLock { $0.isRestored = true } }
            _ = try Store.restore(path, from: folder.file("b.db"), session: Self.restorer)
            return
          }
          let store = try Store.open(path)
          var count = 0
          // Until the restore has ended, and once more.
          for isLast in sequence(first: false, next: { $0 ? nil : outcome.withLock { $0.isRestored } }) {
            count += 1
            let code = "w\(number)-\(count)" + (isLast ? "-last" : "")
            try store.write(Store.tester) {
              try $0.execute(sql: "INSERT INTO district VALUES (?, '某区', '区')", arguments: [code])
            }
            outcome.withLock { $0.stored.append(code) }
          }
        } catch {
          outcome.withLock { $0.failures.append("\(error)") }
        }
      }
      let (stored, failures, _) = outcome.withLock { $0 }
      #expect(failures == [])
      #expect(stored.count { $0.hasSuffix("-last") } == 3)
      let files = folder.names.filter { $0 == "a.db" || $0.contains("before-restore") && !$0.contains("-wal") }
      let found = try Set(files.flatMap { try Store.open(folder.file($0)).rows("SELECT code FROM district") })
      #expect(files.count == 2 && found.isSuperset(of: stored))
    }
  }

  /// A reader in the middle of its transaction goes on seeing what it saw.
  @Test func readersAreLeftInPeace() throws {
    try withTemporaryFolder { folder in
      let store = try changed(folder)
      try store.queue.read { database in
        let before = try database.rows("SELECT name FROM district ORDER BY code")
        _ = try Store.restore(folder.file("a.db"), from: folder.file("b.db"), session: Self.restorer)
        #expect(try database.rows("SELECT name FROM district ORDER BY code") == before)
      }
      #expect(try store.rows("SELECT count(*) FROM district") == ["2"])
    }
  }
}
