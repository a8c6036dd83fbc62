import KaoheScoring

/// A step of a problem's life (整改流程).
public enum FindingAction: String, Sendable {
  /// It was put right, and there is evidence · 整改.
  case rectify
  /// Somebody looked, and it is · 销号.
  case verify
  /// It is not, after all · 重新整改.
  case reopen

  var from: [FindingStatus] {
    switch self {
    case .rectify: [.open]
    case .verify: [.rectified]
    case .reopen: [.rectified, .verified]
    }
  }

  public var to: FindingStatus {
    switch self {
    case .rectify: .rectified
    case .verify: .verified
    case .reopen: .open
    }
  }

  var label: Bilingual {
    switch self {
    case .rectify: Bilingual("整改", en: "closed")
    case .verify: Bilingual("销号", en: "verified")
    case .reopen: Bilingual("重新打开", en: "reopened")
    }
  }
}

/// What is said of a step.
public struct FindingStep: Sendable {
  public var action: FindingAction
  /// YYYY-MM-DD; nil: today.
  public var date: String?
  /// What was done, or why.
  public var note: String
  /// Codes; needed to rectify.
  public var evidence: [String]

  public init(_ action: FindingAction, date: String? = nil, note: String = "", evidence: [String] = []) {
    self.action = action
    self.date = date
    self.note = note
    self.evidence = evidence
  }
}
