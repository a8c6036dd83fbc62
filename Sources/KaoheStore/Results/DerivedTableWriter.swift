import GRDB
import GRDBSQLite

/// Brings a derived table to what was computed, district by district, or says where it differs. Only what differs is
/// written.
final class DerivedTableWriter {
  private let database: Database
  private let table: DerivedTable
  private let assessment: String
  /// When a row became what it is.
  private let moment: String
  private let stored: StoredRows
  private let isWriting: Bool
  private var inserts: [Int: SQLStatement] = [:]
  private var delete: SQLStatement?

  /// - Parameter differences: what takes them, where nothing is to be written.
  init(
    _ database: Database, _ table: DerivedTable, assessment: String, moment: String,
    noting differences: DerivedDifferences?
  ) throws {
    self.database = database
    self.table = table
    self.assessment = assessment
    self.moment = moment
    stored = try StoredRows(database, table, assessment: assessment, noting: differences)
    isWriting = differences == nil
  }

  /// Makes the stored rows of a district the computed ones.
  ///
  /// - Returns: whether anything differs.
  @discardableResult
  func settle(_ rows: DerivedRows, _ district: String) throws -> Bool {
    guard let change = try stored.change(to: rows, district) else { return false }
    if isWriting { try write(change, district) }
    return true
  }

  func write(_ change: DerivedChange, _ district: String) throws {
    for key in change.gone { try remove(district, key) }
    try insert(change.missing, of: change.rows, district)
  }

  /// Removes all rows of a district.
  func clear(_ district: String) throws { try settle(table.noRows, district) }

  private func remove(_ district: String, _ key: [String]) throws {
    let conditions = table.columns.prefix(table.keys).enumerated().map { " AND \($1) = ?\($0 + 3)" }
    let statement =
      try delete
      ?? SQLStatement(
        database, "DELETE FROM \(table.name) WHERE assessment = ?1 AND district = ?2\(conditions.joined())")
    delete = statement
    statement.bind(1, assessment)
    statement.bind(2, district)
    for (place, text) in key.enumerated() { statement.bind(place + 3, text) }
    try statement.run()
  }

  /// 16 rows a statement, then 4, then 1: many rows an INSERT cost a third less than one each.
  private func insert(_ places: [Int], of rows: DerivedRows, _ district: String) throws {
    var rest = places[...]
    for size in [16, 4, 1] where rest.count >= size {
      let statement = try inserts[size] ?? prepare(rows: size)
      inserts[size] = statement
      statement.bind(1, assessment)
      statement.bind(2, district)
      if table.namesMoment { statement.bind(3, moment) }
      while rest.count >= size {
        try rows.bytes.withUnsafeBytes { bytes in
          guard let base = bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return }
          var parameter: Int32 = table.namesMoment ? 4 : 3
          for row in rest.prefix(size) {
            for column in 0..<rows.width {
              rows.bind(row * rows.width + column, statement.handle, parameter, base)
              parameter += 1
            }
          }
          try statement.run()
        }
        rest = rest.dropFirst(size)
      }
    }
  }

  /// A row that differs takes the place of the stored one, and so does a visit that counted for another district.
  private func prepare(rows count: Int) throws -> SQLStatement {
    let names = ["assessment", "district"] + (table.namesMoment ? ["computed_at"] : []) + table.columns
    let fixed = table.namesMoment ? 3 : 2
    let width = table.columns.count
    let values = (0..<count).map { row in
      let own = (0..<width).map { "?\(fixed + 1 + row * width + $0)" }
      return "(\(((1...fixed).map { "?\($0)" } + own).joined(separator: ", ")))"
    }
    return try SQLStatement(
      database,
      """
      INSERT OR REPLACE INTO \(table.name) (\(names.joined(separator: ", "))) VALUES \(values.joined(separator: ", "))
      """)
  }

  /// Districts that have rows, and should have none. From one district to the next, however many rows each has.
  func strangers() throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        WITH RECURSIVE found (district) AS (
          SELECT min(district) FROM \(table.name) WHERE assessment = ?1
          UNION ALL
          SELECT (SELECT min(district) FROM \(table.name) WHERE assessment = ?1 AND district > found.district)
          FROM found WHERE found.district IS NOT NULL)
        SELECT district FROM found
        WHERE district IS NOT NULL AND district NOT IN (
          SELECT district FROM participant WHERE assessment = ?1 AND status = 'enrolled')
        """,
      arguments: [assessment])
  }
}
