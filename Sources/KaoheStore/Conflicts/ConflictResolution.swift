import GRDB
import KaoheScoring

/// Carries out a decision: what is kept is recorded anew, by the person who decided, in place of all that it clashes with.
///
/// Even where the kept row could stay as it is, it is recorded anew: so where two copies decide differently, what each
/// kept meets again as a conflict, rather than each withdrawing what the other kept.
struct ConflictResolution {
  let database: Database
  let session: Session
  let reason: String

  func resolve(_ conflict: ObservationConflict, keeping kept: ObservationConflict.Live) throws {
    var writer = try ObservationWriter(database, visit: conflict.visit, actor: session.actor)
    let cells = Dictionary(grouping: conflict.rows, by: \.cell)
    try renew(kept, superseding: cells[kept.cell] ?? [], &writer)
    for (cell, rows) in cells.sorted(by: { $0.key.place < $1.key.place }) where cell != kept.cell {
      if rows.contains(where: { conflict.clash(kept, $0) }) {
        _ = try writer.write(
          cell.indicator, cell.sheetCell, value: "-", reason: "", evidence: [], superseding: rows.map(\.id),
          because: reason)
      } else if conflict.isLeafWide, rows.count == 1, rows[0].value != "-" {
        try renew(rows[0], superseding: rows, &writer)
      }
    }
    try writer.finish()
  }

  /// Records a row anew, with all that hangs on it.
  private func renew(
    _ row: ObservationConflict.Live, superseding old: [ObservationConflict.Live], _ writer: inout ObservationWriter
  ) throws {
    let id = try writer.write(
      row.cell.indicator, row.cell.sheetCell, value: row.value, reason: row.reason, evidence: [],
      superseding: old.map(\.id), because: reason)
    try writer.copyNotes(row.cell.indicator, row.cell.sheetCell, from: row.id, to: id)
  }

  /// A new version with the kept content takes the place of all versions that hold.
  func resolve(_ conflict: RecordConflict, keeping kept: RecordConflict.Head) throws {
    try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
    let (now, table) = (ObservationClock.now(), conflict.table.name)
    var clock = try ObservationClock(database)
    let version = clock.next(at: now)
    try clock.save(database)
    try database.execute(
      sql: """
        INSERT INTO record_version (table_name, record, id, content, reason, recorded_at, recorded_by)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        table, conflict.record, version, kept.content, reason, ObservationClock.text(milliseconds: now), session.actor,
      ])
    for head in conflict.heads {
      try database.execute(
        sql: """
          INSERT INTO record_succession (table_name, record, superseded, superseded_content, by) VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [table, conflict.record, head.version, head.content, version])
    }
    try database.showHeads(of: TableSQL(conflict.table, database), record: conflict.record)
    if let missing = try MissingReferences(database).first(limit: 1).first {
      throw StoreError(
        "missing-reference",
        Bilingual(
          "不能这样裁定：\(missing.row) 引用的 \(missing.parent) 会不存在",
          en: "this can't be kept: \(missing.parent), which \(missing.row) refers to, would be missing"),
        hint: Bilingual("保留另一个，或先改掉这一引用", en: "keep another one, or change that reference first"))
    }
  }
}

extension ScoreCell {
  fileprivate var sheetCell: SheetRow.Cell { SheetRow.Cell(item: item, scorer: scorer) }

  fileprivate var place: String { item + "\u{1}" + scorer }
}
