import KaoheScoring

/// What shows only when a visit is summed with the others of its district (`total`, `pooled`), once it counts.
struct SummingCheck {
  /// The visits that begin to count, or were changed.
  let visits: Set<String>
  private(set) var found: [(visit: String, leaf: Leaf, problem: SummingProblem)] = []

  init(_ visits: [String]) { self.visits = Set(visits) }

  mutating func take(_ records: DistrictRecords, _ rules: RuleSet) {
    for problem in rules.summingProblems(in: records) {
      let leaf = rules.leaves[problem.leaf]
      let subject = records.visits.first { $0.code == problem.visit }?.subject
      // What was wrong before, among other visits, is not this change's doing.
      let involved = records.visits.filter { visit in
        visits.contains(visit.code) && visit.leaves.contains { $0.leaf == problem.leaf }
          && (leaf.aggregate == .pooled || visit.subject == subject)
      }
      if let latest = involved.max(by: { ($0.date, $0.code) < ($1.date, $1.code) }) {
        found.append((latest.code, leaf, problem))
      }
    }
  }

  /// For a change of a visit that counts already.
  var problems: [StoreError] {
    found.map { _, leaf, problem in
      StoreError(
        problem.code,
        Bilingual(
          "\(leaf.code) \(leaf.title)：\(problem.text.chinese)",
          en: "\(leaf.code) \(leaf.title): \(problem.text.english)"))
    }
  }
}
