import Foundation
import GRDB
import KaoheScoring

extension Store {
  /// How to open a file only to read it: as others do, with locks; where that fails (a medium on which SQLite can't
  /// write the index of its log), as one that nobody writes.
  static func readingAddresses(of file: String) -> [String] {
    if file.hasPrefix("file:") { return [file] }
    let address = URL(filePath: file).absoluteString
    return [address + "?mode=ro"] + (leftOverLog(of: file) == nil ? [address + "?immutable=1"] : [])
  }

  /// Has another database at hand while `body` runs, under the name `schema`. SQLite attaches only outside a transaction.
  ///
  /// - Parameters:
  ///   - addresses: the first that can be opened is taken.
  ///   - file: how errors name it.
  func attaching<Value>(_ addresses: [String], as schema: String, named file: String, _ body: () throws -> Value) throws
    -> Value
  {
    do {
      try queue.writeWithoutTransaction { try attach(addresses[...], as: schema, $0) }
    } catch let error as DatabaseError {
      throw StoreError(error, path: file)
    }
    defer { try? queue.writeWithoutTransaction { try $0.execute(sql: "DETACH \(schema)") } }
    return try body()
  }

  private func attach(_ addresses: ArraySlice<String>, as schema: String, _ database: Database) throws {
    guard let address = addresses.first else { return }
    var isAttached = false
    do {
      try database.execute(sql: "ATTACH ? AS \(schema)", arguments: [address])
      isAttached = true
      // The first look: locks and damage show here, while it is still clear whose they are.
      _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(schema).sqlite_schema")
    } catch let error as DatabaseError {
      if isAttached { try database.execute(sql: "DETACH \(schema)") }
      let canRetry = [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) && addresses.count > 1
      guard canRetry else { throw error }
      try attach(addresses.dropFirst(), as: schema, database)
    }
  }
}
