/// +Σ min(points·count, item max), the sum bounded by `max`.
public struct Add: Sendable, Hashable {
  /// Positions in the leaf's items.
  public var items: Range<Int>
  public var max: Rational?

  public init(items: Range<Int>, max: Rational?) {
    self.items = items
    self.max = max
  }
}

extension Add {
  func contribution(_ all: [Item], _ counts: [Rational], _ log: inout StepLog) -> Rational {
    countedPoints(all, items, counts, max: max, sign: .one, &log)
  }
}
