import Crypto
import Foundation
import KaoheSchema
import Testing

/// A merged migration is never edited: databases that it made are out there.
@Suite struct MigrationTests {
  static let pins = "Tests/ProjectTests/migrations.sha256"

  @Test func migrationsAreThoseThatWereMerged() throws {
    let lines = try migrationFiles().map { name in
      let bytes = try Data(contentsOf: Repository.url("Migrations/" + name))
      let hash = SHA256.hash(data: bytes).map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
      return "\(hash)  \(name)\n"
    }
    try Recorded.expect(
      Self.pins, toBe: lines.joined(),
      """
      A merged migration is never edited: undo the change and add a new one with the next number. The line of a new \
      migration is recorded by KAOHE_RECORD=1 swift test --filter ProjectTests.MigrationTests
      """)
  }

  @Test func migrationsAreNumberedWithoutGaps() throws {
    #expect(Migration.all.map(\.version) == Array(1...Migration.all.count))
    for name in try migrationFiles() {
      #expect(name.wholeMatch(of: #/\d{4}_[a-z0-9_]+\.sql/#) != nil, "\(name): expected 0001_what_it_is_about.sql")
    }
  }

  @Test func theProgramHoldsTheFilesAsTheyAre() throws {
    #expect(Migration.all.map { $0.name + ".sql" } == (try migrationFiles()))
    for migration in Migration.all {
      #expect(try Repository.text("Migrations/\(migration.name).sql") == migration.sql)
    }
  }

  private func migrationFiles() throws -> [String] {
    try Repository.names(in: "Migrations").filter { $0.hasSuffix(".sql") }
  }
}
