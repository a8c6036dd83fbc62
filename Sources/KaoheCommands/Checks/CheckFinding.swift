import KaoheScoring
import KaoheStore

/// One thing that a check found.
struct CheckFinding {
  enum Kind: Hashable {
    case fault(DatabaseFault.Kind)
    case duplicate, blocker

    /// In the order in which they are listed.
    static let all = DatabaseFault.Kind.allCases.map(Kind.fault) + [.duplicate, .blocker]

    /// As programs read it.
    var name: String {
      switch self {
      case .fault(let kind): kind.rawValue
      case .duplicate: "duplicate"
      case .blocker: "blocker"
      }
    }

    var label: Bilingual {
      switch self {
      case .fault(let kind): kind.label
      case .duplicate: Bilingual("疑似重复扣分", en: "possible duplicate")
      case .blocker: Bilingual("妨碍发布", en: "blocks publication")
      }
    }

    /// What to do.
    var remedy: Bilingual {
      switch self {
      case .fault(let kind): kind.remedy
      case .duplicate:
        Bilingual("请人判断，确属同一件事的更正其中一处", en: "a person has to judge; correct one of the two if they are of one incident")
      case .blocker: Bilingual("处理完才能发布", en: "to be done before the ranking is published")
      }
    }
  }

  var kind: Kind
  var assessment: String
  /// The record, where it is not of two places.
  var place = ""
  /// Both places of what may be deducted twice; nil for anything else.
  var duplicate: DuplicateDeduction?
  var why: Bilingual
}

extension Store {
  /// What does not hold in the database itself.
  func faultFindings(in assessment: String?) throws -> [CheckFinding] {
    try databaseFaults(in: assessment).map {
      CheckFinding(kind: .fault($0.kind), assessment: $0.assessment, place: $0.place, why: $0.why)
    }
  }

  /// What may be deducted twice, and what keeps each assessment from being published.
  func recordFindings(in assessment: String?) throws -> [CheckFinding] {
    let duplicates = try duplicateDeductions(in: assessment).map { duplicate in
      CheckFinding(
        kind: .duplicate, assessment: duplicate.first.assessment, duplicate: duplicate, why: duplicate.link.text)
    }
    let blockers = try (assessment.map { [$0] } ?? assessments()).flatMap { code in
      try publicationBlockers(of: code).map { CheckFinding(kind: .blocker, assessment: code, why: $0.text) }
    }
    return duplicates + blockers
  }
}

extension DuplicateDeduction.Place {
  /// What a program reads of a place. An entry of penalty stands where a visit would, and has no group.
  static let fields = ["visit", "group", "indicator", "item", "count", "date", "reason"]

  var texts: [String] { [record, group ?? "", indicator, item, count, date, reason] }

  /// `V17 C2.1 技能培训 C2.1-1 ×2 2022-09-01 G1: reason`.
  func text(_ language: Language) -> String {
    let place = [record, indicator, title, item].filter { !$0.isEmpty }.joined(separator: " ")
    let head = "\(place) ×\(count) \(date)" + (group.map { " \($0)" } ?? "")
    return head + (language == .chinese ? "：" : ": ") + reason
  }
}
