import GRDB
import KaoheScoring

/// Whether the engine can read the observations that an export hands on, by the rules of their leaves.
final class ExportScoreCheck {
  private let database: Database
  private lazy var inspectors = Set((try? String.fetchAll(database, sql: "SELECT code FROM inspector")) ?? [])
  private lazy var rulesOfVisit = readRules()
  /// Rows of one visit and leaf stand together.
  private var current: (visit: String, rules: RuleIndex?) = ("", nil)
  private var currentLeaf: (code: String, leaf: Leaf?) = ("", nil)

  init(_ database: Database) { self.database = database }

  /// - Parameter cells: in the order of scores.csv.
  func problems(_ cells: [String?]) -> [(column: Int, problem: Bilingual)] {
    let (visit, indicator) = (cells[0] ?? "", cells[1] ?? "")
    if current.visit != visit {
      current = (visit, rulesOfVisit[visit])
      currentLeaf = ("", nil)
    }
    // Rules that can't be read say nothing of what is written by them.
    guard let rules = current.rules else { return [] }
    if currentLeaf.code != indicator {
      currentLeaf = (indicator, rules.leafOfCode[indicator].map { rules.rules.leaves[$0] })
    }
    guard let leaf = currentLeaf.leaf else {
      let code = rules.rules.code
      return [
        (1, Bilingual("细则 \(code) 没有这个考核要点", en: "the rule set \(code) has no such leaf"))
      ]
    }
    do throws(ObservationProblem) {
      let value = try leaf.read(item: cells[2] ?? "", value: cells[3] ?? "")
      var problems: [(column: Int, problem: Bilingual)] = []
      if cells[5] == nil, let problem = value.reasonMissing(in: leaf) { problems.append((5, problem)) }
      if let scorer = cells[4], !value.takesScorer {
        problems.append(
          (4, Bilingual("“\(scorer.excerpt)”：这里不写评分人", en: "“\(scorer.excerpt)”: no scorer is named here")))
      } else if let scorer = cells[4], !inspectors.contains(scorer) {
        problems.append(
          (4, Bilingual("没有代码为“\(scorer.excerpt)”的督查员", en: "there is no inspector “\(scorer.excerpt)”")))
      }
      return problems
    } catch {
      return [(error.cell == .item ? 2 : 3, error.text)]
    }
  }

  private func readRules() -> [String: RuleIndex] {
    var indexes: [String: RuleIndex] = [:]
    var rules: [String: RuleIndex] = [:]
    let rows = try? Row.fetchAll(
      database, sql: "SELECT v.code, a.rule_set FROM visit AS v JOIN assessment AS a ON a.code = v.assessment")
    for row in rows ?? [] {
      let code: String = row[1]
      if indexes[code] == nil { indexes[code] = (try? RuleSetReader(database).read(code)).map(RuleIndex.init) }
      rules[row[0]] = indexes[code]
    }
    return rules
  }
}
