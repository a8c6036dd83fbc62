/// The points of the first band that the measure satisfies, else 0.
public struct Bands: Sendable, Hashable {
  public struct Band: Sendable, Hashable {
    public enum Threshold: Sendable, Hashable {
      case atLeast(Rational)
      case above(Rational)
      case otherwise
    }

    public var threshold: Threshold
    public var points: Rational

    public init(threshold: Threshold, points: Rational) {
      self.threshold = threshold
      self.points = points
    }
  }

  /// Highest threshold first.
  public var bands: [Band]
  /// Linear between neighbouring thresholds, the end bands' points beyond them. All bands are `atLeast` then.
  public var interpolate: Bool

  public init(bands: [Band], interpolate: Bool) {
    self.bands = bands
    self.interpolate = interpolate
  }
}

extension Bands {
  func contribution(_ measure: MeasureText, _ log: inout StepLog) -> Rational {
    if interpolate, let between = neighbours(of: measure.value) { return interpolated(measure, between, &log) }
    let band = bands.first { $0.threshold.isSatisfied(by: measure.value) } ?? (interpolate ? bands.last : nil)
    let points = band?.points ?? .zero
    log.add(.band(measure: measure, band), points)
    return points
  }

  /// The two bands whose thresholds the measure lies between, strictly below the upper one.
  private func neighbours(of measure: Rational) -> (lower: Band, upper: Band)? {
    for (upper, lower) in zip(bands, bands.dropFirst()) {
      if measure < upper.threshold.number, measure >= lower.threshold.number { return (lower, upper) }
    }
    return nil
  }

  private func interpolated(
    _ measure: MeasureText, _ between: (lower: Band, upper: Band), _ log: inout StepLog
  ) -> Rational {
    let (low, high) = (between.lower.threshold.number, between.upper.threshold.number)
    let share = (measure.value - low) / (high - low)
    let points = between.lower.points + share * (between.upper.points - between.lower.points)
    log.add(.interpolated(measure: measure, lower: between.lower, upper: between.upper), points)
    return points
  }
}

extension Bands.Band.Threshold {
  /// 0 for `otherwise`.
  public var number: Rational {
    switch self {
    case .atLeast(let number), .above(let number): number
    case .otherwise: .zero
    }
  }

  func isSatisfied(by measure: Rational) -> Bool {
    switch self {
    case .atLeast(let number): measure >= number
    case .above(let number): measure > number
    case .otherwise: true
    }
  }
}
