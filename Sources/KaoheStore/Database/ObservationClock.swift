import Foundation
import GRDB

/// Gives observations their identities: milliseconds since 2020-01-01T00:00Z << 22 | replica << 12 | sequence.
///
/// An identity is unique among all copies of a database, since each copy has its own replica number, and sorts by
/// time. It never goes back: where the clock does, the last identity is counted on.
struct ObservationClock {
  private var last: Int64
  /// What the database holds: whoever reads it gives later ones.
  private var stored: Int64
  private let replica: Int64

  /// 2020-01-01T00:00Z, since 1970.
  static let epochMilliseconds: Int64 = 1_577_836_800_000

  init(_ database: Database) throws {
    let text = try String.fetchOne(database, sql: "SELECT value FROM database_identity WHERE key = 'replica'")
    replica = Int64(text ?? "0") ?? 0
    stored = try Int64.fetchOne(database, sql: "SELECT last FROM observation_clock") ?? 0
    last = stored
  }

  /// Keeps the newest identity; to be called before the transaction ends.
  func save(_ database: Database) throws {
    try database.execute(sql: "UPDATE observation_clock SET last = ? WHERE last < ?", arguments: [last, last])
  }

  /// The same with a statement that is kept.
  ///
  /// - Parameter milliseconds: since 1970. Up to that moment identities are taken for given, so that nothing has to be
  ///   stored for the next ones of this clock. Whoever else gives one meanwhile gives a later one, and this clock has to be
  ///   read again.
  mutating func save(_ statements: PreparedStatements, upTo milliseconds: Int64) throws {
    if last <= stored { return }
    stored = max(last, (milliseconds - Self.epochMilliseconds) << 22 | replica << 12)
    let statement = try statements("UPDATE observation_clock SET last = ?1 WHERE last < ?1")
    statement.bind(1, stored)
    try statement.run()
  }

  /// - Parameter milliseconds: since 1970.
  mutating func next(at milliseconds: Int64) -> Int64 {
    let time = max(milliseconds - Self.epochMilliseconds, last >> 22)
    let first = time << 22 | replica << 12
    let isFull = last & 0xFFF == 0xFFF
    if first > last {
      last = first
    } else {
      last = isFull ? (time + 1) << 22 | replica << 12 : last + 1
    }
    return last
  }

  /// Goes on from an identity that another copy gave, so that what comes after it also sorts after it.
  mutating func pass(_ other: Int64) {
    // As if this copy had used up that millisecond.
    if other > last { last = (other >> 22) << 22 | replica << 12 | 0xFFF }
  }

  static func now() -> Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

  /// `2022-11-26T08:00:00.000Z`.
  static func text(milliseconds: Int64) -> String {
    var seconds = time_t(milliseconds / 1000)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return padded(Int(parts.tm_year) + 1900, 4) + "-" + padded(Int(parts.tm_mon) + 1, 2) + "-"
      + padded(Int(parts.tm_mday), 2) + "T" + padded(Int(parts.tm_hour), 2) + ":" + padded(Int(parts.tm_min), 2) + ":"
      + padded(Int(parts.tm_sec), 2) + "." + padded(Int(milliseconds % 1000), 3) + "Z"
  }
}
