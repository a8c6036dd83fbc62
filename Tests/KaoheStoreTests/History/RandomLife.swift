import GRDB
import KaoheTestSupport

@testable import KaoheStore

/// An office's database in which everything happens that can: with Kaohe, by imports and merges, and by other programs.
struct RandomLife {
  let office: Store
  private var generator: SeededGenerator
  /// What stood at moments between the changes.
  private(set) var snapshots: [(moment: String, standing: Standing)] = []
  private var number = 0

  init(seed: UInt64) throws {
    generator = SeededGenerator(seed: seed)
    office = try Store.withBase().cloned()
    try snapshot()
  }

  mutating func run(steps: Int) throws {
    for _ in 0..<steps {
      number += 1
      switch generator.integer(0...15) {
      case 0...3: try observe(office)
      case 4...5: try importRoster()
      case 6...8: try editRecords(office)
      case 9...11: try tamper()
      case 12: try rename()
      case 13: try step()
      case 14: try bringBack()
      default: try workAway()
      }
      try snapshot()
    }
  }

  private mutating func snapshot() throws {
    snapshots.append((ObservationClock.momentBetween(), try Standing(now: office)))
  }

  private func codes(_ sql: String) throws -> [String] { try office.rows(sql) }

  private mutating func observe(_ store: Store) throws {
    // Codes may have been corrected since.
    let visits = try codes("SELECT code FROM visit WHERE status = 'draft' AND scope = 'district' ORDER BY code")
    guard let visit = visits.randomElement(using: &generator) else { return }
    let scorer = try generator.pick(codes("SELECT code FROM inspector ORDER BY code") + [""])
    let cell = generator.pick([
      ScoreCell(visit, "A4"), ScoreCell(visit, "A8"), ScoreCell(visit, "A6", scorer: scorer),
      ScoreCell(visit, "A1", item: "A1-1"),
    ])
    let value = generator.oneIn(4) ? "-" : ["A4", "A8"].contains(cell.indicator) ? "\(number)/99" : "1"
    try store.observe(cell, value, reason: "理由\(number)")
  }

  /// A folder that changes some records, adds others, and removes or brings back a station and a link.
  private mutating func importRoster() throws {
    let roster = Records.base.only([
      "districts.csv", "groups.csv", "inspectors.csv", "parks.csv", "enterprises.csv", "metrics.csv", "coverage.csv",
      "publicity.csv", "surveys.csv",
    ])
    let n = generator.integer(1...3)
    try office.importing(
      roster.with(
        .replace("enterprises.csv", "省级,", "省级,\(generator.pick(["", "pilot", "exemplar"]))"),
        .add("enterprises.csv", "N\(n),厂\(number),d1,,市级,"), .add("metrics.csv", "park:P1,202\(n),m,\(number),"),
        .replace("parks.csv", "示例站", generator.pick(["", "示例站", "站\(n)"])),
        .replace("publicity.csv", "省报；市报", generator.pick(["", "省报", "省报；晚报"])),
        .add("surveys.csv", "Q2,enterprise:E1,2022-05-18,工作服,答\(n),\(number)")))
  }

  private mutating func editRecords(_ store: Store) throws {
    let n = generator.integer(1...3)
    try store.recording(
      generator.pick([
        "UPDATE pilot_enterprise SET batch = '第\(number)批' WHERE code LIKE 'E1%'",
        "UPDATE district SET name = '区\(number)' WHERE code LIKE 'd1%'",
        "UPDATE participant SET status = '\(n == 1 ? "withdrawn" : "enrolled")' WHERE district LIKE 'd2%'",
        "INSERT OR IGNORE INTO metric (district, year, metric, value) SELECT code, 2022, 'm\(n)', '\(number)' FROM district WHERE code LIKE 'd%'",
        "DELETE FROM metric WHERE metric = 'm\(n)'", "DELETE FROM guidance_station", "DELETE FROM publicity_repost",
        "UPDATE task SET progress_micro = \(number)",
        """
        INSERT OR IGNORE INTO finding (code, visit, kind, text, status)
        SELECT 'F\(n)', max(code), 'problem', '问题\(number)', 'open' FROM visit
        """, "UPDATE finding SET requirement = '整改\(number)'", "DELETE FROM finding_evidence",
        "INSERT OR IGNORE INTO finding_evidence SELECT f.code, e.code FROM finding AS f, evidence AS e",
      ]))
  }

  /// What another program may do to observations and to records.
  private mutating func tamper() throws {
    let id = try generator.pick(codes("SELECT id FROM observation ORDER BY id"))
    let pairs = try codes("SELECT by FROM supersession ORDER BY by")
    let by = pairs.randomElement(using: &generator) ?? "0"
    let written = generator.pick(["2021-01-01T00:00:00.000Z", "2031-01-01T00:00:00.000Z"])
    try office.executeAsOther(
      generator.pick([
        "UPDATE observation SET reason = '改\(number)' WHERE id = \(id)",
        "UPDATE observation SET value = '\(number)/98' WHERE id = \(id) AND indicator IN ('A4', 'A8')",
        "UPDATE observation SET recorded_at = '\(written)' WHERE id = \(id)",
        "UPDATE observation SET id = \(1000 + number) WHERE id = \(id)", Self.deletion(of: id),
        "DELETE FROM supersession WHERE by = \(by)", "UPDATE supersession SET reason = '改\(number)' WHERE by = \(by)",
        """
        INSERT INTO observation
        SELECT visit, indicator, item, scorer, \(1000 + number), value, '补\(number)', '\(written)', '某人'
        FROM observation WHERE id = \(id);
        INSERT INTO supersession
        SELECT visit, indicator, item, scorer, \(id), id, '补\(number)', '\(written)', '某人'
        FROM observation WHERE id = \(1000 + number)
        """,
        "INSERT INTO district VALUES ('x\(number)', '新区', '区')", "DELETE FROM district WHERE code LIKE 'x%'",
        "UPDATE survey_answer SET count = \(number)",
        "UPDATE metric SET year = year + 1 WHERE metric = 'm' AND year = (SELECT max(year) FROM metric WHERE metric = 'm')",
      ]))
  }

  private static func deletion(of id: String) -> String {
    """
    DELETE FROM observation_evidence WHERE id = \(id);
    DELETE FROM supersession WHERE superseded = \(id) OR by = \(id);
    DELETE FROM observation WHERE id = \(id)
    """
  }

  private mutating func rename() throws {
    let table = generator.pick([
      "visit", "inspector", "district", "industrial_park", "pilot_enterprise", "evidence", "publicity", "finding",
    ])
    guard let code = try codes("SELECT code FROM \(table) ORDER BY code").randomElement(using: &generator) else {
      return
    }
    let sql = "UPDATE \(table) SET code = '\(code)x\(number)' WHERE code = '\(code)'"
    if generator.oneIn(2) { try office.executeAsOther(sql) } else { try office.recording(sql) }
  }

  private mutating func step() throws {
    guard let visit = try codes("SELECT code FROM visit ORDER BY code").randomElement(using: &generator) else { return }
    let (action, status) = generator.pick([("return", "draft"), ("submit", "submitted")])
    try office.recording { database in
      try VisitStepWriter(database, Store.tester).write(
        action == "submit" ? .submit : .sendBack, [ScoringSheetReader(database).head(of: visit)], reason: "理由")
      try database.execute(sql: "UPDATE visit SET status = ? WHERE code = ?", arguments: [status, visit])
    }
  }

  /// Another program deletes an observation that a copy has, and merging brings it back.
  private mutating func bringBack() throws {
    let copy = try office.checkedOut("G1")
    try office.executeAsOther(Self.deletion(of: generator.pick(codes("SELECT id FROM observation ORDER BY id"))))
    try snapshot()
    try merge(copy)
  }

  /// A group works in its copy; nothing else happens meanwhile, since its observations keep their moments.
  private mutating func workAway() throws {
    let copy = try office.checkedOut("G1")
    for _ in 0..<3 {
      try observe(copy)
      try editRecords(copy)
    }
    try merge(copy)
  }

  /// A code that was corrected may have left a version that refers to the old one; such a merge is refused, and changes
  /// nothing.
  private func merge(_ copy: Store) throws {
    do {
      try office.merging(copy)
    } catch let error as StoreError where error.code == "missing-reference" {}
  }
}
