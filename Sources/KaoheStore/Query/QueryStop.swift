import GRDBSQLite
import Synchronization

/// How a query that runs is told to stop. Safe to be asked from a signal handler and from another thread.
public final class QueryStop: Sendable {
  private let wasAsked = Atomic(false)
  /// Address of the connection that is to be interrupted, as long as it is open; else 0.
  private let connection = Atomic<UInt>(0)

  public init() {}

  public var isAsked: Bool { wasAsked.load(ordering: .acquiring) }

  /// - Returns: whether it was asked before.
  @discardableResult
  public func ask() -> Bool {
    let before = wasAsked.exchange(true, ordering: .acquiringAndReleasing)
    if let connection = OpaquePointer(bitPattern: connection.load(ordering: .acquiring)) {
      sqlite3_interrupt(connection)
    }
    return before
  }

  func watch(_ connection: OpaquePointer?) { self.connection.store(UInt(bitPattern: connection), ordering: .releasing) }
}
