import Foundation

/// How a connection waits for another that writes: often, for a while that varies, so that of many writers each gets its
/// turn. SQLite's own handler sleeps up to 100 ms at a time, and a writer among eight may starve.
final class LockWait: @unchecked Sendable {
  // A connection is used by one thread at a time.
  private var began: UInt64 = 0
  private let nanoseconds: UInt64

  /// How long a writer waits before it gives up (seconds).
  static let limit: UInt64 = 30

  /// - Parameter seconds: less than the limit, where somebody has less time.
  init(seconds: Double? = nil) {
    nanoseconds = UInt64(min(seconds ?? .infinity, Double(Self.limit)) * 1e9)
  }

  /// - Parameter tries: how often this lock was tried already.
  @Sendable func isToGoOn(tries: Int) -> Bool {
    let now = DispatchTime.now().uptimeNanoseconds
    if tries == 0 { began = now }
    if now - began > nanoseconds { return false }
    usleep(UInt32.random(in: 500...(tries < 20 ? 2_000 : 10_000)))
    return true
  }
}
