import KaoheScoring

@testable import KaoheStore

extension ComparedView {
  static let districtRanking = ComparedView(
    "district_ranking",
    """
    assessment, code, name, category, rank, \(micro("total")), \(micro("base")), \(micro("bonus")), \(micro("penalty")),
    grade, status, stale, vetoes
    """
  ) { result in
    result.districts.map { district in
      let card = district.card
      return line(
        result.code, district.participant.code, district.participant.name, district.participant.category,
        card.rank.text, "\(card.total.micro)", "\(card.base.micro)", "\(card.bonus.micro)", "\(card.penalty.micro)",
        result.grade(of: card), result.status.rawValue, "0",
        card.vetoes.map { result.rules.vetoes[$0].code }.joined(separator: " "))
    }
  }

  static let leafScore = ComparedView(
    "leaf_score",
    """
    assessment, district, district_name, leaf, title, section, section_title, \(micro("points")), \(micro("score")),
    \(micro("lost")), status, row_number() OVER (PARTITION BY assessment, district ORDER BY position), stale
    """
  ) { result in
    var sectionOf: [Int: Section] = [:]
    for section in result.rules.sections { for leaf in section.leaves { sectionOf[leaf] = section } }
    return result.districts.flatMap { district in
      zip(result.rules.leaves, district.card.leaves).enumerated().map { position, pair in
        let (leaf, standing) = pair
        return line(
          result.code, district.participant.code, district.participant.name, leaf.code, leaf.title,
          sectionOf[position]?.code ?? "", sectionOf[position]?.title ?? "", "\(leaf.points.micro)",
          (standing.score?.micro).text, standing.score == nil ? "" : "\(standing.lost(of: leaf).micro)",
          standing.status.rawValue, "\(position + 1)", "0")
      }
    }
  }

  /// The rankings of two assessments, side by side.
  static let yearOverYear = ComparedView(
    "year_over_year",
    """
    assessment, previous, district, name, category, \(micro("total")), \(micro("previous_total")), \(micro("change")), rank,
    previous_rank, rank_change, grade, previous_grade, stale
    """
  ) { comparison, _ in
    comparison.results.flatMap { result in
      let previous = comparison.results.filter { $0.year < result.year }.newest
      return result.districts.map { district in
        let (participant, card) = (district.participant, district.card)
        let before = previous?.districts.first { $0.participant.code == participant.code }?.card
        let isSameList =
          result.assessment.pools == previous?.assessment.pools
          && (!result.assessment.pools || before?.participant.category == participant.category)
        let ranks = before?.rank.flatMap { before in card.rank.flatMap { isSameList ? before - $0 : nil } }
        return line(
          result.code, previous?.code ?? "", participant.code, participant.name, participant.category,
          "\(card.total.micro)", (before?.total.micro).text, (before.map { (card.total - $0.total).micro }).text,
          card.rank.text, (before?.rank).text, ranks.text, result.grade(of: card),
          before.flatMap { previous?.grade(of: $0) } ?? "", "0")
      }
    }
  }

  static let newestAssessment = ComparedView("newest_assessment", "assessment, title, year") { comparison, _ in
    comparison.results.newest.map { [line($0.code, $0.assessment.title, "\($0.year)")] } ?? []
  }
}

extension [EngineResult] {
  /// The last by year, then by code as SQLite compares it.
  fileprivate var newest: EngineResult? {
    self.max { one, other in
      one.year == other.year ? one.code.utf8.lexicographicallyPrecedes(other.code.utf8) : one.year < other.year
    }
  }
}

extension EngineResult {
  fileprivate func grade(of card: Scorecard) -> String { card.grade.map { rules.grades[$0].code } ?? "" }
}

extension Optional where Wrapped: BinaryInteger {
  fileprivate var text: String { map { "\($0)" } ?? "" }
}
