import GRDB
import KaoheScoring

/// Every conflict that is open, as a person decides it.
struct ConflictReader {
  private let database: Database
  /// Groups by the number of their copies.
  private let groupOf: [Int: String]

  init(_ database: Database) throws {
    self.database = database
    groupOf = Dictionary(
      uniqueKeysWithValues: try Row.fetchAll(database, sql: "SELECT replica, inspection_group FROM field_copy")
        .map { ($0[0], $0[1]) })
  }

  func all() throws -> [Conflict] {
    try ObservationConflictReader(database).all().map(conflict) + RecordConflictReader(database).all().map(conflict)
  }

  /// Names of those at an assessment's visits, and of those in records that are everybody's.
  func names(in assessment: String) throws -> [String] {
    try ObservationConflictReader(database).all(in: assessment).map(\.name)
      + RecordConflictReader(database).all().map(\.name)
  }

  private func conflict(_ found: ObservationConflict) throws -> Conflict {
    let visit = try Row.fetchOne(
      database,
      sql: """
        SELECT v.subject, d.code, d.name
        FROM visit AS v JOIN visit_district AS x ON x.visit = v.code JOIN district AS d ON d.code = x.district
        WHERE v.code = ?
        """,
      arguments: [found.visit])
    return Conflict(
      name: found.name, table: "", subject: visit?[0] ?? "", district: visit?[1] ?? "", districtName: visit?[2] ?? "",
      candidates: found.candidates.map { row in
        let place = [row.cell.item, row.cell.scorer].filter { !$0.isEmpty }.joined(separator: "/")
        return Conflict.Candidate(
          id: "\(row.id)", place: found.isLeafWide ? place : "",
          content: row.value == "-" ? .deleted : .value(row.value), reason: row.reason,
          recordedBy: row.recordedBy, recordedAt: row.recordedAt, group: row.id == 0 ? "" : group(row.id),
          isShown: false)
      })
  }

  private func conflict(_ found: RecordConflict) throws -> Conflict {
    let district = found.heads.last?.columns?.first { $0.name == "district" }?.value ?? ""
    return Conflict(
      name: found.name, table: found.table.name, subject: "", district: district,
      districtName: try String.fetchOne(
        database, sql: "SELECT name FROM district WHERE code = ?", arguments: [district]) ?? "",
      candidates: found.heads.enumerated().map { position, head in
        Conflict.Candidate(
          id: head.id, place: "",
          content: head.columns == nil ? .deleted : .columns(found.changedColumns(of: head)), reason: head.reason,
          recordedBy: head.recordedBy, recordedAt: head.recordedAt, group: head.version == 0 ? "" : group(head.version),
          isShown: position == found.heads.count - 1)
      })
  }

  /// The group whose copy gave an identity; empty for the office's own.
  private func group(_ id: Int64) -> String { groupOf[Int(id >> 12 & 0x3FF)] ?? "" }
}
