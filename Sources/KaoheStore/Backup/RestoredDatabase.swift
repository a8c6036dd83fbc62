import Foundation
import GRDB
import KaoheScoring

/// Makes the file that takes a database's place: the backup, brought to this program's schema, with what must not be
/// given twice, and with an entry in its audit log.
struct RestoredDatabase {
  let backup: IncomingBackup
  let replaced: ReplacedDatabase
  /// Where the database that is replaced is kept.
  let kept: (file: String, sha256: String)?
  /// nil where there is nothing to keep, or it can't be read.
  let identities: KeptIdentities?

  /// - Parameter path: an empty file.
  func make(at path: String, session: Session) throws {
    let copy = try SnapshotCopy(of: backup.store, at: path, named: path)
    _ = try CopyCheck(path, holds: copy.holdings, of: backup.file)
    let store = try Store.connect(Store.plain(path))
    if case .older = try store.schema() { try store.migrate() }
    try store.write(session) { database in
      try identities?.keep(in: database)
      try log(database, session)
    }
    try store.translatingAny {
      try store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try store.queue.close()
    }
  }

  /// Who restored what, and what was there before: so that nobody goes back unseen.
  private func log(_ database: Database, _ session: Session) throws {
    let after = State(
      file: EvidenceFile.name(of: backup.file), sha256: backup.sha256, schema: backup.holdings.schema,
      newest: backup.holdings.newest, rows: backup.holdings.records)
    let before = kept.map {
      State(
        file: EvidenceFile.name(of: $0.file), sha256: $0.sha256, schema: replaced.holdings?.schema,
        newest: replaced.holdings?.newest, rows: replaced.holdings?.records)
    }
    try database.execute(
      sql: """
        INSERT INTO audit_log (actor, command, table_name, record, action, old, new)
        VALUES (?, ?, 'database', ?, ?, ?, ?)
        """,
      arguments: [
        session.actor, session.command, EvidenceFile.name(of: backup.file), before == nil ? "insert" : "update",
        try before?.json(), try after.json(),
      ])
  }

  /// A state of the database, as the audit log keeps it.
  private struct State: Encodable {
    var file: String
    var sha256: String
    var schema: Int?
    var newest: String?
    var rows: [String: Int]?

    func json() throws -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}

extension DatabaseHoldings {
  /// How many records there are of each table, and entries of the audit log; tables without any are left out.
  var records: [String: Int] {
    let names = Set(CopiedTable.all.map(\.name) + ["rule_set", "audit_log"])
    return rows.filter { names.contains($0.key) && $0.value > 0 }
  }
}
