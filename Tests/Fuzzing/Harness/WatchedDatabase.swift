import Foundation
import GRDB
import KaoheStore

/// A database with an eye on it: a second connection sees whether anything was stored.
final class WatchedDatabase {
  let path: String
  /// The file as it was made.
  let template: Data
  private var refusals = 0
  /// Let go of where it has to be closed.
  private var opened: Store?
  private var observer: DatabaseQueue

  var store: Store {
    get throws {
      if let opened { return opened }
      let store = try Store.open(path)
      opened = store
      return store
    }
  }

  static let session = Session(actor: "办公室", command: "fuzz")

  /// - Parameter fill: puts records into a database that was just made.
  init(_ path: String, _ fill: (Store) throws -> Void) throws {
    self.path = path
    Self.remove(path)
    do {
      let store = try Store.prepare(path).store
      try fill(store)
    }
    // The log is in the file once nobody has it open.
    try DatabaseQueue(path: path).writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    template = try Data(contentsOf: URL(filePath: path))
    observer = try DatabaseQueue(path: path)
  }

  static func remove(_ path: String) {
    for end in ["", "-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: path + end) }
  }

  /// Makes it what it was.
  func reset() throws {
    try observer.close()
    opened = nil
    Self.remove(path)
    try template.write(to: URL(filePath: path))
    observer = try DatabaseQueue(path: path)
  }

  private func version() throws -> Int {
    try observer.read { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
  }

  /// Runs what may be refused: then nothing was stored. Whatever was stored is whole, and is taken back.
  func watch(_ body: (Store) throws -> Void) throws -> FuzzVerdict {
    let store = try store
    let before = try version()
    guard let codes = try refusal({ try body(store) }) else {
      try check()
      try reset()
      return .accepted
    }
    guard try version() == before else { throw FuzzFinding("refused with \(codes), and yet something was stored") }
    refusals += 1
    if refusals.isMultiple(of: 200) {
      guard try Data(contentsOf: URL(filePath: path)) == template else { throw FuzzFinding("the file has changed") }
    }
    return .refused(codes)
  }

  /// The codes of all problems; nil where there are none.
  private func refusal(_ body: () throws -> Void) throws -> Set<String>? {
    do {
      try body()
      return nil
    } catch let error as ImportError {
      try Refusals.check(error)
      return Set(error.problems.map(\.code))
    } catch let error as StoreError {
      if ["database-error", "corrupt", "io-error"].contains(error.code) { throw FuzzFinding("\(error)") }
      return [error.code]
    } catch let error as ChangeRefused {
      return Set(error.reasons.map(\.code))
    }
  }

  /// What has to hold of anything that was stored.
  private func check() throws {
    let (broken, found) = try observer.read { database in
      (
        try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count,
        try String.fetchOne(database, sql: "PRAGMA integrity_check(1)") ?? ""
      )
    }
    guard broken == 0, found == "ok" else { throw FuzzFinding("stored, and \(broken) keys lead nowhere; \(found)") }
    let store = try store
    for assessment in try store.assessments() { _ = try store.ranking(of: assessment, session: Self.session) }
  }
}
