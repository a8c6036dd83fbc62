import GRDB
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// Identities: milliseconds << 22 | replica << 12 | sequence, which never go back.
@Suite struct ObservationClockTests {
  private static let epoch: Int64 = 1_577_836_800_000

  private func clock(last: Int64 = 0, replica: Int = 0) throws -> ObservationClock {
    let store = try Store.inMemory()
    try store.executeAsOther(
      """
      UPDATE observation_clock SET last = \(last);
      UPDATE database_identity SET value = '\(replica)' WHERE key = 'replica'
      """)
    return try store.read { try ObservationClock($0) }
  }

  @Test func layout() throws {
    var clock = try clock(replica: 5)
    #expect(clock.next(at: Self.epoch + 1000) == 1000 << 22 | 5 << 12)
    #expect(clock.next(at: Self.epoch + 1000) == 1000 << 22 | 5 << 12 | 1)
    #expect(clock.next(at: Self.epoch + 1001) == 1001 << 22 | 5 << 12)
  }

  @Test func clockSetBack() throws {
    var clock = try clock()
    let first = clock.next(at: Self.epoch + 5_000_000)
    #expect(clock.next(at: Self.epoch + 10) == first + 1)
    #expect(clock.next(at: 0) == first + 2)
  }

  @Test func sequenceExhausted() throws {
    var clock = try clock(replica: 1023)
    let ids = (0..<5000).map { _ in clock.next(at: Self.epoch + 7) }
    #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
    #expect(ids.allSatisfy { $0 >> 12 & 0x3FF == 1023 })
    #expect(ids[4095] == 7 << 22 | 1023 << 12 | 4095)
    #expect(ids[4096] == 8 << 22 | 1023 << 12)
  }

  @Test func afterWhatTheDatabaseHas() throws {
    let last: Int64 = 900 << 22 | 3 << 12 | 4095
    var clock = try clock(last: last, replica: 3)
    #expect(clock.next(at: Self.epoch + 100) == 901 << 22 | 3 << 12)
  }

  @Test func savedIdentitiesNeverGoBack() throws {
    let store = try Store.withBase()
    let last = try store.rows("SELECT last FROM observation_clock")
    #expect(try store.rows("SELECT max(id) FROM observation") == last)
    try store.importing(.base.with(.add("scores.csv", "V6,A4,,1,,,")))
    let later = try store.rows("SELECT last FROM observation_clock")
    #expect(try #require(Int64(later[0])) > #require(Int64(last[0])))
    #expect(try store.rows("SELECT max(id) FROM observation") == later)
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"), (1_669_449_600_007, "2022-11-26T08:00:00.007Z"),
    (1_709_164_799_999, "2024-02-28T23:59:59.999Z"), (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
  ])
  func moments(milliseconds: Int64, text: String) {
    #expect(ObservationClock.text(milliseconds: milliseconds) == text)
  }

  @Test func aRandomClockGivesRisingIdentities() throws {
    var generator = SeededGenerator(seed: 11)
    var clock = try clock(replica: 9)
    var last: Int64 = 0
    for _ in 0..<3000 {
      let next = clock.next(at: Self.epoch + Int64(generator.integer(0...40)))
      #expect(next > last)
      last = next
    }
  }
}
