import Foundation
import GRDB
import KaoheScoring

/// Finds the visits in whose observations the words occur, by reading each reason once: there is no index that could be
/// out of date, or that imports had to pay for.
///
/// A large table is read by two connections at once, each one half of the visits.
struct ReasonScan {
  let store: Store
  let words: SearchWords
  /// From this size of the file on (bytes), a second connection is worth its opening.
  var splitSize = 16 << 20

  /// How many reasons of a visit have the words.
  typealias Count = (visit: String, hits: Int)

  /// Opens the second connection, in which nothing is read yet.
  ///
  /// - Returns: nil where there is no use for one, or it can't be had.
  func secondReader() -> Second? {
    guard let size = try? FileManager.default.attributesOfItem(atPath: store.path)[.size] as? Int, size >= splitSize,
      let second = try? Store.connect(store.path), let version = try? second.queue.read({ try $0.dataVersion() })
    else { return nil }
    return Second(store: second, version: version)
  }

  /// A second connection, and what the database was when it was opened.
  struct Second {
    var store: Store
    var version: Int
  }

  /// - Parameters:
  ///   - database: in a transaction, knowing `contains_words`.
  ///   - second: opened before that transaction began to read.
  /// - Returns: visits in the order of their codes.
  func counts(_ database: Database, with second: Second?) throws -> [Count] {
    // This is the first to be read in the transaction; from here on it sees one state.
    guard let second, let middle = try database.visitInTheMiddle() else { return try database.reasonHits("") }
    let half = Half()
    let (words, version) = (words, second.version)
    let isDone = DispatchSemaphore(value: 0)
    second.store.queue.asyncRead { result in
      half.found = Result {
        let database = try result.get()
        // The first connection began to read between the two looks at the version. If nobody has written between them,
        // both see the same.
        guard try database.dataVersion() == version else { return nil }
        try database.registerContainsWords(words)
        return try database.reasonHits("visit >= ? AND", middle)
      }
      isDone.signal()
    }
    let lower = Result { try database.reasonHits("visit < ? AND", middle) }
    isDone.wait()
    // What the second can't read, the first can.
    let upper = try? half.found?.get()
    return try lower.get() + (upper ?? database.reasonHits("visit >= ? AND", middle))
  }

  /// What the second connection found; nil where it sees another state. Handed over by the semaphore.
  private final class Half: @unchecked Sendable {
    var found: Result<[Count]?, any Error>?
  }
}

extension Database {
  /// Changes when another connection has committed.
  fileprivate func dataVersion() throws -> Int {
    try Int.fetchOne(self, sql: "PRAGMA data_version") ?? 0
  }

  fileprivate func visitInTheMiddle() throws -> String? {
    try String.fetchOne(
      self, sql: "SELECT code FROM visit ORDER BY code LIMIT 1 OFFSET (SELECT count(*) / 2 FROM visit)")
  }

  fileprivate func reasonHits(_ condition: String, _ visit: String? = nil) throws -> [ReasonScan.Count] {
    // The key has the visits in order.
    let rows = try SQLStatement(self, "SELECT visit FROM observation WHERE \(condition) contains_words(reason)")
    if let visit { rows.bind(1, visit) }
    var counts: [ReasonScan.Count] = []
    while try rows.step() {
      if let last = counts.last?.visit, rows.isEqual(0, to: last) {
        counts[counts.count - 1].hits += 1
      } else {
        counts.append((rows.text(0), 1))
      }
    }
    return counts
  }
}
