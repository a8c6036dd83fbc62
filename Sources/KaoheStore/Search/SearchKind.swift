import KaoheScoring

/// The kinds of text that a search looks through.
public enum SearchKind: String, Sendable, CaseIterable {
  /// 理由: why something was recorded, corrected, decided.
  case reason
  /// 问题: what visits found, and what has to be done.
  case finding
  /// 台账: what the register of evidence says.
  case evidence
  /// 条款: the texts of the rule sets.
  case clause
  /// 监测: tasks, publicity, surveys.
  case monitoring
  /// 名册: names of districts, parks, enterprises, groups, inspectors.
  case roster

  public var label: Bilingual {
    switch self {
    case .reason: Bilingual("理由", en: "reasons")
    case .finding: Bilingual("问题", en: "findings")
    case .evidence: Bilingual("台账", en: "evidence")
    case .clause: Bilingual("条款", en: "clauses")
    case .monitoring: Bilingual("监测", en: "monitoring")
    case .roster: Bilingual("名册", en: "roster")
    }
  }
}
