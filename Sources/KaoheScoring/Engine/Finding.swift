/// What was recorded of a leaf at one visit, scored on its own.
///
/// An object, since visits at which the same was found share it.
public final class Finding: Sendable {
  /// Whether the leaf applies there.
  let isApplicable: Bool
  let outcome: Outcome
  let measure: MeasureText?
  /// What was counted.
  let items: [CountedItem]
  /// What is summed with other visits before it is scored; nil where it is not, or the leaf does not apply.
  let tally: Tally?

  /// - Parameter rows: without a flaw.
  public init(_ rows: ArraySlice<Observation>, of leaf: Leaf) {
    let tally = Tally(rows, of: leaf)
    isApplicable = tally != nil
    self.tally = leaf.isSummed ? tally : nil
    guard let tally, !leaf.isSummed else {
      (outcome, measure, items) = (tally == nil ? .notApplicable : .summed, nil, [])
      return
    }
    var log = StepLog(false)
    (outcome, measure) = leaf.measuredOrScored(tally, &log)
    items = log.items(of: outcome)
  }
}
