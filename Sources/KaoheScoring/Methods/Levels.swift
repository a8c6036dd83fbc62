/// points · share of the level; where a level is a range, the share is recorded with it.
public struct Levels: Sendable, Hashable {
  public struct Level: Sendable, Hashable {
    public enum Share: Sendable, Hashable {
      case fixed(Rational)
      case range(from: Rational, to: Rational)
    }

    public var code: String
    public var share: Share

    public init(code: String, share: Share) {
      self.code = code
      self.share = share
    }
  }

  public var levels: [Level]

  public init(levels: [Level]) {
    self.levels = levels
  }
}

extension Levels {
  /// nil where no level was recorded.
  func contribution(
    _ recorded: [(level: Int, share: Rational)], points: Rational, _ scorers: ScorerCombination, _ log: inout StepLog
  ) -> Rational? {
    guard !recorded.isEmpty else { return nil }
    let shares = recorded.map(\.share)
    let combined = scorers.combine(shares)
    log.add(
      .level(codes: recorded.map { levels[$0.level].code }, shares: shares, combined: combined, by: scorers),
      points * combined)
    return points * combined
  }
}
