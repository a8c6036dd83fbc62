import KaoheScoring

/// A rule set as sheets are made from it: which leaves are scored at which subjects.
final class SheetRules {
  let rules: RuleSet
  /// SHA-256 of the rule file, in hexadecimal.
  let contentHash: String
  private let leaves: [String: Leaf]
  private let titles: [Int: [String]]
  private var entriesAt: [Place: [SheetEntry]] = [:]
  private var leavesAt: [Place: Set<String>] = [:]

  private struct Place: Hashable {
    var scope: Scope
    var category: String
  }

  init(_ rules: RuleSet, contentHash: String) {
    self.rules = rules
    self.contentHash = contentHash
    leaves = Dictionary(rules.leaves.map { ($0.code, $0) }) { first, _ in first }
    titles = rules.sectionTitles
  }

  func leaf(_ code: String) -> Leaf? { leaves[code] }

  /// One for each leaf that is scored at such a visit, in the rules' order; without rows.
  func entries(_ fit: VisitFit) -> [SheetEntry] {
    let place = Place(scope: fit.subject.scope, category: fit.category)
    if let entries = entriesAt[place] { return entries }
    let entries = rules.leaves.indices.filter { fit.misfit(of: rules.leaves[$0]) == nil }.map { position in
      SheetEntry(leaf: rules.leaves[position], sections: titles[position] ?? [], rows: [])
    }
    entriesAt[place] = entries
    return entries
  }

  /// Their codes.
  func fittingLeaves(_ fit: VisitFit) -> Set<String> {
    let place = Place(scope: fit.subject.scope, category: fit.category)
    if let leaves = leavesAt[place] { return leaves }
    let leaves = Set(entries(fit).map(\.leaf.code))
    leavesAt[place] = leaves
    return leaves
  }
}
