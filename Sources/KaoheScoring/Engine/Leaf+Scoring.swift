extension Leaf {
  /// Scores what was recorded: clamp(start + Σ contributions, floor, cap), then what takes a score away
  /// (docs/rules.md, step 2).
  func score(_ tally: Tally, log: inout StepLog) -> Outcome {
    score(tally, hasMeasure ? tally.resolvedMeasure(of: self) : nil, peers: nil, log: &log)
  }

  /// The same for a peer leaf, whose measure is known and which has no items.
  ///
  /// - Parameter peers: the measures of the districts that are compared.
  func score(_ measure: MeasureText, among peers: Peers?, log: inout StepLog) -> Outcome {
    score(Tally(blankFor: self), .value(measure), peers: peers, log: &log)
  }

  private func score(_ tally: Tally, _ resolved: Tally.Resolved?, peers: Peers?, log: inout StepLog) -> Outcome {
    var total = start
    log.add(.start, start)
    if let resolved {
      switch resolved {
      case .absent: return .missing
      case .value(let measure): total += contribution(of: measure, peers, &log)
      case .zeroDenominator:
        switch zeroDenominator {
        case .error: return .missing
        case .notApplicable: return .notApplicable
        case .full, .zero:
          let full = zeroDenominator == .full
          let made = full ? points : .zero
          log.add(.zeroDenominator(full: full), made - total)
          total = made
        }
      }
    }
    for method in methods {
      guard let contribution = contribution(of: method, tally, &log) else { return .missing }
      total += contribution
    }
    return .score(bounded(total, tally, &log))
  }

  private func contribution(of measure: MeasureText, _ peers: Peers?, _ log: inout StepLog) -> Rational {
    var sum = Rational.zero
    for method in methods {
      switch method {
      case .ratio(let ratio): sum += ratio.contribution(measure, points: points, peers, &log)
      case .bands(let bands): sum += bands.contribution(measure, &log)
      case .steps(let steps): sum += steps.contribution(measure, peers, &log)
      case .peerRatio(let method): sum += method.contribution(measure, points: points, peers, &log)
      case .peerRank(let method): sum += method.contribution(measure, peers, &log)
      case .peerRange(let method): sum += method.contribution(measure, points: points, peers, &log)
      case .deduct, .add, .checklist, .levels, .judged: break
      }
    }
    return sum
  }

  /// nil where what the method needs was not recorded.
  private func contribution(of method: Method, _ tally: Tally, _ log: inout StepLog) -> Rational? {
    switch method {
    case .deduct(let deduct): deduct.contribution(items, tally.counts, &log)
    case .add(let add): add.contribution(items, tally.counts, &log)
    case .checklist(let checklist): checklist.contribution(items, tally.counts, &log)
    case .levels(let levels): levels.contribution(tally.levels, points: points, scorers, &log)
    case .judged: judgedContribution(tally.judged, &log)
    case .ratio, .bands, .steps, .peerRatio, .peerRank, .peerRange: .zero
    }
  }

  private func bounded(_ total: Rational, _ tally: Tally, _ log: inout StepLog) -> Rational {
    var score = total
    if score > cap {
      log.add(.cap(cap), cap - score)
      score = cap
    }
    if score < floor {
      log.add(.floor(floor), floor - score)
      score = floor
    }
    let nothing = max(.zero, floor)
    for (position, item) in items.enumerated() {
      guard let zeroAt = item.zeroAt, tally.counts[position] >= Rational(zeroAt), score > nothing else { continue }
      log.add(.zeroAt(item, count: tally.counts[position]), nothing - score)
      score = nothing
    }
    if evidenceRequired, !tally.hasEvidence, score > .zero {
      log.add(.noEvidence, -score)
      score = .zero
    }
    return score
  }
}
