import GRDB
import Testing

/// Who is in the audit log, and for what.
@Suite struct AuditTests {
  private static let moment = SchemaDatabase.moment

  private func insert(_ id: Int, visit: String = "VD") -> String {
    "INSERT INTO observation VALUES ('\(visit)', 'A1', 'a', '', \(id), '1', '', '\(Self.moment)', 'x')"
  }

  @Test func anotherProgram() throws {
    let database = try SchemaDatabase()
    try database.execute("UPDATE observation SET value = '3' WHERE id = 101")
    #expect(try database.log() == ["external |  | observation | VD / A1 / a /  / 101 | update"])
    #expect(
      try database.rows("SELECT old ->> 'value', new ->> 'value' FROM audit_log ORDER BY id DESC LIMIT 1") == ["2 | 3"])
    try database.clear()
    try database.execute("UPDATE observation SET value = '3' WHERE id = 101")
    #expect(try database.log() == [])
    try database.execute(insert(200))
    #expect(try database.log() == ["external |  | observation | VD / A1 / a /  / 200 | insert"])
  }

  @Test func aSession() throws {
    let database = try SchemaDatabase()
    try database.session(bulk: false)
    // Observations carry their own who and when.
    try database.execute(insert(200))
    #expect(try database.log() == [])
    try database.execute("INSERT INTO district VALUES ('d4', '丁区', '区')")
    try database.execute("UPDATE observation SET value = '2' WHERE id = 200")
    try database.execute("DELETE FROM observation WHERE id = 200")
    #expect(
      try database.log() == [
        "王五 | import | district | d4 | insert", "王五 | import | observation | VD / A1 / a /  / 200 | update",
        "王五 | import | observation | VD / A1 / a /  / 200 | delete",
      ])
    try database.endSession()
    try database.clear()
    try database.execute("DELETE FROM district WHERE code = 'd4'")
    #expect(try database.log() == ["external |  | district | d4 | delete"])
  }

  @Test func aBulkSession() throws {
    let database = try SchemaDatabase()
    try database.session(bulk: true)
    try database.execute(insert(200))
    try database.execute("INSERT INTO pilot_enterprise (code, name, district, level) VALUES ('E5', '五', 'd1', '市级')")
    #expect(try database.log() == [])
    try database.execute("UPDATE visit SET status = 'draft' WHERE code = 'VD'")
    try database.execute("DELETE FROM pilot_enterprise WHERE code = 'E5'")
    #expect(
      try database.log() == [
        "王五 | import | visit | VD | update", "王五 | import | pilot_enterprise | E5 | delete",
      ])
    #expect(try database.stale() == [])
  }

  @Test func thereIsOneSessionAtMost() throws {
    let database = try SchemaDatabase()
    try database.session(bulk: false)
    #expect(throws: DatabaseError.self) { try database.session(bulk: false) }
    #expect(throws: DatabaseError.self) {
      try database.execute(
        "INSERT INTO session (id, actor, command, at, bulk) VALUES (2, 'a', 'b', '\(Self.moment)', 0)")
    }
  }

  @Test func derivedRowsAreNot() throws {
    let database = try SchemaDatabase()
    try database.execute("UPDATE leaf_result SET score_micro = 2; DELETE FROM district_result")
    #expect(try database.log() == [])
  }

  /// A corrected code takes what refers to it along, and all of it is logged.
  @Test func correctedCodes() throws {
    let database = try SchemaDatabase()
    try database.execute("UPDATE visit SET code = 'VD2' WHERE code = 'VD'")
    #expect(try database.rows("SELECT count(*) FROM observation WHERE visit = 'VD2'") == ["2"])
    #expect(try database.rows("SELECT visit FROM supersession") == ["VD2"])
    let tables = Set(try database.log().map { $0.split(separator: " | ", omittingEmptySubsequences: false)[2] })
    #expect(tables.isSuperset(of: ["visit", "observation", "supersession", "finding"]))
    #expect(try database.stale() == ["2022 | d1"])
    try database.execute(
      """
      UPDATE inspector SET code = 'S7' WHERE code = 'S2';
      UPDATE inspector SET code = 'S8' WHERE code = 'S1';
      UPDATE evidence SET code = 'EV7';
      UPDATE industrial_park SET code = 'P7' WHERE code = 'P1';
      UPDATE pilot_enterprise SET code = 'E7' WHERE code = 'E1';
      UPDATE district SET code = 'd7' WHERE code = 'd1';
      UPDATE assessment SET code = '2022b' WHERE code = '2022'
      """)
    #expect(try database.rows("SELECT scorer FROM observation WHERE visit = 'VE'") == ["S7"])
    #expect(try database.rows("SELECT scorer, evidence FROM observation_evidence") == ["S7 | EV7"])
    #expect(try database.rows("SELECT leader FROM inspection_group") == ["S8"])
    #expect(try database.rows("SELECT subject, scope FROM visit WHERE code = 'VE'") == ["enterprise:E7 | enterprise"])
    #expect(try Set(database.stale()).isSuperset(of: ["2022b | d7", "2022b | d2", "2022b | d3"]))
    #expect(try database.rows("PRAGMA foreign_key_check") == [])
  }
}
