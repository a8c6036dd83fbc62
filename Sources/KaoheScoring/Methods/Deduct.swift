/// −Σ min(points·count, item max), the sum bounded by `max`.
public struct Deduct: Sendable, Hashable {
  /// Positions in the leaf's items.
  public var items: Range<Int>
  public var max: Rational?

  public init(items: Range<Int>, max: Rational?) {
    self.items = items
    self.max = max
  }
}

extension Deduct {
  func contribution(_ all: [Item], _ counts: [Rational], _ log: inout StepLog) -> Rational {
    -countedPoints(all, items, counts, max: max, sign: Rational(-1), &log)
  }
}

/// Σ min(points·count, item max), bounded by `max`. Shared by `deduct` and `add`; `sign` is for the log only.
func countedPoints(
  _ all: [Item], _ range: Range<Int>, _ counts: [Rational], max: Rational?, sign: Rational, _ log: inout StepLog
) -> Rational {
  var sum = Rational.zero
  for position in range where !counts[position].isZero {
    let item = all[position]
    let full = item.points * counts[position]
    let counted = item.max.map { Swift.min(full, $0) } ?? full
    log.add(
      CountedItem(item: position, count: counts[position], points: counted, isLimited: counted < full), of: item,
      sign: sign)
    sum += counted
  }
  guard let max, sum > max else { return sum }
  log.add(.methodMax(all[range.lowerBound].kind, max: max), sign * (max - sum))
  return max
}
