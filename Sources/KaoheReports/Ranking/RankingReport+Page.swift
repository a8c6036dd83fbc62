import KaoheScoring

extension RankingReport {
  /// The ranking for people: one table, or one for each category; what its columns and gaps mean; its status.
  func page(_ language: Language, sections withSections: Bool, byCategory: Bool) -> Page {
    var page = Page()
    page.parts.append(.title(self.title.isEmpty ? assessment : self.title + language.inParentheses(assessment)))
    // Pools are ranked apart, so one table would show several districts of the same rank.
    if byCategory || pools {
      for category in categories {
        let positions = rows.indices.filter { rows[$0].category == category }
        page.parts.append(.heading(category + language.inParentheses("\(positions.count)")))
        page.parts.append(table(positions, language, withSections, categoryRank: byCategory && !pools))
      }
    } else {
      page.parts.append(table(Array(rows.indices), language, withSections, categoryRank: false))
    }
    if withSections { page.parts.append(.note(legend.text(in: language), .dim)) }
    page.parts += (notes + tieNotes).map { .note($0.text(in: language), nil) }
    if let objectionNote { page.parts.append(.note(objectionNote.text(in: language), .yellow)) }
    page.parts.append(.note(statusLine.text(in: language), status == .provisional ? .yellow : .green))
    if let notice = Notice.text(forRulesTitled: ruleSetTitle) {
      page.parts.append(.note(notice.text(in: language), .yellow))
    }
    return page
  }

  private func table(_ positions: [Int], _ language: Language, _ withSections: Bool, categoryRank: Bool) -> Page.Part {
    let hasGrades = rows.contains { $0.grade != nil }
    var columns = [column("名次", "Rank", .trailing, language, isKey: true)]
    if categoryRank { columns.append(column("类内名次", "In category", .trailing, language)) }
    columns += [column("代码", "Code", .leading, language), column("地区", "District", .leading, language, isKey: true)]
    if !categoryRank, !pools { columns.append(column("类别", "Category", .leading, language)) }
    columns.append(column("总分", "Total", .trailing, language))
    if withSections { columns += sections.map { TableColumn($0.code, .trailing) } }
    columns += [
      column("基础分", "Base", .trailing, language), column("加分", "Bonus", .trailing, language),
      column("减分", "Penalty", .trailing, language),
    ]
    if hasGrades { columns.append(column("等次", "Grade", .leading, language)) }

    let categoryRanks = categoryRank ? ranksInCategory : []
    let cells = positions.map { position in
      let row = rows[position]
      var cells = [text(row.rank)]
      if categoryRank { cells.append(text(categoryRanks[position])) }
      cells += [row.code, row.name]
      if !categoryRank, !pools { cells.append(row.category) }
      cells.append(row.total)
      if withSections { cells += row.sections.map { $0.map(shown) ?? "—" } }
      cells += [row.base, row.bonus, row.penalty].map(shown)
      if hasGrades { cells.append(row.grade ?? "—") }
      return cells
    }
    return .table(columns, cells)
  }

  private func column(
    _ chinese: String, _ english: String, _ alignment: TableColumn.Alignment, _ language: Language, isKey: Bool = false
  ) -> TableColumn {
    TableColumn(Bilingual(chinese, en: english).text(in: language), alignment, isKey: isKey)
  }

  private func text(_ rank: Int?) -> String { rank.map(String.init) ?? "—" }
}
