import KaoheScoring
import KaoheTestSupport

@testable import KaoheStore

/// The derived rows of an assessment, a line each, with exact values only.
struct ResultRows {
  let lines: [String]

  /// Those that a database holds.
  init(_ store: Store, _ assessment: String) throws {
    let queries = [
      """
      SELECT 'district', district, position, rank, total, total_exact, base_exact, bonus_exact, penalty_exact, grade,
        vetoes, complete
      FROM district_result WHERE assessment = ?
      """,
      "SELECT 'phase', district, phase, score_exact FROM phase_result WHERE assessment = ?",
      "SELECT 'section', district, section, score_exact FROM section_result WHERE assessment = ?",
      "SELECT 'entry', district, entry, counted_exact, outcome FROM adjustment_result WHERE assessment = ?",
      "SELECT 'leaf', district, indicator, status, score_exact, measure_exact FROM leaf_result WHERE assessment = ?",
      "SELECT 'subject', district, subject, indicator, status, score_exact FROM subject_score WHERE assessment = ?",
      """
      SELECT 'visit', visit, indicator, s.status, score_exact
      FROM inspection_score AS s JOIN visit AS v ON v.code = s.visit WHERE assessment = ?
      """,
    ]
    lines = try queries.flatMap { try store.rows($0.replacing("?", with: "'\(assessment)'")) }
  }

  /// What the engine gives for records that no database has seen.
  init(_ assessment: RandomFolder.Assessment) {
    let rules = assessment.rules
    let cards = assessment.ranking.scorecards.enumerated().flatMap { position, card in
      Self.lines(of: card, at: position + 1, rules)
    }
    let scores = assessment.records.flatMap { records in
      zip(rules.leaves, rules.appraise(records, explaining: false).leaves).flatMap { leaf, appraised in
        appraised.subjects.flatMap { subject in
          let head = ["subject", records.participant.code, subject.subject.description, leaf.code]
          return [Self.line(head, subject.outcome)]
            + subject.visits.map { Self.line(["visit", $0.visit, leaf.code], $0.outcome) }
        }
      }
    }
    lines = cards + scores.compactMap { $0 }
  }

  /// What only one of the two has: `+` these rows, `-` the others.
  func differences(from others: ResultRows) -> [String] {
    let (known, wanted) = (Set(lines), Set(others.lines))
    return lines.filter { !wanted.contains($0) }.map { "+ " + $0 }
      + others.lines.filter { !known.contains($0) }.map { "- " + $0 }
  }

  private static func lines(of card: Scorecard, at position: Int, _ rules: RuleSet) -> [String] {
    let code = card.participant.code
    let head = [
      "district", code, "\(position)", card.rank.map(String.init) ?? "",
      card.total.text(decimals: rules.rounding.totalDecimals), "\(card.exactTotal)", "\(card.base)", "\(card.bonus)",
      "\(card.penalty)", card.grade.map { rules.grades[$0].code } ?? "",
      card.vetoes.map { rules.vetoes[$0].code }.joined(separator: " "), card.isComplete ? "1" : "0",
    ]
    let phases = card.phases.map { ["phase", code, $0.code, text($0.score)] }
    let sections = card.sections.map { ["section", code, $0.code, text($0.score)] }
    let entries = card.entries.map { ["entry", code, $0.entry.entry, "\($0.points)", $0.outcome.rawValue] }
    let leaves = zip(rules.leaves, card.leaves).map { leaf, standing in
      ["leaf", code, leaf.code, standing.status.rawValue, text(standing.score), text(standing.measure)]
    }
    return ([head] + phases + sections + entries + leaves).map { $0.joined(separator: " | ") }
  }

  /// nil for what has no score of its own.
  private static func line(_ head: [String], _ outcome: Outcome) -> String? {
    switch outcome {
    case .score(let score): (head + ["scored", "\(score)"]).joined(separator: " | ")
    case .notApplicable: (head + ["not_applicable", ""]).joined(separator: " | ")
    case .measure, .summed, .missing: nil
    }
  }

  private static func text(_ number: Rational?) -> String { number.map { "\($0)" } ?? "" }
}
