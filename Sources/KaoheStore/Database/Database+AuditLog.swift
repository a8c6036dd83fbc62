import Foundation
import GRDB

extension Database {
  /// One entry in the audit log for each table that a batch added rows to; changed records log themselves.
  ///
  /// - Parameter records: keys of records that were added, by table, as `audit_log.record` writes them. The entry names
  ///   them, so that `record_history` knows since when each is there.
  func logInserts(
    _ changes: [String: ImportSummary.Change], records: [String: [String]] = [:], _ session: Session
  ) throws {
    let versions = [CopiedTable.versions.name, CopiedTable.successions.name]
    for (table, change) in changes.sorted(by: { $0.key < $1.key })
    where change.inserted > 0 && !versions.contains(table) {
      let record = "\(change.inserted) rows"
      // Should a record really bear that key, the list must not be taken for what it holds (trigger `version_record`).
      try execute(
        sql: """
          INSERT INTO audit_log (actor, command, table_name, record, action, new)
          VALUES (:actor, :command, :table, :record, 'insert', iif(
            EXISTS (SELECT 1 FROM record_version WHERE table_name = :table AND record = :record), NULL, :new))
          """,
        arguments: [
          "actor": session.actor, "command": session.command, "table": table, "record": record,
          "new": try records[table].map(Self.list),
        ])
    }
  }

  /// `{"records":["V1","V2"]}`.
  private static func list(_ records: [String]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return String(decoding: try encoder.encode(["records": records]), as: UTF8.self)
  }
}
