import KaoheScoring

extension RankingReport {
  /// The ranking in one of the formats, ending with a line break.
  ///
  /// - Parameters:
  ///   - language: of titles and notes; keys and column names of JSON and CSV never change.
  ///   - sections: a column for each top-level section. JSON always has them.
  ///   - byCategory: a block for each district category, with the rank within it.
  ///   - width: the terminal's columns; nil for a file or a pipe: no line is broken, CSV is exact.
  ///   - color: whether terminal codes set off titles and the status.
  public func rendered(
    as format: OutputFormat, language: Language = .chinese, sections: Bool = false, byCategory: Bool = false,
    width: Int? = nil, color: Bool = false
  ) -> String {
    switch format {
    case .json: json(byCategory: byCategory).pretty() + "\n"
    case .csv: csv(sections: sections, byCategory: byCategory, isForTerminal: width != nil)
    case .table:
      page(language, sections: sections, byCategory: byCategory).text(width: width, color: color)
    case .markdown: page(language, sections: sections, byCategory: byCategory).markdown
    }
  }

  /// By row: its rank among those of its category; nil for a district that is not ranked.
  var ranksInCategory: [Int?] {
    var first: [String: [Int: Int]] = [:]
    var counts: [String: Int] = [:]
    for row in rows.sorted(by: { ($0.rank ?? .max) < ($1.rank ?? .max) }) {
      guard let rank = row.rank else { continue }
      counts[row.category, default: 0] += 1
      if first[row.category]?[rank] == nil { first[row.category, default: [:]][rank] = counts[row.category] }
    }
    return rows.map { row in row.rank.flatMap { first[row.category]?[$0] } }
  }

  /// The categories in the order in which they first appear.
  var categories: [String] {
    var seen: Set<String> = []
    return rows.map(\.category).filter { seen.insert($0).inserted }
  }

  /// How many decimals values beside the total are shown with.
  var shownDecimals: Int { max(decimals, 2) }

  func shown(_ value: ResultNumber) -> String { value.text(decimals: shownDecimals, rounding) }
}
