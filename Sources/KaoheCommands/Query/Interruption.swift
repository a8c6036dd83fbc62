import Glibc
import KaoheStore

/// Ctrl-C while a query runs: the first stops the query, which ends in order; the second ends the program.
enum Interruption {
  /// The exit code of a program that Ctrl-C stopped, as shells have it.
  static let exitCode: Int32 = 130

  private static let stop = QueryStop()

  static func stopping<Value>(_ body: (QueryStop) throws -> Value) rethrows -> Value {
    // Made here, since a signal handler must make nothing.
    let stop = Self.stop
    let before = signal(SIGINT) { _ in
      if Interruption.stop.ask() { _exit(Interruption.exitCode) }
    }
    // Whoever started the program may have blocked it, and that is handed down.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    let value = try body(stop)
    // Not where it was stopped: the program is about to end, and a second Ctrl-C ends it as the first did.
    signal(SIGINT, before)
    return value
  }
}
