/// n·points, n being the measure's distance from `from` on one side, in steps; 0 on the other side.
public struct Steps: Sendable, Hashable {
  public enum Side: String, Sendable, CaseIterable {
    case below
    case above
  }

  /// What a part of a step counts for.
  public enum Partial: String, Sendable, CaseIterable {
    case drop
    /// 不足1个按1个计.
    case count
    case share
  }

  public var from: Reference
  public var step: Rational
  /// Signed.
  public var points: Rational
  public var side: Side
  public var partial: Partial
  /// Bounds |n·points|.
  public var max: Rational?

  public init(from: Reference, step: Rational, points: Rational, side: Side, partial: Partial, max: Rational?) {
    self.from = from
    self.step = step
    self.points = points
    self.side = side
    self.partial = partial
    self.max = max
  }
}

extension Steps {
  func contribution(_ measure: MeasureText, _ peers: Peers?, _ log: inout StepLog) -> Rational {
    let origin = from.value(peers)
    let distance = side == .below ? origin - measure.value : measure.value - origin
    let count = distance.isNegative ? .zero : partial.count(distance / step)
    let full = count * points
    let limited = max.map { full.magnitude > $0 } ?? false
    let counted = limited ? (full.isNegative ? -(max ?? .zero) : (max ?? .zero)) : full
    log.add(.steps(measure: measure, from: origin, self, count: count, limited: limited), counted)
    return counted
  }
}

extension Steps.Partial {
  func count(_ steps: Rational) -> Rational {
    switch self {
    case .drop: steps.floor
    case .count: steps.ceiling
    case .share: steps
    }
  }
}
