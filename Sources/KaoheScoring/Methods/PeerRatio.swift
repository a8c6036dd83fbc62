/// 按第1名的比例得分: points · measure/best (higher is better) or points · best/measure (lower is better).
public struct PeerRatio: Sendable, Hashable {
  public var better: Better

  public init(better: Better) {
    self.better = better
  }
}

extension PeerRatio {
  func contribution(_ measure: MeasureText, points: Rational, _ peers: Peers?, _ log: inout StepLog) -> Rational {
    let best = peers?.best(better) ?? measure.value
    let share: Rational
    switch better {
    case .higher: share = best.isZero ? .zero : measure.value / best
    case .lower: share = measure.value.isZero ? .one : best / measure.value
    }
    log.add(.peerRatio(measure: measure, best: best, better), points * share)
    return points * share
  }
}
