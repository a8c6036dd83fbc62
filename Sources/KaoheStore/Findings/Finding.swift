import KaoheScoring

/// What a visit found (问题、亮点、创新).
public enum FindingKind: String, Sendable, CaseIterable {
  case problem, highlight, innovation

  public var label: Bilingual {
    switch self {
    case .problem: Bilingual("问题", en: "problem")
    case .highlight: Bilingual("亮点", en: "highlight")
    case .innovation: Bilingual("创新", en: "innovation")
    }
  }
}

/// How far a problem has come. Highlights and innovations have no such life; they are stored as verified.
public enum FindingStatus: String, Sendable, CaseIterable {
  case open, rectified, verified

  public var label: Bilingual {
    switch self {
    case .open: Bilingual("未整改", en: "open")
    case .rectified: Bilingual("已整改", en: "rectified")
    case .verified: Bilingual("已销号", en: "verified")
    }
  }
}

/// A finding that is to be recorded.
public struct NewFinding: Sendable {
  public var visit: String
  public var kind: FindingKind
  public var text: String
  /// A section or leaf.
  public var indicator: String?
  /// What has to be done, by when (YYYY-MM-DD), and by whom.
  public var requirement: String?
  public var due: String?
  public var responsible: String?
  /// Codes.
  public var evidence: [String]
  /// nil: it is numbered.
  public var code: String?

  public init(
    visit: String, kind: FindingKind, text: String, indicator: String? = nil, requirement: String? = nil,
    due: String? = nil, responsible: String? = nil, evidence: [String] = [], code: String? = nil
  ) {
    self.visit = visit
    self.kind = kind
    self.text = text
    self.indicator = indicator
    self.requirement = requirement
    self.due = due
    self.responsible = responsible
    self.evidence = evidence
    self.code = code
  }
}

extension NewFinding {
  /// The same with every text in NFC, as imports store it, and what is blank left out.
  var composed: NewFinding {
    func stated(_ text: String?) -> String? { text.flatMap { $0.isBlank ? nil : $0.composed } }
    return NewFinding(
      visit: visit.composed, kind: kind, text: text.composed, indicator: stated(indicator),
      requirement: stated(requirement), due: stated(due), responsible: stated(responsible),
      evidence: evidence.map(\.composed).eachOnce, code: code?.composed)
  }
}
