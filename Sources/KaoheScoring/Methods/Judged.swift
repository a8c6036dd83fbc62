// `judged`: the points that the scorers give, 0…points, combined. It has no keys, so it has no type of its own.

extension Leaf {
  /// nil where no points were recorded.
  func judgedContribution(_ given: [Rational], _ log: inout StepLog) -> Rational? {
    guard !given.isEmpty else { return nil }
    let combined = scorers.combine(given)
    log.add(.judged(points: given, by: scorers), combined)
    return combined
  }
}
