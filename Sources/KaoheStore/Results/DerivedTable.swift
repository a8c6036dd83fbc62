import GRDB
import GRDBSQLite
import KaoheScoring

/// One derived table, brought to what was computed, district by district: stored rows and computed ones are merged in
/// the order of their keys, and only what differs is written. So what did not change costs no more than to be read.
final class DerivedTable {
  /// What is done about a difference.
  enum Purpose {
    case write
    case compare(DerivedDifferences)
  }

  let name: String
  /// The computed rows of the district that is at hand: the keys, then the values. Emptied by `settle`.
  var rows: DerivedRows
  private let database: Database
  private let assessment: String
  private let purpose: Purpose
  private let columns: [String]
  /// How many columns identify a row within its district; they are texts.
  private let keys: Int
  /// Written beside what is compared: when a row became what it is.
  private let moment: String?
  private let stored: SQLStatement
  private var inserts: [Int: SQLStatement] = [:]
  private var delete: SQLStatement?

  /// - Parameters:
  ///   - keys: what identifies a row within (assessment, district), in the order of an index.
  ///   - moment: for the column computed_at, if the table has one.
  init(
    _ database: Database, _ name: String, keys: String, values: String, moment: String? = nil, assessment: String,
    _ purpose: Purpose
  ) throws {
    self.database = database
    self.name = name
    self.assessment = assessment
    self.purpose = purpose
    self.moment = moment
    let keyColumns = keys.split(separator: " ").map(String.init)
    columns = keyColumns + values.split(separator: " ").map(String.init)
    self.keys = keyColumns.count
    rows = DerivedRows(width: columns.count)
    let order = keyColumns.isEmpty ? "" : " ORDER BY \(keyColumns.joined(separator: ", "))"
    stored = try SQLStatement(
      database,
      "SELECT \(columns.joined(separator: ", ")) FROM \(name) WHERE assessment = ?1 AND district = ?2\(order)")
    stored.bind(1, assessment)
  }

  /// Makes the stored rows of a district the computed ones.
  ///
  /// - Returns: whether anything differs.
  @discardableResult
  func settle(_ district: String) throws -> Bool {
    let order = orderedRows()
    var missing: [Int] = []
    var gone: [[String]] = []
    stored.bind(2, district)
    var hasStored = try stored.step()
    var next = 0
    while hasStored || next < order.count {
      let compared = !hasStored ? -1 : next == order.count ? 1 : orderToStored(order[next])
      if compared > 0 {
        gone.append((0..<keys).map { stored.text($0) })
        note(district, stored: true)
      } else if compared < 0 {
        missing.append(order[next])
        note(district, computed: order[next])
      } else if !isStored(order[next]) {
        missing.append(order[next])
        note(district, stored: true, computed: order[next])
      }
      if compared <= 0 { next += 1 }
      if compared >= 0 { hasStored = try stored.step() }
    }
    stored.reset()
    if case .write = purpose {
      for key in gone { try remove(district, key) }
      try insert(missing, district)
    }
    rows.removeAll()
    return !gone.isEmpty || !missing.isEmpty
  }

  /// Districts that have rows, and should have none. From one district to the next, however many rows each has.
  func strangers() throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        WITH RECURSIVE found (district) AS (
          SELECT min(district) FROM \(name) WHERE assessment = ?1
          UNION ALL
          SELECT (SELECT min(district) FROM \(name) WHERE assessment = ?1 AND district > found.district)
          FROM found WHERE found.district IS NOT NULL)
        SELECT district FROM found
        WHERE district IS NOT NULL AND district NOT IN (
          SELECT district FROM participant WHERE assessment = ?1 AND status = 'enrolled')
        """,
      arguments: [assessment])
  }

  // MARK: Comparison

  /// Most come in order; those that do not are put in order.
  private func orderedRows() -> [Int] {
    let all = Array(0..<rows.count)
    let isOrdered = all.dropFirst().allSatisfy { rows.isBefore($0 - 1, $0, keys: keys) }
    return isOrdered ? all : all.sorted { rows.isBefore($0, $1, keys: keys) }
  }

  private func orderToStored(_ row: Int) -> Int {
    for key in 0..<keys {
      let order = rows.order(row * columns.count + key, stored.handle, Int32(key))
      if order != 0 { return order }
    }
    return 0
  }

  private func isStored(_ row: Int) -> Bool {
    (keys..<columns.count).allSatisfy { rows.order(row * columns.count + $0, stored.handle, Int32($0)) == 0 }
  }

  private func note(_ district: String, stored isStored: Bool = false, computed row: Int? = nil) {
    guard case .compare(let differences) = purpose else { return }
    let computed = row.map { row in columns.indices.map { rows.text(row * columns.count + $0) } }
    let stored = isStored ? columns.indices.map { self.stored.isNull($0) ? nil : self.stored.text($0) } : nil
    guard let either = computed ?? stored else { return }
    differences.add(
      DerivedDifference(
        table: name, district: district, key: either.prefix(keys).map { $0 ?? "" },
        columns: Array(columns.dropFirst(keys)), stored: stored.map { Array($0.dropFirst(keys)) },
        computed: computed.map { Array($0.dropFirst(keys)) }))
  }

  // MARK: Output

  private func remove(_ district: String, _ key: [String]) throws {
    let conditions = columns.prefix(keys).enumerated().map { " AND \($1) = ?\($0 + 3)" }
    let statement =
      try delete
      ?? SQLStatement(
        database, "DELETE FROM \(name) WHERE assessment = ?1 AND district = ?2\(conditions.joined())")
    delete = statement
    statement.bind(1, assessment)
    statement.bind(2, district)
    for (place, text) in key.enumerated() { statement.bind(place + 3, text) }
    try statement.run()
  }

  /// 16 rows a statement, then 4, then 1: many rows an INSERT cost a third less than one each.
  private func insert(_ places: [Int], _ district: String) throws {
    var rest = places[...]
    for size in [16, 4, 1] where rest.count >= size {
      let statement = try inserts[size] ?? prepare(rows: size)
      inserts[size] = statement
      statement.bind(1, assessment)
      statement.bind(2, district)
      if let moment { statement.bind(3, moment) }
      while rest.count >= size {
        try rows.bytes.withUnsafeBytes { bytes in
          guard let base = bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return }
          var parameter: Int32 = moment == nil ? 3 : 4
          for row in rest.prefix(size) {
            for column in columns.indices {
              rows.bind(row * columns.count + column, statement.handle, parameter, base)
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
    let names = ["assessment", "district"] + (moment == nil ? [] : ["computed_at"]) + columns
    let fixed = moment == nil ? 2 : 3
    let values = (0..<count).map { row in
      let own = columns.indices.map { "?\(fixed + 1 + row * columns.count + $0)" }
      return "(\(((1...fixed).map { "?\($0)" } + own).joined(separator: ", ")))"
    }
    return try SQLStatement(
      database,
      "INSERT OR REPLACE INTO \(name) (\(names.joined(separator: ", "))) VALUES \(values.joined(separator: ", "))")
  }
}
