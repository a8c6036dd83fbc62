import GRDB
import KaoheScoring

/// Replaces the derived rows of one assessment.
struct ResultWriter {
  let database: Database
  let assessment: AssessmentRecord
  let rules: RuleSet
  let computedAt: String
  private let visitScores: BatchInsert
  private let subjectScores: BatchInsert
  private let itemScores: BatchInsert

  /// Removes the old rows.
  init(_ database: Database, _ assessment: AssessmentRecord, _ rules: RuleSet) throws {
    self.database = database
    self.assessment = assessment
    self.rules = rules
    computedAt = ObservationClock.text(milliseconds: ObservationClock.now())
    visitScores = BatchInsert(
      database, into: "inspection_score", columns: "visit indicator status score_exact score_micro")
    subjectScores = BatchInsert(
      database, into: "subject_score",
      columns: "assessment subject indicator district status score_exact score_micro")
    itemScores = BatchInsert(
      database, into: "item_score",
      columns: "assessment district indicator subject visit item kind count points_exact points_micro limited")
    for table in [
      "subject_score", "item_score", "leaf_result", "section_result", "phase_result", "adjustment_result",
      "district_result", "assessment_result", "stale",
    ] {
      try database.execute(sql: "DELETE FROM \(table) WHERE assessment = ?", arguments: [assessment.code])
    }
    // Those of this assessment's visits, and of visits that are no more.
    try database.execute(
      sql: """
        DELETE FROM inspection_score
        WHERE coalesce((SELECT assessment FROM visit WHERE code = inspection_score.visit), ?1) = ?1
        """,
      arguments: [assessment.code])
  }

  /// Writes the scores of a district's visits and subjects, and the items that led to them.
  func write(_ appraisal: Appraisal) throws {
    let district = appraisal.participant.code
    for (leaf, appraised) in zip(rules.leaves, appraisal.leaves) {
      try write(appraised.items, of: leaf, district)
      for subject in appraised.subjects {
        try write(subject.items, of: leaf, district, subject.subject)
        if let score = ScoreColumns(subject.outcome) {
          try subjectScores.add(
            [
              .text(assessment.code), .text(subject.subject.description), .text(leaf.code),
              .text(district),
            ] + score.values)
        }
        for visit in subject.visits {
          try write(visit.items, of: leaf, district, subject.subject, visit.visit)
          guard let score = ScoreColumns(visit.outcome) else { continue }
          try visitScores.add([.text(visit.visit), .text(leaf.code)] + score.values)
        }
      }
    }
  }

  private func write(
    _ items: [CountedItem], of leaf: Leaf, _ district: String, _ subject: Subject? = nil, _ visit: String = ""
  ) throws {
    for counted in items {
      let item = leaf.items[counted.item]
      try itemScores.add(
        [
          .text(assessment.code), .text(district), .text(leaf.code), .text(subject?.description ?? ""), .text(visit),
          .text(item.code), .text(item.kind.rawValue), .integer(counted.count.int64 ?? .max),
        ] + exact(counted.points) + [.integer(counted.isLimited ? 1 : 0)])
    }
  }

  /// Writes everything that the comparison of the districts gave.
  func write(_ ranking: Ranking, status: RankingReport.Status) throws {
    try visitScores.flush()
    try subjectScores.flush()
    try itemScores.flush()
    try writeLeaves(ranking)
    try writeSections(ranking)
    try writeEntries(ranking)
    let districts = BatchInsert(
      database, into: "district_result",
      columns: """
        assessment district position rank ranked total total_exact total_micro base_exact base_micro bonus_exact \
        bonus_micro penalty_exact penalty_micro grade vetoes complete rule_set computed_at
        """)
    for (position, card) in ranking.scorecards.enumerated() {
      let total = card.exactTotal
      try districts.add(
        [
          .text(assessment.code), .text(card.participant.code), .integer(Int64(position + 1)),
          .integer(orNull: card.rank.map(Int64.init)), .integer(card.rank == nil ? 0 : 1),
          .text(card.total.text(decimals: rules.rounding.totalDecimals)), .text(total.description),
          .integer(total.micro),
        ] + exact(card.base) + exact(card.bonus) + exact(card.penalty) + [
          .text(orNull: card.grade.map { rules.grades[$0].code }),
          .text(card.vetoes.map { rules.vetoes[$0].code }.joined(separator: " ")),
          .integer(card.isComplete ? 1 : 0), .text(rules.code), .text(computedAt),
        ])
    }
    try districts.flush()
    try database.execute(
      sql: """
        INSERT INTO assessment_result (assessment, status, rule_set, computed_at, engine_version)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [assessment.code, status.rawValue, rules.code, computedAt, Store.engineVersion])
  }

  private func writeLeaves(_ ranking: Ranking) throws {
    let leaves = BatchInsert(
      database, into: "leaf_result",
      columns: """
        assessment district indicator status score_exact score_micro points_micro lost_exact lost_micro measure_exact
        """)
    for card in ranking.scorecards {
      for (leaf, standing) in zip(rules.leaves, card.leaves) {
        let lost = standing.score == nil ? nil : standing.lost(of: leaf)
        try leaves.add([
          .text(assessment.code), .text(card.participant.code), .text(leaf.code), .text(standing.status.rawValue),
          .text(orNull: standing.score?.description), .integer(orNull: standing.score?.micro),
          .integer(leaf.points.micro), .text(orNull: lost?.description), .integer(orNull: lost?.micro),
          .text(orNull: standing.measure?.description),
        ])
      }
    }
    try leaves.flush()
  }

  private func writeSections(_ ranking: Ranking) throws {
    let columns = "points_exact points_micro score_exact score_micro"
    let sections = BatchInsert(database, into: "section_result", columns: "assessment district section \(columns)")
    let phases = BatchInsert(database, into: "phase_result", columns: "assessment district phase \(columns)")
    for card in ranking.scorecards {
      let head: [BatchInsert.Value] = [.text(assessment.code), .text(card.participant.code)]
      for section in card.sections {
        try sections.add(head + [.text(section.code)] + exact(section.points) + exact(section.score))
      }
      for phase in card.phases {
        try phases.add(head + [.text(phase.code)] + exact(phase.points) + exact(phase.score))
      }
    }
    try sections.flush()
    try phases.flush()
  }

  private func writeEntries(_ ranking: Ranking) throws {
    let entries = BatchInsert(
      database, into: "adjustment_result", columns: "assessment district entry counted_exact counted_micro outcome")
    for card in ranking.scorecards {
      for entry in card.entries {
        try entries.add(
          [.text(assessment.code), .text(card.participant.code), .text(entry.entry.entry)] + exact(entry.points)
            + [.text(entry.outcome.rawValue)])
      }
    }
    try entries.flush()
  }

  /// The columns `…_exact` and `…_micro`.
  private func exact(_ value: Rational?) -> [BatchInsert.Value] {
    [.text(orNull: value?.description), .integer(orNull: value?.micro)]
  }
}

/// The columns status, score_exact and score_micro of a visit or a subject.
private struct ScoreColumns {
  let values: [BatchInsert.Value]

  /// nil for what has no score of its own.
  init?(_ outcome: Outcome) {
    switch outcome {
    case .score(let score): values = [.text("scored"), .text(score.description), .integer(score.micro)]
    case .notApplicable: values = [.text("not_applicable"), .null, .null]
    case .measure, .summed, .missing: return nil
    }
  }
}
