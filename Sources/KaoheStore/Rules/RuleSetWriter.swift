import GRDB
import KaoheRules
import KaoheScoring

/// Writes a rule set into the tables that show what it says. It is immutable from then on.
struct RuleSetWriter {
  let database: Database
  let file: RuleFile
  private var rules: RuleSet { file.ruleSet }

  init(_ database: Database, _ file: RuleFile) {
    self.database = database
    self.file = file
  }

  func write(importedAt: String, importedBy: String) throws {
    try writeRuleSet(importedAt, importedBy)
    for (position, document) in rules.documents.enumerated() {
      try insert(
        "rule_document (rule_set, position, title, number, issued)",
        [rules.code, position + 1, document.title, document.number, document.issued])
    }
    try writeIndicators()
    try writeAdjustments()
    try writeGrades()
  }

  private func insert(_ target: String, _ values: [(any DatabaseValueConvertible)?]) throws {
    let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
    let statement = try database.cachedStatement(sql: "INSERT INTO \(target) VALUES (\(marks))")
    try statement.execute(arguments: StatementArguments(values))
  }

  private func writeRuleSet(_ importedAt: String, _ importedBy: String) throws {
    let ties = rules.ties.map(\.code)
    try insert(
      """
      rule_set (code, title, year, points, points_micro, rounding_mode, total_decimals, leaf_decimals, ranking,
        total_cap, total_cap_micro, bonus_cap, bonus_cap_micro, bonus_per_event, penalty_cap,
        penalty_cap_micro, penalty_per_event, quota_ties, ties, source, content_sha256, imported_at, imported_by)
      """,
      [
        rules.code, rules.title, rules.year, rules.points.description, rules.points.micro,
        rules.rounding.mode.rawValue, rules.rounding.totalDecimals, rules.rounding.leafDecimals,
        rules.ranking.rawValue, rules.totalCap?.description, rules.totalCap?.micro,
        rules.bonus?.cap?.description, rules.bonus?.cap?.micro, rules.bonus?.perEvent.rawValue,
        rules.penalty?.cap?.description, rules.penalty?.cap?.micro, rules.penalty?.perEvent.rawValue,
        rules.quotaTies.rawValue, ties.isEmpty ? nil : ties.joined(separator: " "),
        String(decoding: file.source, as: UTF8.self), file.contentHash, importedAt, importedBy,
      ])
  }

  private func writeIndicators() throws {
    var position = 0
    for (number, phase) in rules.phases.enumerated() {
      try insert(
        "phase (rule_set, code, position, title, weight, weight_micro)",
        [rules.code, phase.code, number + 1, phase.title, phase.weight.description, phase.weight.micro])
      for section in phase.sections {
        try write(section, parent: nil, phase: phase.code, depth: 1, &position)
      }
    }
  }

  private func write(_ section: Section, parent: String?, phase: String, depth: Int, _ position: inout Int) throws {
    position += 1
    try insert(
      "indicator (rule_set, code, parent, phase, position, depth, is_leaf, title, points, points_micro)",
      [
        rules.code, section.code, parent, phase, position, depth, 0, section.title, section.points.description,
        section.points.micro,
      ])
    for child in section.children {
      switch child {
      case .section(let child): try write(child, parent: section.code, phase: phase, depth: depth + 1, &position)
      case .leaf(let leaf):
        position += 1
        try write(rules.leaves[leaf], parent: section.code, phase: phase, depth: depth + 1, position)
      }
    }
  }

  private func write(_ leaf: Leaf, parent: String, phase: String, depth: Int, _ position: Int) throws {
    let names = leaf.methods.map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let takesScorers = leaf.isJudged || leaf.levels != nil
    try insert(
      """
      indicator (rule_set, code, parent, phase, position, depth, is_leaf, title, points, points_micro, scope,
        applies_to, aggregate, min_sites, repeat, scorers, not_applicable, evidence, methods, standard, clause, source,
        department)
      """,
      [
        rules.code, leaf.code, parent, phase, position, depth, 1, leaf.title, leaf.points.description,
        leaf.points.micro, leaf.scope.rawValue, leaf.appliesTo?.joined(separator: " "), leaf.aggregate.rawValue,
        leaf.minSites, leaf.repeat.rawValue, takesScorers ? leaf.scorers.rawValue : nil, leaf.notApplicable.rawValue,
        leaf.evidenceRequired ? "required" : "optional", names.joined(separator: " "),
        RuleText.standard(of: leaf).chinese, leaf.clause, leaf.source, leaf.department,
      ])
    for (number, item) in leaf.items.enumerated() {
      try insert(
        "indicator_item (rule_set, indicator, code, position, method, title, points, points_micro)",
        [
          rules.code, leaf.code, item.code, number + 1, item.kind.rawValue, item.title, item.points.description,
          item.points.micro,
        ])
    }
    for (number, level) in (leaf.levels?.levels ?? []).enumerated() {
      let (from, to) =
        switch level.share {
        case .fixed(let share): (share, share)
        case .range(let from, let to): (from, to)
        }
      try insert(
        "indicator_level (rule_set, indicator, code, position, share_from, share_to)",
        [rules.code, leaf.code, level.code, number + 1, from.description, to.description])
    }
    for (number, answer) in (leaf.survey?.answers ?? []).enumerated() {
      try insert(
        "indicator_answer (rule_set, indicator, answer, position, weight)",
        [rules.code, leaf.code, answer.code, number + 1, answer.weight?.description])
    }
  }

  private func writeAdjustments() throws {
    var position = 0
    for (kind, adjustments) in [("bonus", rules.bonus), ("penalty", rules.penalty)] {
      for group in adjustments?.groups ?? [] {
        position += 1
        try insert(
          "adjustment_rule (rule_set, code, position, kind, title, cap, cap_micro, evidence)",
          [
            rules.code, group.code, position, kind, group.title, group.cap?.description, group.cap?.micro,
            group.evidenceRequired ? "required" : "optional",
          ])
        for (number, level) in group.levels.enumerated() {
          try insert(
            "adjustment_level (rule_set, rule, code, position, points, points_micro)",
            [rules.code, group.code, level.code, number + 1, level.points.description, level.points.micro])
        }
      }
    }
    for veto in rules.vetoes {
      position += 1
      var grade: String?
      var target: String?
      let effect: String
      switch veto.effect {
      case .fail: effect = "fail"
      case .capGrade(let best):
        effect = "cap_grade"
        grade = rules.grades[best].code
      case .lowerGrade: effect = "lower_grade"
      case .unranked: effect = "unranked"
      case .zero(let code):
        effect = "zero"
        target = code
      }
      try insert(
        "adjustment_rule (rule_set, code, position, kind, title, effect, grade, target)",
        [rules.code, veto.code, position, "veto", veto.title, effect, grade, target])
    }
  }

  private func writeGrades() throws {
    for (position, grade) in rules.grades.enumerated() {
      var share: String?
      var count: Int?
      switch grade.quota {
      case .share(let quota): share = quota.description
      case .count(let quota): count = quota
      case nil: break
      }
      let conditions = grade.conditions.map { condition in
        switch condition.bound {
        case .points(let points): "\(condition.code) ≥ \(points.plainText)"
        case .share(let share): "\(condition.code) ≥ \((share * Rational(100)).plainText)%"
        }
      }
      try insert(
        """
        grade (rule_set, code, position, min_total, min_total_micro, max_share, max_count, with_better, conditions)
        """,
        [
          rules.code, grade.code, position + 1, grade.min?.description, grade.min?.micro, share, count,
          grade.withBetter, conditions.isEmpty ? nil : conditions.joined(separator: "；"),
        ])
    }
  }
}
