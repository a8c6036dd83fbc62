import KaoheScoring

extension DistrictExplanation {
  /// The explanation in one of the formats, ending with a line break.
  ///
  /// - Parameters:
  ///   - language: of the words; keys and column names of JSON and CSV never change.
  ///   - indicator: the code of a leaf, section or phase, to explain only that; check it with `RuleSet.leaves(under:)`.
  ///   - losses: whether the leaves are sorted by points lost, the most first.
  ///   - width: the terminal's columns; nil for a file or a pipe: no line is broken, CSV is exact.
  ///   - color: whether terminal codes set off titles and losses.
  public func rendered(
    as format: OutputFormat, language: Language = .chinese, indicator: String? = nil, losses: Bool = false,
    width: Int? = nil, color: Bool = false
  ) -> String {
    let leaves = leaves(of: indicator, losses: losses)
    return switch format {
    case .json: json(of: leaves, language).pretty() + "\n"
    case .csv: csv(of: leaves, language, isForTerminal: width != nil)
    case .table: page(of: leaves, language, indicator: indicator, losses: losses).text(width: width, color: color)
    case .markdown: page(of: leaves, language, indicator: indicator, losses: losses).markdown
    }
  }
}
