import Testing

/// Which changes make which districts' results out of date.
@Suite struct StaleTriggerTests {
  @Test(
    arguments: [
      ("UPDATE observation SET value = '3' WHERE id = 101", ["d1"]),
      ("UPDATE observation SET value = '41' WHERE id = 103", ["d2"]),
      // What is recorded at a draft changes no result.
      ("UPDATE observation SET value = '良' WHERE id = 102", []),
      ("UPDATE visit SET status = 'cancelled' WHERE code = 'VD'; DELETE FROM stale; DELETE FROM supersession", []),
      (
        """
        UPDATE visit SET status = 'submitted' WHERE code = 'VE'; DELETE FROM stale;
        UPDATE observation SET value = '良' WHERE id = 102
        """, ["d1"]
      ),
      ("UPDATE observation SET value = value", []),
      ("UPDATE observation SET reason = '别的'", []),
      ("INSERT INTO observation VALUES ('VP', 'A3', '', '', 300, '1', '', '\(SchemaDatabase.moment)', 'x')", ["d2"]),
      ("INSERT INTO observation VALUES ('VX', 'A1', '', '', 300, '1', '', '\(SchemaDatabase.moment)', 'x')", []),
      ("DELETE FROM observation WHERE id = 104", ["d2"]),
      ("DELETE FROM supersession", ["d1"]),
      ("INSERT INTO supersession VALUES ('VD', 'A1', 'a', '', 101, 100, '', '\(SchemaDatabase.moment)', 'x')", ["d1"]),
      ("INSERT INTO observation_evidence VALUES ('VP', 'A3', '满意', '', 103, 'EV1')", ["d2"]),
      ("DELETE FROM observation_evidence", []),
      (
        """
        UPDATE visit SET status = 'submitted' WHERE code = 'VE'; DELETE FROM stale; DELETE FROM observation_evidence
        """, ["d1"]
      ),
      ("UPDATE pilot_enterprise SET name = '新名', stage = 'exemplar', park = 'P2' WHERE code = 'E1'", []),
      ("INSERT INTO pilot_enterprise (code, name, district, level) VALUES ('E3', '三', 'd3', '市级')", ["d3"]),
      ("DELETE FROM pilot_enterprise WHERE code = 'E2'", ["d2"]),
      ("UPDATE industrial_park SET district = 'd3' WHERE code = 'P2'", ["d2", "d3"]),
      ("INSERT INTO industrial_park (code, name, district, theme) VALUES ('P3', '三', 'd3', '装备')", ["d3"]),
      ("UPDATE visit SET enterprise = NULL, park = 'P2' WHERE code = 'VE'", ["d1", "d2"]),
      ("UPDATE visit SET methods = '访谈'; UPDATE visit SET status = status, date = date", []),
      ("UPDATE visit SET status = 'submitted' WHERE code = 'VE'", ["d1"]),
      ("UPDATE visit SET date = '2022-10-20' WHERE code = 'VP'", ["d2"]),
      (
        """
        INSERT INTO visit (code, assessment, inspection_group, district, date, status)
        VALUES ('VN', '2022', 'G1', 'd3', '2022-10-20', 'draft');
        DELETE FROM stale; DELETE FROM visit WHERE code = 'VN'
        """, ["d3"]
      ),
      ("UPDATE adjustment SET district = 'd3', count = 2", ["d2", "d3"]),
      ("UPDATE adjustment SET reason = '别的'", []),
      ("DELETE FROM adjustment_evidence", ["d2"]),
      ("DELETE FROM adjustment_evidence; DELETE FROM stale; DELETE FROM adjustment", ["d2"]),
      ("UPDATE participant SET status = 'withdrawn' WHERE district = 'd3'", ["d3"]),
      (
        """
        UPDATE participant SET status = 'withdrawn' WHERE district = 'd2';
        DELETE FROM stale; UPDATE adjustment SET count = 3
        """, []
      ),
      ("INSERT INTO participant VALUES ('2022', 'd9', '区', 'enrolled')", ["d9"]),
      ("INSERT INTO participant VALUES ('2022', 'd9', '区', 'withdrawn')", []),
      ("DELETE FROM participant WHERE district = 'd3'", ["d3"]),
      ("UPDATE assessment SET pools = 1 WHERE code = '2022'", ["d1", "d2", "d3"]),
      ("UPDATE assessment SET title = 't'", []),
      ("UPDATE district SET name = 'n', category = '市'", []),
      ("UPDATE metric SET value = '1'; UPDATE finding SET status = 'rectified'; UPDATE evidence SET title = 't'", []),
    ] as [(String, [String])])
  func districts(change: String, stale: [String]) throws {
    let database = try SchemaDatabase()
    try database.execute(change)
    #expect(try database.stale() == stale.map { "2022 | \($0)" })
  }

  @Test func anEnterpriseMovesInEveryAssessment() throws {
    let database = try SchemaDatabase()
    try database.execute("UPDATE pilot_enterprise SET district = 'd3' WHERE code = 'E1'")
    #expect(try database.stale() == ["2022 | d1", "2022 | d3", "2023 | d1"])
  }

  @Test(arguments: ["ABORT", "FAIL", "ROLLBACK", "IGNORE"])
  func whereThePairIsStaleAlready(conflict: String) throws {
    let database = try SchemaDatabase()
    try database.execute(
      """
      INSERT INTO stale VALUES ('2022', 'd1');
      INSERT OR \(conflict) INTO observation VALUES ('VD', 'A1', 'a', '', 300, '1', '', '\(SchemaDatabase.moment)', 'x');
      UPDATE OR \(conflict) observation SET value = '9' WHERE id = 300
      """)
    #expect(try database.stale() == ["2022 | d1"])
    #expect(try database.rows("SELECT value FROM observation WHERE id = 300") == ["9"])
  }

  @Test func aSessionMarksToo() throws {
    let database = try SchemaDatabase()
    try database.session(bulk: false)
    try database.execute("UPDATE observation SET value = '3' WHERE id = 101")
    #expect(try database.stale() == ["2022 | d1"])
  }
}
