import GRDB
import KaoheTestSupport

@testable import KaoheStore

/// Three copies of one office's records in which people record at random, and now and then bring copies together.
struct RandomHistory {
  var copies: [Store]
  private var generator: SeededGenerator

  init(seed: UInt64, of office: Store) throws {
    generator = SeededGenerator(seed: seed)
    let clone = try office.cloned()
    copies = try [clone.checkedOut("G1"), clone.checkedOut("G1")]
    copies.append(clone)
  }

  /// Makes `steps` changes, each at a random copy.
  mutating func run(steps: Int) throws {
    for _ in 0..<steps {
      let copy = generator.pick(copies)
      switch generator.integer(0...19) {
      case 0...5: try observe(copy)
      case 6...9: try editRoster(copy)
      case 10...12: try find(copy)
      case 13...14: try relink(copy)
      case 15...16: try step(copy)
      case 17: try resolve(copy)
      case 18:
        try copy.recording(
          "INSERT OR IGNORE INTO evidence (code, district, title, kind, date) VALUES ('EV\(number())', 'd1', '新\(number())', '文件', '2022-05-02')"
        )
      default: try copy.merging(generator.pick(copies.filter { $0 !== copy }))
      }
    }
  }

  private mutating func number() -> Int { generator.integer(1...4) }

  private mutating func observe(_ copy: Store) throws {
    let (visit, leaves) = generator.pick([("V4", districtCells), ("V6", districtCells), ("V5", enterpriseCells)])
    let (indicator, item, scorer, value) = generator.pick(leaves)
    let cell = ScoreCell(visit, indicator, item: item, scorer: scorer)
    let count = number()
    try copy.observe(
      cell, generator.oneIn(6) ? "-" : value.replacing("N", with: "\(count)"), reason: "理由\(number())",
      evidence: generator.oneIn(3) ? ["EV1"] : [])
  }

  private typealias Cells = [(String, String, String, String)]

  private let districtCells: Cells = [
    ("A1", "A1-1", "", "N"), ("A2", "A2-1", "", "N"), ("A2", "", "", "none"), ("A3", "A3-1", "", "yes"),
    ("A4", "", "", "N/9"), ("A4", "", "", "n/a"), ("A6", "", "S1", "N"), ("A6", "", "", "N"), ("A8", "A8-1", "", "N"),
    ("A8", "", "", "n/a"), ("A9", "", "", "N"),
  ]
  private let enterpriseCells: Cells = [("B1", "", "", "N/7"), ("B3", "", "S2", "N"), ("B3", "", "", "n/a")]

  private mutating func editRoster(_ copy: Store) throws {
    let n = number()
    try copy.recording(
      generator.pick([
        "UPDATE pilot_enterprise SET stage = '\(["candidate", "pilot", "exemplar", "pilot"][n - 1])' WHERE code = 'E1'",
        "UPDATE pilot_enterprise SET batch = '第\(n)批', industry = NULL WHERE code = 'E2'",
        "UPDATE district SET name = '甲\(n)区' WHERE code = 'd1'",
        "UPDATE participant SET status = '\(n == 1 ? "withdrawn" : "enrolled")' WHERE district = 'd2'",
        "UPDATE inspection_group SET leader = '组长\(n)' WHERE code = 'G1'",
        "INSERT OR IGNORE INTO pilot_enterprise (code, name, district, level) VALUES ('N\(n)', '厂\(number())', 'd1', '市级')",
        "INSERT OR IGNORE INTO guidance_station VALUES ('P1', '站\(n)')",
        "UPDATE guidance_station SET name = '站\(n)'", "DELETE FROM guidance_station",
        "INSERT OR IGNORE INTO metric (district, year, metric, value) VALUES ('d1', 2022, 'm\(n)', '\(number())')",
        "UPDATE metric SET value = '\(n)' WHERE metric = 'm1'", "DELETE FROM metric WHERE metric = 'm2'",
        "INSERT OR IGNORE INTO coverage VALUES ('P1', 202\(n), 9, \(number()), 9, 9, 9, 9)",
      ]))
  }

  private mutating func find(_ copy: Store) throws {
    let (n, m) = (number(), number())
    try copy.recording(
      generator.pick([
        """
        INSERT OR IGNORE INTO finding (code, visit, kind, text, status) VALUES ('F\(n)', 'V4', 'problem', '问题\(m)', 'open')
        """,
        "UPDATE finding SET requirement = '整改\(m)', responsible = '单位\(n)' WHERE code = 'F\(n)'",
        "UPDATE finding SET status = 'rectified', closed = '2022-07-0\(m)' WHERE code = 'F\(n)'",
        """
        INSERT OR IGNORE INTO objection (code, visit, indicator, raised_by, text, opened_at, opened_by, status)
        VALUES ('O\(n)', 'V4', 'A4', '甲区', '不服\(m)', '2022-07-01T00:00:00.000Z', '张三', 'open')
        """,
        "UPDATE objection SET text = '不服\(m)' WHERE code = 'O\(n)'",
      ]))
  }

  private mutating func relink(_ copy: Store) throws {
    let n = number()
    try copy.recording(
      generator.pick([
        "INSERT OR IGNORE INTO finding_evidence SELECT code, 'EV1' FROM finding WHERE code = 'F\(n)'",
        "DELETE FROM finding_evidence WHERE finding = 'F\(n)'", "DELETE FROM finding_evidence",
        "INSERT OR IGNORE INTO objection_evidence SELECT code, 'EV1' FROM objection",
        "DELETE FROM objection_evidence WHERE objection = 'O\(n)'",
        "INSERT OR IGNORE INTO finding_evidence VALUES ('W1', 'EV1')",
      ]))
  }

  /// A step in a visit's life.
  private mutating func step(_ copy: Store) throws {
    let visit = generator.pick(["V4", "V5", "V6"])
    let (action, status) = generator.pick([("submit", "submitted"), ("return", "draft"), ("cancel", "cancelled")])
    let reason = "理由\(number())"
    try copy.recording { database in
      var clock = try ObservationClock(database)
      let now = ObservationClock.now()
      try database.execute(sql: "UPDATE visit SET status = ? WHERE code = ?", arguments: [status, visit])
      try database.execute(
        sql:
          "INSERT INTO visit_step (visit, id, action, reason, recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?, '张三')",
        arguments: [visit, clock.next(at: now), action, reason, ObservationClock.text(milliseconds: now)])
      try clock.save(database)
    }
  }

  private mutating func resolve(_ copy: Store) throws {
    guard let conflict = try copy.conflicts().randomElement(using: &generator) else { return }
    let kept = generator.pick(conflict.candidates)
    do {
      _ = try copy.resolve(conflict.name, keeping: kept.id, reason: "核对", session: Store.tester)
    } catch is ChangeRefused {
      // At a visit that was handed in it is the office's to decide.
    }
  }
}
