@testable import KaoheStore

extension ComparedView {
  /// What keeps a ranking from being published. Of what is stale or was never computed nothing is left to ask.
  static let openQuestion = ComparedView(
    "open_question",
    """
    assessment, kind,
    iif(kind IN ('missing_leaf', 'nothing_scored'), district || '/', '') || coalesce(subject, '')
    """
  ) { comparison, _ in
    try comparison.results.flatMap { result in
      try comparison.store.blockersAsQuestions(of: result.code).map { line(result.code, $0) }
    }
  }
}

extension Store {
  /// What `publicationBlockers` names, as `open_question` names it: its kind, and what it is about; in order.
  func blockersAsQuestions(of assessment: String) throws -> [String] {
    let questions = try publicationBlockers(of: assessment).flatMap { blocker -> [String] in
      switch blocker {
      case .openObjections(let codes): codes.map { "open_objection | \($0)" }
      case .unconfirmedVisits(let codes): codes.map { "unconfirmed_visit | \($0)" }
      case .openConflicts(let names):
        names.map { name in
          let parts = name.split(separator: "/", omittingEmptySubsequences: false)
          let isRecord = CopiedTable.named(String(parts[0])) != nil
          return "conflict | " + (isRecord ? name : parts.prefix(2).joined(separator: "/"))
        }
      case .incompleteDistrict(let code, _, let missing):
        missing.isEmpty ? ["nothing_scored | \(code)/"] : missing.map { "missing_leaf | \(code)/\($0)" }
      }
    }
    return Set(questions).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
