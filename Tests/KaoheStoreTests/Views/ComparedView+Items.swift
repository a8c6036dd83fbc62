import KaoheScoring

extension ComparedView {
  static let itemScore = ComparedView(
    "item_score",
    "assessment, district, indicator, subject, visit, item, kind, count, points_exact, points_micro, limited"
  ) { result in
    result.countedSteps.map { step in
      line(
        result.code, step.district.code, step.leaf.code, step.subject?.description ?? "", step.visit, step.item.code,
        step.item.kind.rawValue, "\(step.count)", step.points.description, "\(step.points.micro)",
        step.isLimited ? "1" : "0")
    }
  }

  static let deduction = ComparedView(
    "deduction",
    """
    assessment, district, district_name, subject, subject_name, visit, date, inspection_group, group_name, leaf, title,
    item, item_title, count, \(micro("points")), limited, reason, evidence, evidence_titles, stale
    """
  ) { result in
    result.countedSteps.filter { $0.item.kind == .deduct }.map { step in
      let found = step.visits.filter { visit in visit.rows.contains { $0.counts(step.item, of: step.leaf) } }
      let notes = found.flatMap { $0.rows.filter { $0.counts(step.item, of: step.leaf) } }.compactMap(\.provenance)
      let groups = list(found.compactMap { result.names.groupOfVisit[$0.visit] })
      let evidence = list(notes.flatMap(\.evidence))
      return line(
        result.code, step.district.code, step.district.name, step.subject?.description ?? "",
        step.subject.flatMap { result.names.sites[$0] } ?? step.district.name,
        list(found.map(\.visit)).joined(separator: ";"), list(found.map(\.date)).joined(separator: ";"),
        groups.joined(separator: ";"), groups.map { result.names.groups[$0] ?? "" }.joined(separator: ";"),
        step.leaf.code, step.leaf.title, step.item.code, step.item.title, "\(step.count)", "\(step.points.micro)",
        step.isLimited ? "1" : "0", list(notes.map(\.reason)).joined(separator: ";"), evidence.joined(separator: ";"),
        evidence.map { result.names.evidence[$0] ?? "" }.joined(separator: ";"), "0")
    }
  }

  /// Each text once, in SQLite's order.
  private static func list(_ texts: [String]) -> [String] {
    Set(texts).filter { !$0.isEmpty }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// An item that was counted, as the step of an explanation has it.
private struct CountedStep {
  var district: Participant
  var leaf: Leaf
  /// nil where the leaf is pooled over sites.
  var subject: Subject?
  /// Empty where visits are summed before they are scored.
  var visit: String
  var item: Item
  var count: Rational
  var points: Rational
  var isLimited: Bool
  /// Those that were counted together.
  var visits: [VisitAppraisal]
}

extension EngineResult {
  fileprivate var countedSteps: [CountedStep] {
    districts.flatMap { district in
      zip(rules.leaves, district.appraisal.leaves).flatMap { leaf, appraised -> [CountedStep] in
        func counted(
          _ steps: [Step], _ subject: Subject?, at visit: String, _ visits: [VisitAppraisal]
        ) -> [CountedStep] {
          steps.compactMap { step in
            guard case .item(let item, let count, let isLimited) = step.reason else { return nil }
            return CountedStep(
              district: district.participant, leaf: leaf, subject: subject, visit: visit, item: item, count: count,
              points: step.points.magnitude, isLimited: isLimited, visits: visits)
          }
        }
        return counted(appraised.steps, nil, at: "", appraised.subjects.flatMap(\.visits))
          + appraised.subjects.flatMap { subject in
            counted(subject.steps, subject.subject, at: "", subject.visits)
              + subject.visits.flatMap { counted($0.steps, subject.subject, at: $0.visit, [$0]) }
          }
      }
    }
  }
}

extension Observation {
  /// Whether it says that an item was found.
  fileprivate func counts(_ item: Item, of leaf: Leaf) -> Bool {
    if case .count(let position, let count) = value { !count.isZero && leaf.items[position] == item } else { false }
  }
}
