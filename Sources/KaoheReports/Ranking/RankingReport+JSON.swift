import KaoheScoring

extension RankingReport {
  /// The JSON that docs/commands.md describes; by category, each district also has `category_rank`.
  public func json(byCategory: Bool = false) -> JSON {
    let categoryRanks = byCategory ? ranksInCategory : []
    let points = sections.map { JSON.string($0.points.plainText) }
    return [
      "assessment": .string(assessment),
      "rule_set": .string(ruleSet),
      "status": .string(status.rawValue),
      "edition": JSON(edition),
      "decimals": .integer(decimals),
      "ranking": .array(
        rows.enumerated().map { position, row in
          byCategory
            ? json(of: row, points).adding(["category_rank": JSON(categoryRanks[position])]) : json(of: row, points)
        }),
    ]
  }

  /// - Parameter points: what each section is worth.
  private func json(of row: Row, _ points: [JSON]) -> JSON {
    [
      "rank": JSON(row.rank),
      "code": .string(row.code),
      "name": .string(row.name),
      "category": .string(row.category),
      "total": .string(row.total),
      "total_exact": .string(row.exactTotal.description),
      "base_exact": .string(row.base.description),
      "bonus_exact": .string(row.bonus.description),
      "penalty_exact": .string(row.penalty.description),
      "grade": JSON(row.grade),
      "vetoes": .array(row.vetoes.map(JSON.string)),
      "complete": .bool(row.isComplete),
      "missing": .array(row.missing.map(JSON.string)),
      "sections": .object(
        zip(sections.indices, row.sections).map { section, score in
          JSON.Member(
            sections[section].code, ["points": points[section], "score_exact": JSON(score?.description)])
        }),
    ]
  }
}
