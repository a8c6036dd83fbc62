extension Leaf {
  /// Step 4: a district's outcome from the subjects at which the leaf was observed.
  ///
  /// - Parameter sites: how many sites of the leaf's scope the district has; 1 for scope district.
  func appraise(_ observed: [SubjectVisits], sites: Int, explaining: Bool) -> LeafAppraisal {
    if sites == 0 { return LeafAppraisal(outcome: .notApplicable) }
    var result = appraiseSound(observed, sites: sites, explaining: explaining)
    for visit in observed.flatMap(\.visits) {
      guard let flaw = visit.flaw else { continue }
      result.outcome = .missing
      result.measure = nil
      result.steps = explaining ? [Step(.flawed(flaw, visit: visit.code), points: .zero)] : []
      result.items = []
    }
    return result
  }

  private func appraiseSound(_ observed: [SubjectVisits], sites: Int, explaining: Bool) -> LeafAppraisal {
    if aggregate == .pooled { return appraisePooled(observed, sites: sites, explaining: explaining) }
    let subjects = observed.map { appraise($0, explaining: explaining) }
    var result = LeafAppraisal(outcome: .missing, subjects: subjects.map(\.appraisal))
    let seen = subjects.filter { $0.appraisal.outcome != .missing }
    guard !seen.isEmpty, seen.count >= min(minSites, sites) else { return result }
    if scope == .district {
      result.outcome = seen[0].appraisal.outcome
      result.measure = seen[0].measure
      if explaining, let score = result.outcome.score {
        result.steps = [Step(.combinedSites(aggregate, count: 1), points: score)]
      }
      return result
    }
    let scores = seen.compactMap(\.appraisal.outcome.score)
    guard !scores.isEmpty else {
      result.outcome = .notApplicable
      return result
    }
    let score = aggregate.combine(scores)
    result.outcome = .score(score)
    if explaining { result.steps = [Step(.combinedSites(aggregate, count: scores.count), points: score)] }
    return result
  }

  /// `pooled`: everything recorded at all counting visits is summed, then scored once.
  private func appraisePooled(_ observed: [SubjectVisits], sites: Int, explaining: Bool) -> LeafAppraisal {
    var tallies: [Tally] = []
    var result = LeafAppraisal(outcome: .missing)
    var applicableSubjects = 0
    for subject in observed {
      let visits = subject.visits.map { visit in
        (visit, Tally(visit.rows, of: self))
      }
      let applicable = visits.compactMap(\.1)
      tallies += applicable
      applicableSubjects += applicable.isEmpty ? 0 : 1
      result.subjects.append(
        SubjectAppraisal(
          subject: subject.subject, outcome: applicable.isEmpty ? .notApplicable : .summed,
          visits: visits.map { visit, tally in
            visit.appraisal(tally == nil ? .notApplicable : .summed, explaining: explaining)
          }))
    }
    guard observed.count >= max(1, min(minSites, sites)) else { return result }
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

  /// Step 3: a subject's outcome from its visits.
  private func appraise(_ subject: SubjectVisits, explaining: Bool) -> (
    appraisal: SubjectAppraisal, measure: MeasureText?
  ) {
    if `repeat` == .total { return appraiseTotal(subject, explaining: explaining) }
    var result = SubjectAppraisal(subject: subject.subject, outcome: .missing, visits: [])
    var found: [Rational] = []
    var measure: MeasureText?
    var isObserved = false
    for visit in subject.visits {
      var log = StepLog(explaining)
      var outcome = Outcome.notApplicable
      if visit.flaw != nil {
        outcome = .missing
      } else if let tally = Tally(visit.rows, of: self) {
        (outcome, measure) = measuredOrScored(tally, &log)
      }
      switch outcome {
      case .score(let value), .measure(let value): found.append(value)
      case .notApplicable, .summed, .missing: break
      }
      isObserved = isObserved || outcome != .missing
      result.visits.append(visit.appraisal(outcome, log, explaining: explaining))
    }
    guard let combined = `repeat`.combine(found) else {
      result.outcome = isObserved ? .notApplicable : .missing
      return (result, nil)
    }
    result.outcome = isPeer ? .measure(combined) : .score(combined)
    if explaining, !isPeer {
      result.steps = [Step(.combinedVisits(`repeat`, count: found.count), points: combined)]
    }
    return (result, found.count == 1 && measure?.value == combined ? measure : MeasureText(value: combined))
  }

  /// `total`: what the visits recorded is summed, then scored once.
  private func appraiseTotal(
    _ subject: SubjectVisits, explaining: Bool
  ) -> (appraisal: SubjectAppraisal, measure: MeasureText?) {
    let tallies = subject.visits.map { Tally($0.rows, of: self) }
    var result = SubjectAppraisal(
      subject: subject.subject, outcome: .notApplicable,
      visits: zip(subject.visits, tallies).map { visit, tally in
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
    guard let tally = Tally(rows, of: self) else { return (.notApplicable, []) }
    var log = StepLog(true)
    let (outcome, _) = measuredOrScored(tally, &log)
    return (outcome, log.steps(of: outcome))
  }

  /// The score of what was recorded; for a peer leaf its measure, since it is scored among its peers.
  private func measuredOrScored(_ tally: Tally, _ log: inout StepLog) -> (Outcome, MeasureText?) {
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
    _ outcome: Outcome, _ log: StepLog = StepLog(false), explaining: Bool
  ) -> VisitAppraisal {
    VisitAppraisal(
      visit: code, date: date, outcome: outcome, steps: log.steps(of: outcome), items: log.items(of: outcome),
      rows: explaining ? rows : [])
  }
}

extension Repeat {
  /// How the visits' scores, or measures, combine; they are in the order of their dates. nil where there is none.
  func combine(_ values: [Rational]) -> Rational? {
    guard let latest = values.last else { return nil }
    switch self {
    case .mean: return values.mean
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
