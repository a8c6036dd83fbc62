import Foundation
import GRDBSQLite
import Synchronization

/// Watches a query from a thread of its own: SQLite looks up between its steps, but one step may take hours, as where
/// `instr` looks for one long text in another.
///
/// What is not to go on is interrupted, and where that does not help within a grace, whoever asked is told: the program
/// can only be ended, and since a query only reads, nothing is lost by that.
final class QueryWatchdog: Sendable {
  private struct State {
    var deadline: ContinuousClock.Instant?
    /// Address of the connection, as long as it is open; else 0.
    var connection: UInt = 0
    var isOver = false
  }

  private let state = Mutex(State())
  private let stop: QueryStop
  private let grace = Duration.seconds(2)
  private let stuck: @Sendable (QueryWatch.Reason) -> Void

  init(_ stop: QueryStop, stuck: @escaping @Sendable (QueryWatch.Reason) -> Void) {
    self.stop = stop
    self.stuck = stuck
  }

  /// - Parameter deadline: nil where there is none, and while the query has to wait for its reader.
  func expect(by deadline: ContinuousClock.Instant?) { state.withLock { $0.deadline = deadline } }

  /// - Parameter connection: nil before it is closed.
  func watch(_ connection: OpaquePointer?) { state.withLock { $0.connection = UInt(bitPattern: connection) } }

  func begin() { Thread.detachNewThread { self.run() } }

  func end() { state.withLock { $0.isOver = true } }

  private func run() {
    // A signal is for the thread that runs the query.
    var signals = sigset_t()
    sigfillset(&signals)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var end: ContinuousClock.Instant?
    while true {
      usleep(50_000)
      let now = ContinuousClock.now
      let (isOver, reason) = look(now)
      if isOver { return }
      guard let reason else {
        end = nil
        continue
      }
      if let end, now >= end { return stuck(reason) }
      end = end ?? now + grace
    }
  }

  private func look(_ now: ContinuousClock.Instant) -> (isOver: Bool, QueryWatch.Reason?) {
    state.withLock { state in
      let isLate = state.deadline.map { now >= $0 } ?? false
      let reason: QueryWatch.Reason? = stop.isAsked ? .stopped : isLate ? .late : nil
      if reason != nil, let connection = OpaquePointer(bitPattern: state.connection) { sqlite3_interrupt(connection) }
      return (state.isOver, reason)
    }
  }
}
