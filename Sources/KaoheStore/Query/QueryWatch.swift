import Foundation

/// Whether a query may go on: its deadline, and a person's wish to stop it.
final class QueryWatch {
  enum Reason {
    case stopped
    case late
  }

  private let stop: QueryStop
  private let watchdog: QueryWatchdog?
  private var deadline: ContinuousClock.Instant?
  /// Why it may not go on; nil while it may.
  private(set) var reason: Reason?

  /// - Parameter began: from when on the time counts.
  init(
    _ stop: QueryStop, seconds: Double?, from began: ContinuousClock.Instant = .now, _ watchdog: QueryWatchdog? = nil
  ) {
    self.stop = stop
    self.watchdog = watchdog
    // Beyond a year, it is no limit.
    deadline = seconds.flatMap { $0 < 3e7 ? began + .seconds($0) : nil }
    watchdog?.expect(by: deadline)
  }

  /// Seconds; nil where there is no limit.
  var left: Double? { deadline.map { max(0, (ContinuousClock.now.duration(to: $0)) / .seconds(1)) } }

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
    watchdog?.expect(by: nil)
    try body()
    self.deadline = deadline + (ContinuousClock.now - start)
    watchdog?.expect(by: self.deadline)
  }

  /// While another program holds the lock. A reader waits for it in the journal modes other than WAL only.
  func waitForLock(tries: Int) -> Bool {
    guard mayGoOn(), tries < 10_000 else { return false }
    usleep(3_000)
    return true
  }
}
