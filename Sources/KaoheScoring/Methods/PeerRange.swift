/// 功效系数法: points · (base + (1 − base)·(x − worst)/(best − worst)); best = worst: points.
public struct PeerRange: Sendable, Hashable {
  public var better: Better
  /// A share of the points.
  public var base: Rational

  public init(better: Better, base: Rational) {
    self.better = better
    self.base = base
  }
}

extension PeerRange {
  func contribution(_ measure: MeasureText, points: Rational, _ peers: Peers?, _ log: inout StepLog) -> Rational {
    let best = peers?.best(better) ?? measure.value
    let worst = peers?.worst(better) ?? measure.value
    let share = best == worst ? .one : base + (.one - base) * (measure.value - worst) / (best - worst)
    log.add(.peerRange(measure: measure, best: best, worst: worst, base: base), points * share)
    return points * share
  }
}
