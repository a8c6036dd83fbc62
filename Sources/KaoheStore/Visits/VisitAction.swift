import KaoheScoring

/// A step of a visit's life (督查流程): what is done, and from where to where it leads.
public enum VisitAction: String, Sendable, CaseIterable {
  /// The group's leader hands it in · 提交.
  case submit
  /// The office sends it back to be changed · 退回.
  case sendBack = "return"
  /// The office accepts it · 确认.
  case confirm
  /// It is to count nowhere · 取消.
  case cancel

  var from: [VisitStatus] {
    switch self {
    case .submit: [.draft]
    case .sendBack: [.submitted, .confirmed]
    case .confirm: [.submitted]
    case .cancel: [.draft, .submitted]
    }
  }

  public var to: VisitStatus {
    switch self {
    case .submit: .submitted
    case .sendBack: .draft
    case .confirm: .confirmed
    case .cancel: .cancelled
    }
  }

  /// Whether those whom it is done to have to be told why.
  var needsReason: Bool { self == .sendBack || self == .cancel }

  public var label: Bilingual {
    switch self {
    case .submit: Bilingual("提交", en: "submit")
    case .sendBack: Bilingual("退回", en: "return")
    case .confirm: Bilingual("确认", en: "confirm")
    case .cancel: Bilingual("取消", en: "cancel")
    }
  }

  /// After `can't be`.
  var participle: String {
    switch self {
    case .submit: "submitted"
    case .sendBack: "returned"
    case .confirm: "confirmed"
    case .cancel: "cancelled"
    }
  }
}
