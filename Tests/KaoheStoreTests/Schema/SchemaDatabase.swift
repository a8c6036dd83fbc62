import GRDB
import KaoheSchema

/// A database with at least one row in every table but `session`, filled by plain SQL as another program would.
final class SchemaDatabase {
  let queue: DatabaseQueue

  init() throws {
    queue = try DatabaseQueue()
    try Self.template.get().backup(to: queue)
    try clear()
  }

  // To copy a database takes a tenth of the time that it takes to make one.
  private static let template = Result {
    let queue = try DatabaseQueue()
    try queue.write { database in
      for migration in Migration.all { try database.execute(sql: migration.sql) }
    }
    try queue.write { try $0.execute(sql: rules) }
    try queue.write { try $0.execute(sql: facts + results) }
    return queue
  }

  func rows(_ sql: String) throws -> [String] { try queue.read { try $0.rows(sql) } }

  func execute(_ sql: String) throws { try queue.write { try $0.execute(sql: sql) } }

  /// Forgets what is stale, and what was logged until now.
  func clear() throws {
    try execute("DELETE FROM stale")
    seen = try queue.read { try Int.fetchOne($0, sql: "SELECT max(id) FROM audit_log") ?? 0 }
  }

  private var seen = 0

  func stale() throws -> [String] { try rows("SELECT * FROM stale") }

  /// Actor, command, table, record and action of each change since the log was last cleared.
  func log() throws -> [String] {
    try rows("SELECT actor, command, table_name, record, action FROM audit_log WHERE id > \(seen) ORDER BY id")
  }

  /// Begins or ends a session of 王五.
  func session(bulk: Bool) throws {
    try execute(
      """
      INSERT INTO session (id, actor, command, at, bulk)
      VALUES (1, '王五', 'import', '\(Self.moment)', \(bulk ? 1 : 0))
      """)
  }

  func endSession() throws { try execute("DELETE FROM session") }

  static let moment = "2022-10-08T09:30:00.000Z"
  static let hash = String(repeating: "a", count: 64)

  private static let rules = """
    INSERT INTO database_identity VALUES ('office', '0f'), ('replica', '0');
    INSERT INTO data_dictionary VALUES ('district', '', '市(县)区', 'districts', '', 'districts.csv');
    INSERT INTO saved_question VALUES ('districts', '地区', 'districts', 'SELECT * FROM district');
    INSERT INTO rule_set (code, title, year, points, points_micro, rounding_mode, total_decimals, ranking, quota_ties,
      source, content_sha256, imported_at, imported_by)
    VALUES ('r1', '细则', 2022, '100', 100000000, 'half_up', 2, 'published', 'none', 'rule_set: r1', '\(hash)', '\(moment)', '王五');
    INSERT INTO rule_document VALUES ('r1', 1, '办法', '演示〔2022〕1号', '2022-03-01');
    INSERT INTO phase VALUES ('r1', '', 1, '', '1', 1000000);
    INSERT INTO indicator (rule_set, code, parent, phase, position, depth, is_leaf, title, points, points_micro)
    VALUES ('r1', 'A', NULL, '', 1, 1, 0, '组织', '14', 14000000);
    INSERT INTO indicator (rule_set, code, parent, phase, position, depth, is_leaf, title, points, points_micro, scope,
      aggregate, min_sites, repeat, evidence, methods)
    VALUES ('r1', 'A1', 'A', '', 2, 2, 1, '要点', '2', 2000000, 'district', 'mean', 1, 'mean', 'optional', 'deduct'),
      ('r1', 'A2', 'A', '', 3, 2, 1, '要点', '2', 2000000, 'enterprise', 'mean', 1, 'mean', 'optional', 'levels'),
      ('r1', 'A3', 'A', '', 4, 2, 1, '要点', '2', 2000000, 'park', 'mean', 1, 'mean', 'optional', 'ratio');
    INSERT INTO indicator_item VALUES ('r1', 'A1', 'a', 1, 'deduct', '少一次会议', '1', 1000000);
    INSERT INTO indicator_level VALUES ('r1', 'A2', '优', 1, '1', '1');
    INSERT INTO indicator_answer VALUES ('r1', 'A3', '满意', 1, '1'), ('r1', 'A3', '不了解', 2, NULL);
    INSERT INTO adjustment_rule VALUES ('r1', 'J1', 1, 'bonus', '加分', '3', 3000000, 'required', NULL, NULL, NULL),
      ('r1', 'V1', 2, 'veto', '否决', NULL, NULL, NULL, 'cap_grade', '合格', NULL);
    INSERT INTO adjustment_level VALUES ('r1', 'J1', '省级', 1, '1', 1000000);
    INSERT INTO grade VALUES ('r1', '优秀', 1, '90', 90000000, '2/5', NULL, 0, NULL),
      ('r1', '合格', 2, NULL, NULL, NULL, NULL, 0, NULL);
    """

  private static let facts = """
    INSERT INTO district VALUES ('d1', '甲市', '县级市'), ('d2', '乙区', '区'), ('d3', '丙区', '区'), ('d9', '未参评', '区');
    INSERT INTO industrial_park VALUES ('P1', '园区一', 'd1', '集成电路', NULL, NULL), ('P2', '园区二', 'd2', '物联网', '省级', '一');
    INSERT INTO guidance_station VALUES ('P1', '站');
    INSERT INTO pilot_enterprise VALUES ('E1', '企业一', 'd1', 'P1', '市级', NULL, NULL, 'pilot'),
      ('E2', '企业二', 'd2', NULL, '国家级', '一', '机械', NULL), ('E9', '企业九', 'd9', NULL, '镇级', NULL, NULL, NULL);
    INSERT INTO inspection_group VALUES ('G1', '一组', 'S1');
    INSERT INTO inspector VALUES ('S1', '张三', '总工会', 'G1', 'd3'), ('S2', '李四', '总工会', NULL, NULL);
    INSERT INTO assessment VALUES ('2022', '2022年度', 'r1', '2022-01-01', '2022-12-31', 0),
      ('2023', '2023年度', 'r1', NULL, NULL, 1);
    INSERT INTO participant VALUES ('2022', 'd1', '县级市', 'enrolled'), ('2022', 'd2', '区', 'enrolled'),
      ('2022', 'd3', '区', 'enrolled'), ('2023', 'd1', '县级市', 'enrolled');
    INSERT INTO visit (code, assessment, inspection_group, district, enterprise, park, date, methods, status)
    VALUES ('VD', '2022', 'G1', 'd1', NULL, NULL, '2022-10-08', '听汇报;查台账', 'confirmed'),
      ('VE', '2022', 'G1', NULL, 'E1', NULL, '2022-10-09', NULL, 'draft'),
      ('VP', '2022', 'G1', NULL, NULL, 'P2', '2022-10-10', NULL, 'submitted'),
      ('VX', '2022', 'G1', 'd9', NULL, NULL, '2022-10-10', NULL, 'confirmed');
    INSERT INTO evidence (code, enterprise, title, kind, date, sha256)
    VALUES ('EV1', 'E1', '台账', '台账', '2022-10-01', '\(hash)');
    INSERT INTO observation (visit, indicator, item, scorer, id, value, recorded_at, recorded_by)
    VALUES ('VD', 'A1', 'a', '', 100, '1', '\(moment)', '王五'), ('VD', 'A1', 'a', '', 101, '2', '\(moment)', '王五'),
      ('VE', 'A2', '', 'S2', 102, '优', '\(moment)', '王五'), ('VP', 'A3', '满意', '', 103, '40', '\(moment)', '王五'),
      ('VP', 'A3', '不了解', '', 104, '-', '\(moment)', '王五');
    INSERT INTO supersession VALUES ('VD', 'A1', 'a', '', 100, 101, '改正', '\(moment)', '王五');
    INSERT INTO observation_evidence VALUES ('VE', 'A2', '', 'S2', 102, 'EV1');
    INSERT INTO adjustment (entry, assessment, district, code, level, date, reason)
    VALUES ('T1', '2022', 'd2', 'J1', '省级', '2022-05-01', '推广');
    INSERT INTO adjustment_evidence VALUES ('T1', 'EV1');
    INSERT INTO finding (code, visit, kind, text, status) VALUES ('F1', 'VD', 'problem', '问题', 'open');
    INSERT INTO finding_evidence VALUES ('F1', 'EV1');
    INSERT INTO metric (district, year, metric, value, unit) VALUES ('d1', 2022, 'employees', '1041', '人');
    INSERT INTO coverage VALUES ('P1', 2022, 5, 4, 10, 10, 100, 80);
    INSERT INTO task (code, assessment, title, department, progress_micro, status)
    VALUES ('T1', '2022', '要点', '总工会', 850000, 'doing');
    INSERT INTO survey_answer (code, enterprise, date, question, answer, count)
    VALUES ('Q1', 'E1', '2022-06-01', '工作服', '满意', 1041);
    INSERT INTO publicity (code, district, title, form, date) VALUES ('W1', 'd2', '连环画', '连环画', '2022-06-01');
    INSERT INTO publicity_repost VALUES ('W1', '省报');
    INSERT INTO visit_step VALUES ('VD', 105, 'submit', '', '', '[101]', '\(moment)', '王五');
    INSERT INTO recusal_override VALUES ('VE', 'A2', '', 'S2', 102, 'S1', '人手不足');
    INSERT INTO finding_step VALUES ('F1', 106, 'rectify', '2022-11-01', '', '\(moment)', '王五');
    INSERT INTO objection (code, visit, indicator, raised_by, text, opened_at, opened_by, status)
    VALUES ('O1', 'VD', 'A1', '甲市', '少算一次', '\(moment)', '王五', 'open');
    INSERT INTO objection_evidence VALUES ('O1', 'EV1');
    INSERT INTO objection_correction VALUES ('VD', 'A1', 'a', '', 101, 'O1');
    INSERT INTO field_copy VALUES (1, 'G1', 'g1.db', '\(moment)', '王五');
    INSERT INTO merge_log VALUES (1, '\(moment)', '王五', 'g1.db', 1, '{}');
    UPDATE district SET name = '未参评区' WHERE code = 'd9';

    """

  private static let results = """
    INSERT INTO scored_visit VALUES ('VD', '2022', 'd1', 'district:d1', 0, '{"A1":"0 0"}');
    INSERT INTO scored_subject VALUES ('2022', 'd1', 'district:d1', '{"A1":"333333 1/3"}');
    INSERT INTO district_appraisal VALUES ('2022', 'd1', '县级市', '1/3 - ?');
    INSERT INTO item_score VALUES ('2022', 'd1', 'A1', 'district:d1', 'VD', 'a', 'deduct', 2, '5/3', 1666667, 0);
    INSERT INTO leaf_result VALUES ('2022', 'd1', 'A1', 'scored', '1/3', 333333, 2000000, '5/3', 1666667, NULL);
    INSERT INTO section_result VALUES ('2022', 'd1', 'A', '14', 14000000, '1/3', 333333);
    INSERT INTO phase_result VALUES ('2022', 'd1', '', '100', 100000000, NULL, NULL);
    INSERT INTO adjustment_result VALUES ('2022', 'd2', 'T1', '1', 1000000, 'counted');
    INSERT INTO district_result VALUES ('2022', 'd1', 1, 1, 1, '92.35', '1847/20', 92350000, '1767/20', 88350000, '4',
      4000000, '0', 0, '优秀', '', 1, 'r1', '\(moment)');
    INSERT INTO assessment_result VALUES ('2022', 'provisional', 'r1', '\(moment)', '1')
    """
}
