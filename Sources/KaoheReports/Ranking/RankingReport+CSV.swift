import KaoheScoring

extension RankingReport {
  /// One record a district. Every number stands rounded and exact; lists have `;` between.
  func csv(sections withSections: Bool, byCategory: Bool, isForTerminal: Bool = false) -> String {
    var header = ["assessment", "status", "edition", "rank"] + (byCategory ? ["category_rank"] : [])
    header += ["code", "name", "category", "total", "total_exact", "base", "base_exact", "bonus", "bonus_exact"]
    header += ["penalty", "penalty_exact", "grade", "vetoes", "complete", "missing"]
    if withSections { header += sections.flatMap { ["section_\($0.code)", "section_\($0.code)_exact"] } }

    var records: [(category: String, fields: [String])] = []
    for (row, categoryRank) in zip(rows, ranksInCategory) {
      var fields = [assessment, status.rawValue, text(edition), text(row.rank)]
      if byCategory { fields.append(text(categoryRank)) }
      fields += [row.code, row.name, row.category, row.total, row.exactTotal.description]
      fields += [row.base, row.bonus, row.penalty].flatMap { [shown($0), $0.description] }
      fields += [row.grade ?? "", row.vetoes.joined(separator: ";"), row.isComplete ? "yes" : "no"]
      fields.append(row.missing.joined(separator: ";"))
      if withSections { fields += row.sections.flatMap { [$0.map(shown) ?? "", $0?.description ?? ""] } }
      records.append((row.category, fields))
    }
    if byCategory {
      records = categories.flatMap { category in records.filter { $0.category == category } }
    }
    return CSVWriter.text(header: header, rows: records.map(\.fields), isForTerminal: isForTerminal)
  }

  private func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
}
