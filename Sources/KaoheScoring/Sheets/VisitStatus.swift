/// How far a visit (实地督查) has come. Drafts may change and do not count; submitted and confirmed visits count and
/// change only after they were returned; a cancelled one counts nowhere.
public enum VisitStatus: String, Sendable, Hashable, CaseIterable {
  case draft, submitted, confirmed, cancelled

  /// Whether the visit's scores count in a district's total.
  public var counts: Bool { self == .submitted || self == .confirmed }

  public var label: Bilingual {
    switch self {
    case .draft: Bilingual("草稿", en: "draft")
    case .submitted: Bilingual("已提交", en: "submitted")
    case .confirmed: Bilingual("已确认", en: "confirmed")
    case .cancelled: Bilingual("已取消", en: "cancelled")
    }
  }
}
