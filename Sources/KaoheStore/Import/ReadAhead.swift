import Foundation

/// Makes values on a second thread, a few ahead of the one that takes them.
final class ReadAhead<Value: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private var ready: [Value] = []
  private var isAtEnd = false
  private var isStopped = false

  /// How many values may wait.
  private static var limit: Int { 4 }

  /// - Parameter make: called on the second thread alone, until it returns nil.
  convenience init(_ make: @escaping @Sendable () -> Value?) {
    self.init(putting: { put in
      while let value = make(), put(value) {}
    })
  }

  /// - Parameter make: called once, on the second thread; what it puts is handed over, until false says that no more is
  ///   wanted.
  init(putting make: @escaping @Sendable (_ put: (Value) -> Bool) -> Void) {
    Thread.detachNewThread { [self] in
      make(put)
      condition.withLock {
        isAtEnd = true
        condition.broadcast()
      }
    }
  }

  /// - Returns: whether more is wanted.
  private func put(_ value: Value) -> Bool {
    condition.withLock {
      while ready.count == Self.limit, !isStopped { condition.wait() }
      ready.append(value)
      condition.broadcast()
      return !isStopped
    }
  }

  /// The next value, waited for; nil behind the last one.
  func next() -> Value? {
    condition.withLock {
      while ready.isEmpty, !isAtEnd { condition.wait() }
      if ready.isEmpty { return nil }
      condition.broadcast()
      return ready.removeFirst()
    }
  }

  /// Ends the second thread, where values are left; returns when it makes none any more.
  func stop() {
    condition.withLock {
      isStopped = true
      condition.broadcast()
      while !isAtEnd { condition.wait() }
    }
  }
}
