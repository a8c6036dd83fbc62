import Dispatch
import Synchronization

/// A value that another thread makes meanwhile.
final class Deferred<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let isMade = DispatchSemaphore(value: 0)

  init(_ make: @escaping @Sendable () -> Value) {
    DispatchQueue.global(qos: .userInitiated).async {
      let value = make()
      self.made.withLock { $0 = value }
      self.isMade.signal()
    }
  }

  /// Waits for it, and hands it over: to be asked for once.
  var value: Value? {
    isMade.wait()
    return made.withLock { $0.take() }
  }
}
