import Foundation

/// Whether a query may go on: its deadline, and a person's wish to stop it.
final class QueryWatch {
  enum Reason {
    case stopped
    case late
  }

  private let stop: QueryStop
  private var deadline: ContinuousClock.Instant?
  /// Why it may not go on; nil while it may.
  private(set) var reason: Reason?

  init(_ stop: QueryStop, seconds: Double?) {
    self.stop = stop
    // Beyond a year, it is no limit.
    deadline = seconds.flatMap { $0 < 3e7 ? ContinuousClock.now + .seconds($0) : nil }
  }

  func mayGoOn() -> Bool {
    if reason == nil {
      if stop.isAsked { reason = .stopped } else if let deadline, ContinuousClock.now >= deadline { reason = .late }
    }
    return reason == nil
  }

  /// Runs what is not the query's own time: a reader of the rows may be a person with a pager.
  func pausing(_ body: () throws -> Void) rethrows {
    guard let deadline else { return try body() }
    let start = ContinuousClock.now
    try body()
    self.deadline = deadline + (ContinuousClock.now - start)
  }

  /// While another program holds the lock. A reader waits for it in the journal modes other than WAL only.
  func waitForLock(tries: Int) -> Bool {
    guard mayGoOn(), tries < 10_000 else { return false }
    usleep(3_000)
    return true
  }
}
