/// +Σ points of the items that are met.
public struct Checklist: Sendable, Hashable {
  /// Positions in the leaf's items.
  public var items: Range<Int>

  public init(items: Range<Int>) {
    self.items = items
  }
}

extension Checklist {
  func contribution(_ all: [Item], _ counts: [Rational], _ log: inout StepLog) -> Rational {
    var sum = Rational.zero
    for position in items {
      let met = !counts[position].isZero
      let points = met ? all[position].points : .zero
      log.add(.checklist(all[position], met: met), points)
      sum += points
    }
    return sum
  }
}
