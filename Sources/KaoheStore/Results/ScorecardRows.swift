import KaoheScoring

/// The rows that the comparison of the districts gives of one of them.
struct ScorecardRows {
  private let rules: RuleSet

  init(_ rules: RuleSet) { self.rules = rules }

  func leaves(_ card: Scorecard) -> DerivedRows {
    var rows = DerivedTable.leaves.noRows
    for (leaf, standing) in zip(rules.leaves, card.leaves) {
      rows.add(leaf.code)
      rows.add(standing.status.rawValue)
      rows.add(exact: standing.score)
      rows.add(leaf.points.micro)
      rows.add(exact: standing.score == nil ? nil : standing.lost(of: leaf))
      if let measure = standing.measure {
        rows.add { $0.append(exact: measure) }
      } else {
        rows.addNull()
      }
    }
    return rows
  }

  func sections(_ card: Scorecard) -> DerivedRows {
    var rows = DerivedTable.sections.noRows
    for section in card.sections {
      rows.add(section.code)
      rows.add(exact: section.points)
      rows.add(exact: section.score)
    }
    return rows
  }

  func phases(_ card: Scorecard) -> DerivedRows {
    var rows = DerivedTable.phases.noRows
    for phase in card.phases {
      rows.add(phase.code)
      rows.add(exact: phase.points)
      rows.add(exact: phase.score)
    }
    return rows
  }

  func entries(_ card: Scorecard) -> DerivedRows {
    var rows = DerivedTable.entries.noRows
    for entry in card.entries {
      rows.add(entry.entry.entry)
      rows.add(exact: entry.points)
      rows.add(entry.outcome.rawValue)
    }
    return rows
  }

  /// - Parameter position: in the ranking, from 1.
  func district(_ card: Scorecard, position: Int) -> DerivedRows {
    var rows = DerivedTable.districts.noRows
    rows.add(Int64(position))
    rows.add(orNull: card.rank.map(Int64.init))
    rows.add(card.rank == nil ? 0 : 1)
    rows.add(card.total.text(decimals: rules.rounding.totalDecimals))
    rows.add(exact: card.exactTotal)
    rows.add(exact: card.base)
    rows.add(exact: card.bonus)
    rows.add(exact: card.penalty)
    rows.add(orNull: card.grade.map { rules.grades[$0].code })
    rows.add(card.vetoes.map { rules.vetoes[$0].code }.joined(separator: " "))
    rows.add(card.isComplete ? 1 : 0)
    rows.add(rules.code)
    return rows
  }
}
