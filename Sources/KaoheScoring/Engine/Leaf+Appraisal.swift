extension Leaf {
  /// Step 4: a district's outcome from the visits at which the leaf was observed, by subject.
  ///
  /// - Parameter sites: how many sites of the leaf's scope the district has; 1 for scope district.
  func appraise(_ observed: [VisitRows], sites: Int, explaining: Bool) -> LeafAppraisal {
    if sites == 0 { return LeafAppraisal(outcome: .notApplicable) }
    var result =
      aggregate == .pooled
      ? appraisePooled(observed, sites: sites, explaining: explaining)
      : appraiseSubjects(observed, sites: sites, explaining: explaining)
    for position in observed.indices {
      guard let flaw = observed[position].flaw else { continue }
      result.outcome = .missing
      result.measure = nil
      result.steps = explaining ? [Step(.flawed(flaw, visit: observed[position].code), points: .zero)] : []
      result.items = []
    }
    return result
  }

  private func appraiseSubjects(_ observed: [VisitRows], sites: Int, explaining: Bool) -> LeafAppraisal {
    var result = LeafAppraisal(outcome: .missing)
    var seen = 0
    var scores: [Rational] = []
    var workspace = Workspace(tally: Tally(blankFor: self))
    result.subjects.reserveCapacity(min(sites, observed.count))
    var rest = observed[...]
    while let visits = rest.popSubject() {
      let (subject, measure) =
        `repeat` == .total
        ? appraiseTotal(visits, explaining: explaining) : appraise(visits, &workspace, explaining: explaining)
      result.subjects.append(subject)
      if subject.outcome == .missing { continue }
      seen += 1
      if let score = subject.outcome.score { scores.append(score) }
      // A district has one subject: itself.
      if scope == .district, seen == 1 { (result.outcome, result.measure) = (subject.outcome, measure) }
    }
    guard seen > 0, seen >= min(minSites, sites) else {
      result.outcome = .missing
      result.measure = nil
      return result
    }
    if scope != .district { result.outcome = scores.isEmpty ? .notApplicable : .score(aggregate.combine(scores)) }
    if explaining, let score = result.outcome.score {
      result.steps = [Step(.combinedSites(aggregate, count: scores.count), points: score)]
    }
    return result
  }

  /// `pooled`: everything recorded at all counting visits is summed, then scored once.
  private func appraisePooled(_ observed: [VisitRows], sites: Int, explaining: Bool) -> LeafAppraisal {
    var tallies: [Tally] = []
    var result = LeafAppraisal(outcome: .missing)
    var applicableSubjects = 0
    var rest = observed[...]
    while let visits = rest.popSubject() {
      let before = tallies.count
      let appraised = visits.map { visit in
        let tally = visit.tally(of: self)
        if let tally { tallies.append(tally) }
        return visit.appraisal(tally == nil ? .notApplicable : .summed, explaining: explaining)
      }
      let isApplicable = tallies.count > before
      applicableSubjects += isApplicable ? 1 : 0
      result.subjects.append(
        SubjectAppraisal(
          subject: visits[visits.startIndex].subject, outcome: isApplicable ? .summed : .notApplicable,
          visits: appraised))
    }
    guard result.subjects.count >= max(1, min(minSites, sites)) else { return result }
    guard let sum = Tally(summing: tallies, of: self) else {
      result.outcome = .notApplicable
      return result
    }
    var log = StepLog(explaining)
    log.add(.summed(visits: tallies.count, subjects: applicableSubjects), .zero)
    (result.outcome, result.measure) = measuredOrScored(sum, &log)
    result.steps = log.steps(of: result.outcome)
    result.items = log.items(of: result.outcome)
    return result
  }

  /// What is used for one visit, or one subject, after the other.
  private struct Workspace {
    var tally: Tally
    /// Scores, or measures, of a subject's visits.
    var found: [Rational] = []
  }

  /// Step 3: a subject's outcome from its visits.
  private func appraise(
    _ visits: ArraySlice<VisitRows>, _ workspace: inout Workspace, explaining: Bool
  ) -> (subject: SubjectAppraisal, measure: MeasureText?) {
    var result = SubjectAppraisal(subject: visits[visits.startIndex].subject, outcome: .missing, visits: [])
    result.visits.reserveCapacity(visits.count)
    workspace.found.removeAll(keepingCapacity: true)
    var measure: MeasureText?
    var isObserved = false
    for position in visits.indices {
      var log = StepLog(explaining)
      var outcome = Outcome.notApplicable
      var items: [CountedItem]?
      if visits[position].flaw != nil {
        outcome = .missing
      } else if !explaining, let finding = visits[position].finding {
        (outcome, items) = (finding.outcome, finding.items)
        if finding.isApplicable { measure = finding.measure }
      } else if workspace.tally.take(visits[position].rows, of: self) {
        (outcome, measure) = measuredOrScored(workspace.tally, &log)
      }
      switch outcome {
      case .score(let value), .measure(let value): workspace.found.append(value)
      case .notApplicable, .summed, .missing: break
      }
      isObserved = isObserved || outcome != .missing
      result.visits.append(visits[position].appraisal(outcome, log, items: items, explaining: explaining))
    }
    guard let combined = `repeat`.combine(workspace.found) else {
      result.outcome = isObserved ? .notApplicable : .missing
      return (result, nil)
    }
    result.outcome = isPeer ? .measure(combined) : .score(combined)
    if explaining, !isPeer {
      result.steps = [Step(.combinedVisits(`repeat`, count: workspace.found.count), points: combined)]
    }
    return (result, workspace.found.count == 1 && measure?.value == combined ? measure : MeasureText(value: combined))
  }

  /// `total`: what the visits recorded is summed, then scored once.
  private func appraiseTotal(
    _ visits: ArraySlice<VisitRows>, explaining: Bool
  ) -> (subject: SubjectAppraisal, measure: MeasureText?) {
    let tallies = visits.map { $0.tally(of: self) }
    var result = SubjectAppraisal(
      subject: visits[visits.startIndex].subject, outcome: .notApplicable,
      visits: zip(visits, tallies).map { visit, tally in
        visit.appraisal(tally == nil ? .notApplicable : .summed, explaining: explaining)
      })
    let applicable = tallies.compactMap { $0 }
    guard let sum = Tally(summing: applicable, of: self) else { return (result, nil) }
    var log = StepLog(explaining)
    log.add(.summed(visits: applicable.count, subjects: 1), .zero)
    let measure: MeasureText?
    (result.outcome, measure) = measuredOrScored(sum, &log)
    result.steps = log.steps(of: result.outcome)
    result.items = log.items(of: result.outcome)
    return (result, measure)
  }

  /// What the rows of one visit come to on their own, and the steps that lead there.
  func outcome(of rows: [Observation]) -> (outcome: Outcome, steps: [Step]) {
    guard let tally = Tally(rows[...], of: self) else { return (.notApplicable, []) }
    var log = StepLog(true)
    let (outcome, _) = measuredOrScored(tally, &log)
    return (outcome, log.steps(of: outcome))
  }

  /// The score of what was recorded; for a peer leaf its measure, since it is scored among its peers.
  func measuredOrScored(_ tally: Tally, _ log: inout StepLog) -> (Outcome, MeasureText?) {
    guard isPeer else { return (score(tally, log: &log), nil) }
    switch tally.resolvedMeasure(of: self) {
    case .absent: return (.missing, nil)
    case .zeroDenominator: return (zeroDenominator == .notApplicable ? .notApplicable : .missing, nil)
    case .value(let measure): return (.measure(measure.value), measure)
    }
  }
}

extension VisitRows {
  fileprivate func appraisal(
    _ outcome: Outcome, _ log: StepLog = StepLog(false), items: [CountedItem]? = nil, explaining: Bool
  ) -> VisitAppraisal {
    VisitAppraisal(
      visit: code, date: date, outcome: outcome, steps: log.steps(of: outcome),
      items: items ?? log.items(of: outcome), rows: explaining ? Array(rows) : [])
  }

  /// nil where the leaf does not apply.
  fileprivate func tally(of leaf: Leaf) -> Tally? {
    if let finding { finding.tally } else { Tally(rows, of: leaf) }
  }
}

extension Repeat {
  /// How the visits' scores, or measures, combine; they are in the order of their dates. nil where there is none.
  func combine(_ values: [Rational]) -> Rational? {
    guard let latest = values.last else { return nil }
    switch self {
    case .mean: return values.count == 1 ? latest : values.mean
    case .max: return values.max()
    case .min: return values.min()
    case .latest, .total: return latest
    }
  }
}

extension Aggregate {
  /// - Precondition: there is a score.
  func combine(_ scores: [Rational]) -> Rational {
    switch self {
    case .mean, .pooled: scores.mean
    case .median: scores.median
    case .min: scores.reduce(scores[0], Swift.min)
    case .trimmedMean: scores.trimmedMean
    }
  }
}
