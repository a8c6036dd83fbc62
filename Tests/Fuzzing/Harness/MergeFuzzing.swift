import Foundation
import GRDB
import KaoheStore
import KaoheTestSupport

/// Databases that are merged: copies that a group took along, damaged as files, or changed by another program.
struct MergeFuzzing: FuzzClass {
  private let database: WatchedDatabase
  private let folder: String
  private let copies: [[UInt8]]
  private let pageSize = 4096

  init(folder: String) throws {
    self.folder = folder
    let (office, copy) = (folder + "/office.db", folder + "/copy.db")
    try? FileManager.default.removeItem(atPath: copy)
    var copies: [[UInt8]] = []
    database = try WatchedDatabase(office) { store in
      try Corpus.write(Corpus.records(), to: folder + "/known")
      _ = try store.importFolder(folder + "/known", session: WatchedDatabase.session)
      _ = try store.checkout("G1", to: copy, session: WatchedDatabase.session)
      copies.append(Array(try Data(contentsOf: URL(filePath: copy))))
      // A copy that was worked with, and an office that was, too.
      do {
        let field = try Store.open(copy)
        let visit = try VisitRecording(field, visit: "V6", session: Session(actor: "张三", command: "record"))
        _ = try visit.record(Answer(indicator: "A8", value: "3/4"))
        _ = try visit.record(Answer(indicator: "A6", scorer: "S1", value: "3.5", reason: "改"))
        _ = try visit.record(Answer(indicator: "A1", item: "A1-1", value: "1", reason: "少一次"))
      }
      copies.append(Array(try Data(contentsOf: URL(filePath: copy))))
      _ = try VisitRecording(store, visit: "V6", session: WatchedDatabase.session)
        .record(Answer(indicator: "A8", value: "1/2"))
    }
    self.copies = copies
  }

  mutating func input(_ random: inout SeededGenerator) throws -> FuzzInput {
    let bytes = random.pick(copies)
    return FuzzInput(files: ["copy.db": try random.oneIn(3) ? damaged(bytes, &random) : changed(bytes, &random)])
  }

  // MARK: As a file

  private func damaged(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = original
    for _ in 0..<random.integer(1...4) {
      // The head of a page says where its rows are.
      let page = random.oneIn(4) ? 0 : random.integer(0...bytes.count / pageSize - 1)
      let start = page * pageSize
      let place = start + (random.oneIn(2) ? random.integer(0...99) : random.integer(0...pageSize - 1))
      switch random.integer(0...9) {
      case 0: bytes.replaceSubrange(start..<start + pageSize, with: repeatElement(0, count: pageSize))
      case 1:
        let other = random.integer(0...bytes.count / pageSize - 1) * pageSize
        bytes.replaceSubrange(start..<start + pageSize, with: bytes[other..<other + pageSize])
      case 2 where random.oneIn(4): return Array(bytes.prefix(place))
      case 3: for offset in 0..<min(16, bytes.count - place) { bytes[place + offset] = UInt8(random.integer(0...255)) }
      default: bytes[place] = UInt8(random.integer(0...255))
      }
    }
    return bytes
  }

  // MARK: By another program

  /// Rows changed, added and removed as no command would, under triggers that look as if they had been there.
  private func changed(_ bytes: [UInt8], _ random: inout SeededGenerator) throws -> [UInt8] {
    let path = folder + "/changed.db"
    try Data(bytes).write(to: URL(filePath: path))
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF")
      let triggers = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      try database.execute(sql: "BEGIN")
      for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
      for _ in 0..<random.integer(1...4) {
        // What STRICT and UNIQUE do not allow no program can write.
        try? change(database, &random)
      }
      for trigger in triggers { try database.execute(sql: trigger[1]) }
      try database.execute(sql: "COMMIT")
    }
    try queue.close()
    return Array(try Data(contentsOf: URL(filePath: path)))
  }

  private func change(_ database: Database, _ random: inout SeededGenerator) throws {
    if random.oneIn(40) { return try database.execute(sql: random.pick(Self.structural)) }
    let tables = try String.fetchAll(
      database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    var table = random.pick(tables)
    // Most tables of a copy are empty.
    for _ in 0..<5 where try Int.fetchOne(database, sql: "SELECT count(*) FROM \"\(table)\"") == 0 {
      table = random.pick(tables)
    }
    let columns = try String.fetchAll(database, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
    let column = random.pick(columns)
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM \"\(table)\"") ?? 0
    guard count > 0 else { return }
    let place = random.integer(0...count - 1)
    let other = random.integer(0...count - 1)
    let value: DatabaseValueConvertible? =
      switch random.integer(0...6) {
      case 0: nil
      case 1: random.pick([0, 1, -1, 1023, 1024, 4096, Int64.max, Int64.min, 1 << 62] as [Int64])
      case 2:
        try Row.fetchOne(database, sql: "SELECT \"\(column)\" FROM \"\(table)\" LIMIT 1 OFFSET \(other)")?[0]
          as DatabaseValue?
      case 3: String(decoding: Mutation.bytes([], with: [], &random), as: UTF8.self)
      default: random.pick(Mutation.words)
      }
    let keys = try String.fetchAll(
      database, sql: "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", arguments: [table])
    let row = "SELECT \(keys.map { "\"\($0)\"" }.joined(separator: ", ")) FROM \"\(table)\" LIMIT 1 OFFSET \(place)"
    let matches = "(\(keys.map { "\"\($0)\"" }.joined(separator: ", "))) = (\(row))"
    switch random.integer(0...7) {
    case 0: try database.execute(sql: "DELETE FROM \"\(table)\" WHERE \(matches)")
    case 1:
      let cells = columns.map { $0 == column ? "?" : "\"\($0)\"" }.joined(separator: ", ")
      try database.execute(
        sql: "INSERT INTO \"\(table)\" SELECT \(cells) FROM \"\(table)\" WHERE \(matches)", arguments: [value])
    case 2: try database.execute(sql: "UPDATE \"\(table)\" SET \"\(column)\" = ?", arguments: [value])
    default:
      try database.execute(sql: "UPDATE \"\(table)\" SET \"\(column)\" = ? WHERE \(matches)", arguments: [value])
    }
  }

  private static let structural = [
    "PRAGMA user_version = 3", "PRAGMA user_version = 999", "PRAGMA application_id = 1",
    "DROP VIEW district_ranking", "CREATE TABLE more (a)", "CREATE VIEW more AS SELECT 1",
    "CREATE TRIGGER more AFTER INSERT ON visit BEGIN DELETE FROM audit_log; END",
    "ALTER TABLE visit ADD COLUMN more TEXT", "DROP TABLE score_evidence", "DELETE FROM database_identity",
    "UPDATE database_identity SET value = '\u{1B}[31m' WHERE key = 'office'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE visit(a)' WHERE name = 'visit'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'observation'",
  ]

  mutating func judge(_ input: FuzzInput) throws -> FuzzVerdict {
    let path = folder + "/incoming.db"
    for end in ["-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: path + end) }
    try Data(input.files["copy.db"] ?? []).write(to: URL(filePath: path))
    return try database.watch { store in
      _ = try store.merge(path, session: WatchedDatabase.session)
    }
  }
}
