/// points · measure/target; 0 where the target is the peers' mean and that is 0.
public struct Ratio: Sendable, Hashable {
  public var target: Reference
  /// Whether more than the target earns more than the points.
  public var uncapped: Bool

  public init(target: Reference, uncapped: Bool) {
    self.target = target
    self.uncapped = uncapped
  }
}

extension Ratio {
  func contribution(_ measure: MeasureText, points: Rational, _ peers: Peers?, _ log: inout StepLog) -> Rational {
    let target = target.value(peers)
    let full = target.isZero ? .zero : points * measure.value / target
    let counted = uncapped ? full : min(full, points)
    log.add(
      .ratio(measure: measure, target: target, targetIsPeerMean: self.target == .peerMean, capped: counted < full),
      counted)
    return counted
  }
}
