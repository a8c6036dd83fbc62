import GRDB
import Testing

/// Rows that no program can write.
@Suite struct RefusedRowTests {
  private static let moment = SchemaDatabase.moment

  @Test func theSampleItselfIsAccepted() throws {
    let database = try SchemaDatabase()
    for (_, sql) in Self.accepted { try database.execute(sql) }
  }

  @Test(arguments: checks + keys + results + rules)
  func refused(what: String, sql: String) throws {
    let database = try SchemaDatabase()
    let error = #expect(throws: DatabaseError.self, "\(what)") { try database.execute(sql) }
    // Not a mistake in the statement; the day “now” is refused as it is not the same every day.
    let isCheck = error?.resultCode == .SQLITE_CONSTRAINT
    #expect(isCheck || error?.message?.hasPrefix("non-deterministic use of date()") == true, "\(error?.message ?? "")")
  }

  @Test(arguments: triggers)
  func refusedByTrigger(sql: String, message: String) throws {
    let database = try SchemaDatabase()
    let error = #expect(throws: DatabaseError.self) { try database.execute(sql) }
    #expect(error?.message?.contains(message) == true, "\(error?.message ?? "")")
  }

  private static func visit(
    _ district: String, _ enterprise: String, _ park: String, date: String = "2022-10-01", status: String = "draft"
  ) -> String {
    """
    INSERT INTO visit (code, assessment, inspection_group, district, enterprise, park, date, status)
    VALUES ('V9', '2022', 'G1', \(district), \(enterprise), \(park), '\(date)', '\(status)')
    """
  }

  private static func observation(_ visit: String, _ indicator: String, scorer: String = "", id: String = "400")
    -> String
  {
    "INSERT INTO observation VALUES ('\(visit)', '\(indicator)', '', '\(scorer)', \(id), '1', '', '\(moment)', 'x')"
  }

  private static let accepted: [(String, String)] = [
    ("a visit", visit("'d1'", "NULL", "NULL")), ("an observation", observation("VD", "A1")),
    ("the same rows again", "INSERT OR IGNORE INTO observation SELECT * FROM observation"),
  ]

  private static let checks: [(String, String)] =
    ["2022-02-30", "2022-2-3", "2022-13-01", "20221001", "", "now", "2022-10-08T00:00:00", "2459000", "2022-10-08 "]
    .map { ("the day “\($0)”", visit("'d1'", "NULL", "NULL", date: $0)) } + [
      ("two subjects", visit("'d1'", "'E1'", "NULL")),
      ("three subjects", visit("'d1'", "'E1'", "'P1'")),
      ("no subject", visit("NULL", "NULL", "NULL")),
      ("a status", visit("'d1'", "NULL", "NULL", status: "sent")),
      ("evidence without a subject", "UPDATE evidence SET enterprise = NULL"),
      ("evidence with two", "UPDATE evidence SET park = 'P1'"),
      ("evidence's day", "UPDATE evidence SET date = '2022-02-30'"),
      ("evidence's kind", "UPDATE evidence SET kind = '别的'"),
      ("a short hash", "UPDATE evidence SET sha256 = 'a'"),
      ("a hash in capitals", "UPDATE evidence SET sha256 = upper(sha256)"),
      ("publicity with two subjects", "UPDATE publicity SET park = 'P1'"),
      ("a metric without a subject", "INSERT INTO metric (year, metric, value) VALUES (2022, 'm', '1')"),
      ("a metric twice", "INSERT INTO metric (district, year, metric, value) VALUES ('d1', 2022, 'employees', '1')"),
      ("a survey with two subjects", "UPDATE survey_answer SET park = 'P1'"),
      ("a survey's count", "UPDATE survey_answer SET count = -1"),
      ("a survey's day", "UPDATE survey_answer SET date = '2022-02-29'"),
      ("coverage, parties", "UPDATE coverage SET parties_coordinating = 6"),
      ("coverage, enterprises", "UPDATE coverage SET enterprises_participating = 11"),
      ("coverage, employees", "UPDATE coverage SET employees_benefiting = 101"),
      ("coverage below 0", "UPDATE coverage SET employees_benefiting = -1"),
      ("coverage, year", "UPDATE coverage SET year = 20222"),
      ("a task's progress", "UPDATE task SET progress_micro = 1000001"),
      ("a task's status", "UPDATE task SET status = 'x'"),
      ("a task's day", "UPDATE task SET due = '2022-06-31'"),
      ("a period", "UPDATE assessment SET opens = '2023-01-01' WHERE code = '2022'"),
      ("a period's day", "UPDATE assessment SET opens = '2022-02-30' WHERE code = '2022'"),
      ("pools", "UPDATE assessment SET pools = 2"),
      ("a participant's status", "UPDATE participant SET status = 'x'"),
      ("a finding's day", "UPDATE finding SET due = 'x'"),
      ("a finding's status", "UPDATE finding SET status = 'closed'"),
      ("a finding's kind", "UPDATE finding SET kind = 'x'"),
      ("an entry's count", "UPDATE adjustment SET count = -1"),
      ("an entry's count in part", "UPDATE adjustment SET count = 1.5"),
      ("an entry's day", "UPDATE adjustment SET date = '2022-04-31'"),
      ("an empty level", "UPDATE adjustment SET level = ''"),
      ("an enterprise's level", "UPDATE pilot_enterprise SET level = 'x'"),
      ("an enterprise's stage", "UPDATE pilot_enterprise SET stage = 'x'"),
      ("an empty code", "UPDATE district SET code = '' WHERE code = 'd9'"),
      ("no code", "UPDATE district SET code = NULL WHERE code = 'd9'"),
      ("an empty value", "UPDATE observation SET value = ''"),
      ("no value", "UPDATE observation SET value = NULL"),
      ("a moment without a time", "UPDATE observation SET recorded_at = '2022-10-08'"),
      ("the identity 0", "UPDATE observation SET id = 0 WHERE id = 104"),
      ("an identity in words", "UPDATE observation SET id = 'x' WHERE id = 104"),
      ("a moment that is none", "UPDATE supersession SET recorded_at = '2022-02-30T00:00:00.000Z'"),
    ]

  private static let keys: [(String, String)] = [
    ("an unknown district", visit("'x'", "NULL", "NULL")),
    ("a district in use", "DELETE FROM district WHERE code = 'd1'"),
    ("a visit with observations", "DELETE FROM visit WHERE code = 'VD'"),
    ("evidence in use", "DELETE FROM evidence"),
    (
      "a supersession of itself",
      "INSERT INTO supersession VALUES ('VD', 'A1', 'a', '', 100, 100, '', '\(moment)', 'x')"
    ),
    (
      "a supersession by nothing", "INSERT INTO supersession VALUES ('VD', 'A1', 'a', '', 100, 3, '', '\(moment)', 'x')"
    ),
    (
      "a supersession by another key",
      "INSERT INTO supersession VALUES ('VD', 'A1', 'a', '', 100, 103, '', '\(moment)', 'x')"
    ),
    ("evidence that there is not", "INSERT INTO observation_evidence VALUES ('VE', 'A2', '', 'S2', 102, 'EV9')"),
    (
      "an unknown visit, by a bulk writer too",
      "INSERT INTO session (id, actor, command, at, bulk) VALUES (1, 'a', 'b', '\(moment)', 1); \(observation("V?", "A1"))"
    ),
  ]

  private static let results: [(String, String)] = [
    ("scores of a visit that are no JSON", "UPDATE scored_visit SET scores = '{A1: 1}'"),
    ("scores of a subject that are no JSON", "UPDATE scored_subject SET scores = ''"),
    ("a subject that is half alone", "UPDATE scored_visit SET alone = 2"),
    ("an appraisal of nothing", "UPDATE district_appraisal SET outcomes = ''"),
    ("missing without a score", "UPDATE leaf_result SET status = 'missing', score_exact = NULL, score_micro = NULL"),
    ("exact without millionths", "UPDATE leaf_result SET score_micro = NULL"),
    ("a rank of the unranked", "UPDATE district_result SET ranked = 0"),
    ("a moment", "UPDATE district_result SET computed_at = 'x'"),
    ("a status of an assessment", "UPDATE assessment_result SET status = 'x'"),
  ]

  private static func adjustmentRule(_ values: String) -> String {
    "INSERT INTO adjustment_rule VALUES ('r1', 'N1', 9, \(values))"
  }

  private static func leaf(
    _ parent: String, _ phase: String, _ position: Int, depth: Int = 2, _ isLeaf: Int, _ scope: String
  ) -> String {
    """
    INSERT INTO indicator (rule_set, code, parent, phase, position, depth, is_leaf, title, points, points_micro, scope)
    VALUES ('r1', 'B1', \(parent), \(phase), \(position), \(depth), \(isLeaf), 't', '1', 1000000, \(scope))
    """
  }

  private static let rules: [(String, String)] = [
    ("a bonus with an effect", adjustmentRule("'bonus', 't', NULL, NULL, 'optional', 'fail', NULL, NULL")),
    ("a veto without one", adjustmentRule("'veto', 't', NULL, NULL, NULL, NULL, NULL, NULL")),
    ("cap_grade without a grade", adjustmentRule("'veto', 't', NULL, NULL, NULL, 'cap_grade', NULL, NULL")),
    ("cap_grade with an unknown grade", adjustmentRule("'veto', 't', NULL, NULL, NULL, 'cap_grade', '丙', NULL")),
    ("zero without a target", adjustmentRule("'veto', 't', NULL, NULL, NULL, 'zero', NULL, NULL")),
    ("a leaf without a scope", leaf("'A'", "''", 20, 1, "NULL")),
    ("a section with a scope", leaf("'A'", "''", 20, 0, "'park'")),
    ("a depth", leaf("'A'", "''", 20, depth: 1, 1, "'park'")),
    ("an unknown phase", leaf("'A'", "'x'", 20, 1, "'park'")),
    ("a position twice", leaf("'A'", "''", 1, 1, "'park'")),
    ("an unknown parent", leaf("'Z'", "''", 20, 1, "'park'")),
    ("a scope", leaf("'A'", "''", 20, 1, "'town'")),
  ]

  private static let triggers: [(String, String)] = [
    (observation("VD", "A"), "no leaf"),
    (observation("VD", "Z9"), "no leaf"),
    (observation("V?", "A1"), "no such visit"),
    (observation("VD", "A1", scorer: "S9"), "no known inspector"),
    ("UPDATE observation SET indicator = 'Z9' WHERE id = 101", "no leaf"),
    ("UPDATE observation SET scorer = 'Z9' WHERE id = 103", "no known inspector"),
    (
      """
      INSERT OR REPLACE INTO observation
      SELECT visit, indicator, item, scorer, id, '77', reason, recorded_at, recorded_by FROM observation WHERE id = 103
      """, "never overwritten"
    ),
    (
      """
      INSERT INTO adjustment (entry, assessment, district, code, date, reason)
      VALUES ('T9', '2022', 'd2', 'J9', '2022-05-01', 'x')
      """, "of this code"
    ),
    ("UPDATE adjustment SET code = 'J9'", "of this code"),
    ("DELETE FROM inspector WHERE code = 'S2'", "has scored"),
  ]
}
