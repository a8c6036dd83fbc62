import GRDB
import KaoheTestSupport

@testable import KaoheStore

/// A random assessment in which things change that can change a score: with Kaohe, by imports and by other programs.
struct RandomChanges {
  let store: Store
  private let records: Records
  private var generator: SeededGenerator
  private var number = 0

  init(seed: UInt64) throws {
    generator = SeededGenerator(seed: seed)
    records = Records(files: try RandomFolder(seed: seed).files.mapValues { Array($0.utf8) })
    store = try Store.inMemory()
    try store.importing(records)
  }

  /// - Returns: what was done; nil where it was refused, as foreign keys and Kaohe itself may do.
  mutating func change() throws -> String? {
    number += 1
    switch generator.integer(0...9) {
    case 0: return attempt("import of the folder again") { try store.importing(records) }
    case 1...2:
      let action = generator.pick(VisitAction.allCases)
      let visit = try code(of: "visit")
      return attempt("\(action) \(visit)") {
        _ = try store.take(action, [visit], reason: "理由", override: "理由", session: Store.tester)
      }
    case 3...4:
      let sql = try factChange()
      return attempt("recorded: \(sql)") { try store.recording(sql) }
    case 5...7:
      let sql = try factChange()
      return attempt(sql) { try store.executeAsOther(sql) }
    case 8:
      let sql = try structureChange()
      return attempt(sql) { try store.executeAsOther(sql) }
    default:
      let sql = try resultChange()
      return attempt(sql) { try store.executeAsOther(sql) }
    }
  }

  private func attempt(_ name: String, _ body: () throws -> Void) -> String? {
    do {
      try body()
      return name
    } catch {
      return nil
    }
  }

  private mutating func code(of table: String, _ column: String = "code") throws -> String {
    let codes = try store.rows("SELECT \(column) FROM \(table) ORDER BY \(column)")
    return codes.randomElement(using: &generator) ?? "?"
  }

  /// Of observations, visits and entries.
  private mutating func factChange() throws -> String {
    let id = try code(of: "observation", "id")
    let visit = try code(of: "visit")
    let entry = try code(of: "adjustment", "entry")
    let district = try code(of: "district")
    return generator.pick([
      """
      UPDATE observation AS o SET value = coalesce((
        SELECT value FROM observation AS p
        WHERE p.indicator = o.indicator AND p.item = o.item AND p.value <> o.value ORDER BY (p.id * \(number)) % 97 LIMIT 1), value)
      WHERE id = \(id)
      """,
      "UPDATE observation SET value = '-' WHERE id = \(id)", "UPDATE observation SET value = '很高' WHERE id = \(id)",
      """
      INSERT INTO observation
      SELECT visit, indicator, item, scorer, id + \(number), value, reason, recorded_at, recorded_by
      FROM observation WHERE id = \(id)
      """,
      "DELETE FROM supersession WHERE superseded = \(id)",
      "DELETE FROM observation_evidence WHERE id = \(id); DELETE FROM observation WHERE id = \(id)",
      "DELETE FROM observation_evidence WHERE visit = '\(visit)'",
      "UPDATE visit SET status = '\(generator.pick(["draft", "submitted", "confirmed", "cancelled"]))' WHERE code = '\(visit)'",
      "UPDATE visit SET date = date(date, '\(generator.pick(["-", "+"]))3 days') WHERE code = '\(visit)'",
      "UPDATE visit_step SET covers = '[]' WHERE visit = '\(visit)'",
      "UPDATE adjustment SET count = \(generator.integer(0...3)) WHERE entry = '\(entry)'",
      "DELETE FROM adjustment_evidence WHERE entry = '\(entry)'",
      "UPDATE adjustment SET district = '\(district)' WHERE entry = '\(entry)'",
    ])
  }

  /// Of who takes part, by which rules, and where sites lie.
  private mutating func structureChange() throws -> String {
    let district = try code(of: "district")
    let enterprise = try code(of: "pilot_enterprise")
    let park = try code(of: "industrial_park")
    let assessment = try code(of: "assessment")
    let visit = try code(of: "visit")
    let rules = try code(of: "rule_set")
    return generator.pick([
      "UPDATE pilot_enterprise SET district = '\(district)' WHERE code = '\(enterprise)'",
      "UPDATE industrial_park SET district = '\(district)' WHERE code = '\(park)'",
      "INSERT INTO pilot_enterprise (code, name, district, level) VALUES ('N\(number)', '新', '\(district)', '市级')",
      "DELETE FROM pilot_enterprise WHERE code = '\(enterprise)'",
      "UPDATE visit SET enterprise = '\(enterprise)' WHERE code = '\(visit)' AND enterprise IS NOT NULL",
      "UPDATE participant SET status = iif(status = 'enrolled', 'withdrawn', 'enrolled') WHERE district = '\(district)'",
      "UPDATE participant SET category = (SELECT max(category) FROM participant) WHERE district = '\(district)'",
      "DELETE FROM participant WHERE district = '\(district)' AND assessment = '\(assessment)'",
      "INSERT OR IGNORE INTO participant VALUES ('\(assessment)', '\(district)', '区', 'enrolled')",
      "UPDATE assessment SET pools = 1 - pools WHERE code = '\(assessment)'",
      "UPDATE assessment SET rule_set = '\(rules)' WHERE code = '\(assessment)'",
      "UPDATE assessment SET code = code || 'x' WHERE code = '\(assessment)'",
      "UPDATE district SET code = code || 'x' WHERE code = '\(district)'",
      "UPDATE pilot_enterprise SET code = code || 'x' WHERE code = '\(enterprise)'",
      "UPDATE visit SET code = code || 'x' WHERE code = '\(visit)'",
    ])
  }

  /// Of the results, which are nobody's to change.
  private mutating func resultChange() throws -> String {
    let table = generator.pick([
      "scored_visit", "scored_subject", "district_appraisal", "item_score", "leaf_result", "section_result",
      "phase_result", "adjustment_result", "district_result",
    ])
    let district = try code(of: table, "district")
    return generator.pick([
      "DELETE FROM \(table) WHERE district = '\(district)'",
      "UPDATE \(table) SET district = district || 'y' WHERE district = '\(district)'",
      "UPDATE assessment_result SET status = 'published'", "DELETE FROM assessment_result",
    ])
  }
}
