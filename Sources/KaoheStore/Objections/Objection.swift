import KaoheScoring

/// How far an objection has come (申诉、复核).
public enum ObjectionStatus: String, Sendable, CaseIterable {
  case open, upheld, rejected

  public var label: Bilingual {
    switch self {
    case .open: Bilingual("待复核", en: "open")
    case .upheld: Bilingual("成立", en: "upheld")
    case .rejected: Bilingual("不成立", en: "rejected")
    }
  }
}

/// An objection to the score of one leaf at one visit.
public struct Objection: Sendable {
  public var code: String
  public var assessment: String
  public var visit: String
  public var district: String
  public var districtName: String
  public var indicator: String
  public var raisedBy: String
  public var text: String
  public var status: ObjectionStatus
  /// A moment in UTC.
  public var openedAt: String
  public var openedBy: String
  /// nil while it is open.
  public var decision: String?
  public var decidedAt: String?
  public var decidedBy: String?
  /// Codes, those of its decision among them.
  public var evidence: [String]
}

/// An objection that is to be recorded.
public struct NewObjection: Sendable {
  public var visit: String
  public var indicator: String
  public var raisedBy: String
  public var text: String
  /// Codes.
  public var evidence: [String]

  public init(visit: String, indicator: String, raisedBy: String, text: String, evidence: [String] = []) {
    self.visit = visit
    self.indicator = indicator
    self.raisedBy = raisedBy
    self.text = text
    self.evidence = evidence
  }
}

/// What came of an upheld objection: the scores that it changed, before and after.
public struct ObjectionOutcome: Sendable {
  /// A district in a ranking, and one of its leaves.
  public struct Standing: Sendable, Hashable {
    /// Of the leaf; nil where it is taken out.
    public var score: Rational?
    /// As printed.
    public var total: String
    /// nil for a district that is not ranked.
    public var rank: Int?
  }

  public var objection: Objection
  public var leaf: Leaf
  /// nil for a district that takes no part in the ranking.
  public var before: Standing?
  public var after: Standing?
  /// Rows that could not stand beside the correction, and what the leaf lacks at the visit now.
  public var withdrawn: [SheetRow]
  public var gaps: [Bilingual]
}
