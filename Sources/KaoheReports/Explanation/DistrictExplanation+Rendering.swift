import KaoheScoring

extension DistrictExplanation {
  /// The explanation in one of the formats, ending with a line break.
  ///
  /// - Parameters:
  ///   - language: of the words; keys and column names of JSON and CSV never change.
  ///   - indicator: the code of a leaf, section or phase, to explain only that; check it with `RuleSet.leaves(under:)`.
  ///   - losses: whether the leaves are sorted by points lost, the most first.
  ///   - width: the terminal's columns; nil: no line is broken.
  ///   - color: whether terminal codes set off titles and losses.
  public func rendered(
    as format: OutputFormat, language: Language = .chinese, indicator: String? = nil, losses: Bool = false,
    width: Int? = nil, color: Bool = false
  ) -> String {
    let leaves = leaves(of: indicator, losses: losses)
    return switch format {
    case .json: json(of: leaves, language).pretty() + "\n"
    case .csv: csv(of: leaves, language)
    case .table: page(of: leaves, language, indicator: indicator, losses: losses).text(width: width, color: color)
    case .markdown: page(of: leaves, language, indicator: indicator, losses: losses).markdown
    }
  }
}
