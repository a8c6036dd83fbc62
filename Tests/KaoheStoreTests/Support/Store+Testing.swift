import GRDB

@testable import KaoheStore

extension Store {
  /// An empty database that no file holds.
  static func inMemory() throws -> Store { try copy(of: emptyDatabase.get()) }

  /// A database that no file holds, with the base folder in it.
  static func withBase() throws -> Store { try copy(of: baseDatabase.get()) }

  // To copy a database takes a tenth of the time that it takes to make one.

  private static let emptyDatabase = Result { try prepare(":memory:").store.queue }

  private static let baseDatabase = Result {
    let store = try inMemory()
    try store.importing(.base)
    return store.queue
  }

  /// A database that no file holds, with the demo in it.
  static func withDemo() throws -> Store { try copy(of: demoDatabase.get()) }

  private static let demoDatabase = Result {
    let store = try inMemory()
    try store.importing(.demo)
    return store.queue
  }

  static let emptyContents = Result { try inMemory().contents() }

  static let baseContents = Result { try withBase().contents() }

  private static func copy(of queue: DatabaseQueue) throws -> Store {
    let store = try connect(":memory:")
    try queue.backup(to: store.queue)
    return store
  }

  static let tester = Session(actor: "测试员", command: "import")

  @discardableResult
  func importing(_ records: Records, isDryRun: Bool = false) throws -> ImportSummary {
    do {
      return try records.inFolder { try importFolder($0, session: Store.tester, isDryRun: isDryRun) }
    } catch let error as ImportError {
      throw Refused(error: error)
    }
  }

  /// Why an import is refused; nil where it is not.
  func refusal(of records: Records) throws -> ImportError? {
    do {
      try importing(records)
      return nil
    } catch let refused as Refused {
      return refused.error
    }
  }
}

extension ImportError {
  /// The messages in Chinese, then those in English.
  var messages: [String] {
    problems.map { $0.text(in: .chinese) } + problems.map { $0.text(in: .english) }
  }
}
