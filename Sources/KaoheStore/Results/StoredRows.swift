import GRDB
import GRDBSQLite
import KaoheScoring

/// The stored rows of a derived table, compared with what was computed, district by district: both are merged in the
/// order of their keys. So what did not change costs no more than to be read, and that on any connection.
final class StoredRows {
  private let table: DerivedTable
  private let statement: SQLStatement
  /// Where differences are noted for people; nil where they are to be written.
  private let differences: DerivedDifferences?

  init(_ database: Database, _ table: DerivedTable, assessment: String, noting differences: DerivedDifferences?) throws
  {
    self.table = table
    self.differences = differences
    let keys = table.columns.prefix(table.keys)
    let order = keys.isEmpty ? "" : " ORDER BY \(keys.joined(separator: ", "))"
    statement = try SQLStatement(
      database,
      """
      SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name) WHERE assessment = ?1 AND district = ?2\(order)
      """)
    statement.bind(1, assessment)
  }

  /// - Returns: nil where the stored rows of the district are the computed ones.
  func change(to rows: DerivedRows, _ district: String) throws -> DerivedChange? {
    let order = rows.inOrder(keys: table.keys)
    var missing: [Int] = []
    var gone: [[String]] = []
    statement.bind(2, district)
    defer { statement.reset() }
    var hasStored = try statement.step()
    var next = 0
    while hasStored || next < order.count {
      let compared = !hasStored ? -1 : next == order.count ? 1 : orderToStored(order[next], of: rows)
      if compared > 0 {
        gone.append((0..<table.keys).map { statement.text($0) })
        note(district, stored: true)
      } else if compared < 0 {
        missing.append(order[next])
        note(district, computed: order[next], of: rows)
      } else if !isStored(order[next], of: rows) {
        missing.append(order[next])
        note(district, stored: true, computed: order[next], of: rows)
      }
      if compared <= 0 { next += 1 }
      if compared >= 0 { hasStored = try statement.step() }
    }
    if gone.isEmpty, missing.isEmpty { return nil }
    return DerivedChange(rows: missing.isEmpty ? table.noRows : rows, missing: missing, gone: gone)
  }

  private func orderToStored(_ row: Int, of rows: DerivedRows) -> Int {
    for key in 0..<table.keys {
      let order = rows.order(row * rows.width + key, statement.handle, Int32(key))
      if order != 0 { return order }
    }
    return 0
  }

  private func isStored(_ row: Int, of rows: DerivedRows) -> Bool {
    (table.keys..<rows.width).allSatisfy { rows.order(row * rows.width + $0, statement.handle, Int32($0)) == 0 }
  }

  private func note(
    _ district: String, stored isStored: Bool = false, computed row: Int? = nil, of rows: DerivedRows? = nil
  ) {
    guard let differences else { return }
    let columns = table.columns.indices
    let computed = row.flatMap { row in
      rows.map { rows in columns.map { rows.text(row * rows.width + $0) } }
    }
    let stored = isStored ? columns.map { statement.isNull($0) ? nil : statement.text($0) } : nil
    guard let either = computed ?? stored else { return }
    differences.add(
      DerivedDifference(
        table: table.name, district: district, key: either.prefix(table.keys).map { $0 ?? "" },
        columns: Array(table.columns.dropFirst(table.keys)), stored: stored.map { Array($0.dropFirst(table.keys)) },
        computed: computed.map { Array($0.dropFirst(table.keys)) }))
  }
}
