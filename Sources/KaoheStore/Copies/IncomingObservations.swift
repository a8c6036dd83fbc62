import GRDB
import KaoheScoring

/// Reads the observations that a merge brings by the rules of their leaves: what cannot be read was not made by Kaohe.
struct IncomingObservations {
  private let database: Database
  private let schema: String

  init(_ database: Database, from schema: String) {
    self.database = database
    self.schema = schema
  }

  /// Identities end in 2088; from here on a clock is not to be believed, and counting on from it would overflow.
  private static let lastIdentity: Int64 = 2_100_000_000_000 << 22

  /// Those that can't be, as a person reads it. To be called when records are merged and observations are not.
  ///
  /// - Parameter limit: how many are named at most.
  func unreadable(limit: Int) throws -> [Bilingual] {
    var problems: [Bilingual] = []
    var rulesOf: [String: RuleIndex] = [:]
    var current: (visit: String, rules: RuleIndex?) = ("", nil)
    let observations = try SQLStatement(
      database,
      """
      SELECT o.visit, o.indicator, o.item, o.scorer, o.id, o.value,
        o.scorer <> '' AND NOT EXISTS (SELECT 1 FROM main.inspector AS s WHERE s.code = o.scorer)
      FROM \(schema).observation AS o
      WHERE NOT EXISTS (
        SELECT 1 FROM main.observation AS m
        WHERE m.visit = o.visit AND m.indicator = o.indicator AND m.item = o.item AND m.scorer = o.scorer AND m.id = o.id)
      """)
    while problems.count < limit, try observations.step() {
      if !observations.isEqual(0, to: current.visit) {
        let visit = observations.text(0)
        current = (visit, try rules(of: visit, &rulesOf))
      }
      // A visit that is not there is found with the other references.
      guard let rules = current.rules else { continue }
      if let problem = problem(of: observations, rules) { problems.append(problem) }
    }
    return problems
  }

  private func problem(of row: SQLStatement, _ rules: RuleIndex) -> Bilingual? {
    let (indicator, item, value) = (row.text(1), row.text(2), row.text(5))
    let place = [row.text(0), indicator, item, row.text(3)].filter { !$0.isEmpty }.joined(separator: "/")
    func named(_ text: Bilingual) -> Bilingual {
      Bilingual("\(place)：\(text.chinese)", en: "\(place): \(text.english)")
    }
    if row.integer(4) >= Self.lastIdentity {
      return named(Bilingual("标识 \(row.integer(4)) 超出范围", en: "the identity \(row.integer(4)) is out of range"))
    }
    guard let leaf = rules.leafOfCode[indicator] else {
      return named(
        Bilingual("细则 \(rules.rules.code) 没有这个考核要点", en: "the rule set \(rules.rules.code) has no such leaf"))
    }
    if row.integer(6) != 0 { return named(Bilingual("没有这名督查员", en: "there is no such inspector")) }
    do throws(ObservationProblem) {
      _ = try rules.rules.leaves[leaf].read(item: item, value: value)
      return nil
    } catch {
      return named(error.text)
    }
  }

  private func rules(of visit: String, _ known: inout [String: RuleIndex]) throws -> RuleIndex? {
    let code = try String.fetchOne(
      database,
      sql: "SELECT a.rule_set FROM main.visit AS v JOIN main.assessment AS a ON a.code = v.assessment WHERE v.code = ?",
      arguments: [visit])
    guard let code else { return nil }
    if let rules = known[code] { return rules }
    let rules = RuleIndex(try RuleSetReader(database).read(code))
    known[code] = rules
    return rules
  }
}
