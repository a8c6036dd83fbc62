import GRDB

/// Compares the records of a database with those of a backup that is attached to it.
struct RestoreComparison {
  private let database: Database

  /// The name under which the backup is attached.
  static let schema = "backup"

  init(_ database: Database) { self.database = database }

  /// Every table of records that one of the two has; each is read twice at most.
  func changes() throws -> [RestorePlan.TableChange] {
    let (ours, theirs) = (
      Set(try DatabaseHoldings.tables(database)), Set(try DatabaseHoldings.tables(database, in: Self.schema))
    )
    return try tables.filter { ours.contains($0.name) || theirs.contains($0.name) }.map { name, key in
      if !theirs.contains(name) {
        let present = try count("main.\(name)")
        return RestorePlan.TableChange(
          table: name, present: present, backup: 0, lost: present, returned: 0, reverted: 0)
      }
      if !ours.contains(name) {
        let backup = try count("\(Self.schema).\(name)")
        return RestorePlan.TableChange(table: name, present: 0, backup: backup, lost: 0, returned: backup, reverted: 0)
      }
      return try change(of: name, key)
    }
  }

  private let tables: [(name: String, key: [String])] =
    [("rule_set", ["code"])] + CopiedTable.all.map { ($0.name, $0.key) }

  private func change(of table: String, _ key: [String]) throws -> RestorePlan.TableChange {
    let same = key.map { "m.\($0) = b.\($0)" }.joined(separator: " AND ")
    let (ours, theirs) = ("main.\(table)", "\(Self.schema).\(table)")
    let rest = try columns(of: table, in: "main").filter { !key.contains($0) }
    let shared = Set(try columns(of: table, in: Self.schema)).intersection(rest).sorted()
    let differs = shared.map { "m.\($0) IS NOT b.\($0)" }.joined(separator: " OR ")
    return RestorePlan.TableChange(
      table: table, present: try count(ours), backup: try count(theirs),
      lost: try count("\(ours) AS m WHERE NOT EXISTS (SELECT 1 FROM \(theirs) AS b WHERE \(same))"),
      returned: try count("\(theirs) AS b WHERE NOT EXISTS (SELECT 1 FROM \(ours) AS m WHERE \(same))"),
      reverted: shared.isEmpty ? 0 : try count("\(ours) AS m JOIN \(theirs) AS b ON \(same) WHERE \(differs)"))
  }

  private func columns(of table: String, in schema: String) throws -> [String] {
    try String.fetchAll(
      database, sql: "SELECT name FROM pragma_table_xinfo(?, ?) WHERE hidden = 0", arguments: [table, schema])
  }

  private func count(_ source: String) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM \(source)") ?? 0
  }

  /// Numbers of field copies that the database knows and the backup does not.
  func newCopies() throws -> [Int] {
    let tables = try [DatabaseHoldings.tables(database), DatabaseHoldings.tables(database, in: Self.schema)]
    guard tables[0].contains("field_copy") else { return [] }
    let known =
      tables[1].contains("field_copy") ? "SELECT replica FROM \(Self.schema).field_copy" : "SELECT NULL WHERE 0"
    return try Int.fetchAll(
      database, sql: "SELECT replica FROM main.field_copy WHERE replica NOT IN (\(known)) ORDER BY replica")
  }
}
