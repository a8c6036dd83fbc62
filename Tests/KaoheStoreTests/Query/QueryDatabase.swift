import Foundation
import KaoheTestSupport

@testable import KaoheStore

/// A database in a file of its own, for one test to ask.
struct QueryDatabase {
  let folder: TemporaryFolder
  var path: String { folder.file("kaohe.db") }

  /// Asks, and keeps the rows: the values of each with ` | ` between.
  func rows(_ sql: String, _ parameters: [String: String] = [:]) throws -> [String] {
    var query = Query(sql)
    query.parameters = parameters
    return try answer(query).rows
  }

  func answer(_ query: Query, stop: QueryStop = QueryStop()) throws -> (
    columns: [String], rows: [String], end: QueryEnd
  ) {
    var columns: [String] = []
    var rows: [String] = []
    let end = try Store.open(path).run(query, stop: stop) {
      columns = $0
    } row: {
      rows.append($0.map(\.shown).joined(separator: " | "))
    }
    return (columns, rows, end)
  }

  /// Everything in the folder, to the byte.
  func files() throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(filePath: folder.file($0)))) })
  }

  // A database with the base folder, closed, so that all of it is in one file.
  fileprivate static let bytes = Result {
    try withTemporaryFolder { folder in
      let store = try Store.prepare(folder.file("a.db")).store
      try store.importing(.base)
      try store.queue.close()
      return try [UInt8](Data(contentsOf: URL(filePath: folder.file("a.db"))))
    }
  }
}

func withQueryDatabase<Value>(_ body: (QueryDatabase) throws -> Value) throws -> Value {
  try withTemporaryFolder { folder in
    try folder.write(QueryDatabase.bytes.get(), to: "kaohe.db")
    return try body(QueryDatabase(folder: folder))
  }
}

extension QueryValue {
  fileprivate var shown: String {
    switch self {
    case .null: "NULL"
    case .number(let text): text
    case .text(let text): "'\(text)'"
    case .blob(let bytes): "X'" + bytes.map { String($0, radix: 16) }.joined(separator: ",") + "'"
    }
  }
}
