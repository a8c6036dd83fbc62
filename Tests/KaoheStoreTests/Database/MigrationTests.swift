import Foundation
import GRDB
import KaoheSchema
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// A database with an older schema is refused, until `init` migrates it, with a copy of what it was beside it.
@Suite struct MigrationTests {
  private static let older = Migration.newestVersion - 1

  /// A database as the program wrote it when the last migration was not there yet, with one district.
  private func makeOlder(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      for migration in Migration.all where migration.version <= Self.older { try database.execute(sql: migration.sql) }
      try database.execute(
        sql: """
          INSERT INTO database_identity VALUES ('office', '0f'), ('replica', '0'), ('created_at', '2022-01-01T00:00:00.000Z');
          INSERT INTO district VALUES ('d1', '示例甲区', '区');
          PRAGMA application_id = \(Store.applicationID);
          PRAGMA user_version = \(Self.older)
          """)
    }
    try queue.close()
  }

  @Test func versionsAreCountedFromOne() {
    #expect(Migration.all.map(\.version) == Array(1...Migration.newestVersion))
  }

  @Test func refusedUntilMigrated() throws {
    try withTemporaryFolder { folder in
      let path = folder.file("a.db")
      try makeOlder(path)
      let error = #expect(throws: StoreError.self) { try Store.open(path) }
      #expect(error?.code == "old-schema")
      #expect(
        error?.text(in: .english)
          == "the database \(path) has schema \(Self.older), this program writes \(Migration.newestVersion); run `kaohe init` to migrate it (a backup is made first)"
      )
      #expect(error?.text(in: .chinese).hasSuffix("运行 `kaohe init` 升级（先自动备份）") == true)
      let backup = folder.file("a.schema-\(Self.older).db")
      #expect(!FileManager.default.fileExists(atPath: backup))

      #expect(try Store.prepare(path).done == .migrated(from: Self.older, backup: backup))
      let store = try Store.open(path)
      #expect(try store.rows("SELECT * FROM district") == ["d1 | 示例甲区 | 区"])
      #expect(try store.rows("SELECT value FROM database_identity WHERE key = 'office'") == ["0f"])
      #expect(try schema(of: store) == schema(of: Store.inMemory()))
      // As it was: a field copy is carried as one file, and no log may lie beside it.
      #expect(try store.rows("PRAGMA journal_mode") == ["delete"])
      let copy = try DatabaseQueue(path: backup)
      #expect(try copy.read { try $0.rows("PRAGMA user_version") } == ["\(Self.older)"])
      #expect(try copy.read { try $0.rows("SELECT * FROM district") } == ["d1 | 示例甲区 | 区"])
      try store.importing(.base)
    }
  }

  @Test func anEarlierBackupIsKept() throws {
    try withTemporaryFolder { folder in
      try makeOlder(folder.file("a.db"))
      try folder.write(Array("mine".utf8), to: "a.schema-\(Self.older).db")
      let done = try Store.prepare(folder.file("a.db")).done
      #expect(done == .migrated(from: Self.older, backup: folder.file("a.schema-\(Self.older).2.db")))
      #expect(FileManager.default.contents(atPath: folder.file("a.schema-\(Self.older).db")) == Data("mine".utf8))
    }
  }

  private func schema(of store: Store) throws -> [String] {
    try store.rows("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
  }
}
