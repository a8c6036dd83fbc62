import Foundation
import GRDB
import KaoheTestSupport

@testable import KaoheStore

extension Store {
  /// A database in a file, with the base folder in it, as `kaohe` makes it.
  static func base(at path: String) throws -> Store {
    let store = try connect(path)
    try withBase().queue.backup(to: store.queue)
    try store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    return store
  }

  /// Writes what no program should: without the triggers and checks of the schema.
  func tamper(_ sql: String, without triggers: String...) throws {
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      let sources = try triggers.map {
        try String.fetchOne(database, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [$0]) ?? ""
      }
      for name in triggers { try database.execute(sql: "DROP TRIGGER \(name)") }
      try database.execute(sql: sql)
      for source in sources { try database.execute(sql: source) }
      try database.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF")
    }
  }
}

extension TemporaryFolder {
  /// Names of its files, in order.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: file(name)))) }

  /// Overwrites a page (from 1) with what is no page.
  func damage(_ name: String, page: Int) throws {
    var bytes = try bytes(name)
    for position in (page - 1) * 4096..<page * 4096 { bytes[position] = 0x55 }
    try write(bytes, to: name)
  }
}
