import KaoheScoring

/// A scoring sheet (打分表) as it is handed out: a leaf a row for people, an observation a row for a workbook.
public struct SheetReport: Sendable {
  public let sheet: ScoringSheet
  /// Whether what was recorded is left out, for a sheet that is filled in by hand.
  public let isBlank: Bool
  var language: Language
  /// The scoring standard by the leaf's code.
  let standards: [String: Bilingual]
  /// The sections above each leaf, from the top, by the leaf's code.
  let paths: [String: [Section]]

  /// - Parameter standard: the standard of a leaf in words (评分标准).
  public init(_ sheet: ScoringSheet, isBlank: Bool, language: Language, standard: (Leaf) -> Bilingual) {
    self.sheet = sheet
    self.isBlank = isBlank
    self.language = language
    standards = Dictionary(sheet.entries.map { ($0.leaf.code, standard($0.leaf)) }) { first, _ in first }
    paths = sheet.rules.sectionPaths
  }

  var head: ScoringSheet.Head { sheet.head }

  func text(_ chinese: String, en english: String) -> String {
    Bilingual(chinese, en: english).text(in: language)
  }

  /// How a leaf is looked at (考评方式): where its data come from, else how the visit was done.
  func way(of leaf: Leaf) -> String {
    let text = leaf.source ?? head.methods.joined(separator: self.text("、", en: ", "))
    return TerminalText.prose(text)
  }

  /// What a leaf is scored by (评分标准): the rules' original wording, if they quote it, and what is computed.
  func standard(of leaf: Leaf) -> [String] {
    let computed = TerminalText.prose(standards[leaf.code]?.text(in: language) ?? "")
    guard let clause = leaf.clause, !clause.isEmpty else { return [computed] }
    return [TerminalText.prose(clause), text("计分：", en: "Scored: ") + computed]
  }

  /// The points that a leaf got (考评分), or why it has none of its own yet.
  func score(of entry: SheetEntry) -> String {
    let apart: String? =
      if entry.leaf.isPeer {
        text("各地比较", en: "compared")
      } else if entry.leaf.isSummed {
        text("合并计分", en: "summed")
      } else {
        nil
      }
    if isBlank || entry.rows.isEmpty { return apart ?? "" }
    return switch entry.preview.outcome {
    case .score(let score): apart ?? points(score)
    case .measure, .summed: apart ?? ""
    case .notApplicable: text("不适用", en: "n/a")
    case .missing: text("未定", en: "open")
    }
  }

  /// Points as a form has them: a decimal, rounded as the rules round totals, to two places at least. `explain` has the
  /// exact number.
  func points(_ value: Rational) -> String {
    value.rounded(to: max(2, sheet.rules.rounding.totalDecimals), sheet.rules.rounding.mode).plainText
  }

  /// The name of an inspector of the group beside the code; of others the code.
  func name(ofInspector code: String) -> String {
    sheet.inspectors.first { $0.code == code }.map { "\(code) \($0.name)" } ?? code
  }
}

extension RuleSet {
  fileprivate var sectionPaths: [String: [Section]] {
    var paths: [String: [Section]] = [:]
    func walk(_ section: Section, _ above: [Section]) {
      for child in section.children {
        switch child {
        case .section(let inner): walk(inner, above + [section])
        case .leaf(let position): paths[leaves[position].code] = above + [section]
        }
      }
    }
    for section in sections { walk(section, []) }
    return paths
  }
}
