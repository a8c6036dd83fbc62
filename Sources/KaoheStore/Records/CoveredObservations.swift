import GRDB
import KaoheScoring

/// Which observations the last step of a visit covers; the others may be late (`LateObservations`), and nearly always there
/// are none.
final class CoveredObservations {
  private let covers: SQLStatement

  init(_ database: Database) throws {
    covers = try SQLStatement(database, "SELECT covers FROM visit_step WHERE visit = ? ORDER BY id DESC LIMIT 1")
  }

  /// Their identities; none where the list is not one of integers, as kaohe writes it.
  func ids(at visit: String) throws -> Set<Int64> {
    covers.bind(1, visit)
    defer { covers.reset() }
    return try covers.step() ? Self.read(covers.bytes(0)) ?? [] : []
  }

  static func read(_ list: UnsafeBufferPointer<UInt8>) -> Set<Int64>? {
    guard list.count > 2, list.first == UInt8(ascii: "["), list.last == UInt8(ascii: "]") else { return nil }
    var ids: Set<Int64> = []
    ids.reserveCapacity(list.count / 18 + 1)
    for number in UnsafeBufferPointer(rebasing: list[1..<list.count - 1]).split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    {
      guard (1...19).contains(number.count) else { return nil }
      var digits: UInt64 = 0
      for byte in number {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
      }
      guard let id = Int64(exactly: digits) else { return nil }
      ids.insert(id)
    }
    return ids
  }
}
