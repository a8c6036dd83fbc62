/// What a leaf comes to in a district's total, after the districts were compared (docs/rules.md, steps 5 to 7).
public struct LeafStanding: Sendable {
  public enum Status: String, Sendable {
    case scored
    case notApplicable = "not_applicable"
    case missing
  }

  public var status: Status
  /// nil where the leaf is taken out, so that others make up for it. A missing leaf counts 0.
  public var score: Rational?
  /// Where the leaf is taken out: whether the whole phase makes up for it, or its top-level section.
  public var rescalesTotal = false
  /// Of a peer leaf that has one.
  public var measure: Rational?
  /// What was done here, after the appraisal's own steps.
  public var steps: [Step] = []

  /// Points lost: points − score, 0 where the leaf is taken out or earned more than its points.
  public func lost(of leaf: Leaf) -> Rational {
    score.map { max(.zero, leaf.points - $0) } ?? .zero
  }
}

extension RuleSet {
  /// Steps 5 and 6 for every leaf of every district of one pool; the result is by district, then by leaf.
  ///
  /// - Parameter explaining: the district whose steps are kept; nil for none.
  func standings(of pool: [Appraisal], explaining: String?) -> [[LeafStanding]] {
    var result = pool.map { _ in
      Array(repeating: LeafStanding(status: .missing, score: .zero), count: leaves.count)
    }
    for position in leaves.indices {
      let column = standings(of: leaves[position], pool.map { $0.leaves[position] }) { district in
        StepLog(explaining == pool[district].participant.code)
      }
      for district in pool.indices { result[district][position] = column[district] }
    }
    return result
  }

  private func standings(
    of leaf: Leaf, _ appraisals: [LeafAppraisal], log makeLog: (Int) -> StepLog
  ) -> [LeafStanding] {
    let measures = appraisals.compactMap { if case .measure(let measure) = $0.outcome { measure } else { nil } }
    let peers = leaf.isPeer ? Peers(measures) : nil
    var logs = appraisals.indices.map(makeLog)
    var scores: [Rational?] = []
    for (district, appraisal) in appraisals.enumerated() {
      let score = leaf.score(appraisal, peers, &logs[district])
      scores.append(score.map { rounded($0, &logs[district]) })
    }
    let scored = scores.compactMap { $0 }
    let mean = leaf.notApplicable == .peerMean && !scored.isEmpty ? scored.mean : nil
    return appraisals.indices.map { district in
      var standing = LeafStanding(status: .scored, score: scores[district])
      switch appraisals[district].outcome {
      case .score, .summed: break
      case .measure(let measure): standing.measure = measure
      case .notApplicable: standing = leaf.notApplicableStanding(peerMean: mean, &logs[district])
      case .missing:
        standing = LeafStanding(status: .missing, score: .zero)
        logs[district].add(.missing, .zero)
      }
      standing.steps = logs[district].steps
      return standing
    }
  }

  private func rounded(_ score: Rational, _ log: inout StepLog) -> Rational {
    guard let decimals = rounding.leafDecimals else { return score }
    let rounded = score.rounded(to: decimals, rounding.mode)
    if rounded != score { log.add(.rounded(decimals: decimals), rounded - score) }
    return rounded
  }
}

extension Leaf {
  fileprivate func score(_ appraisal: LeafAppraisal, _ peers: Peers?, _ log: inout StepLog) -> Rational? {
    switch appraisal.outcome {
    case .score(let score): return score
    case .measure(let value):
      return score(appraisal.measure ?? MeasureText(value: value), among: peers, log: &log).score
    case .summed, .notApplicable, .missing: return nil
    }
  }

  /// A leaf that is not applicable here is not applicable for its district only, so that the mean of all scores is
  /// that of the others.
  fileprivate func notApplicableStanding(peerMean: Rational?, _ log: inout StepLog) -> LeafStanding {
    var standing = LeafStanding(status: .notApplicable, score: nil)
    switch notApplicable {
    case .full: standing.score = points
    case .zero: standing.score = .zero
    case .rescaleSection: break
    case .rescaleTotal: standing.rescalesTotal = true
    case .peerMean: standing.score = peerMean
    }
    log.add(.notApplicable(notApplicable), standing.score ?? .zero)
    return standing
  }
}
