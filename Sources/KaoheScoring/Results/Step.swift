/// One line of an explanation: why, and how many points it gave or took. The steps of a score add up to it.
public struct Step: Sendable, Hashable {
  public var reason: Reason
  public var points: Rational

  public enum Reason: Sendable, Hashable {
    /// What the leaf has before its methods.
    case start
    /// An item of `deduct` or `add`, counted; `limited` where the item's own max bounds it.
    case item(Item, count: Rational, limited: Bool)
    /// The bound of a whole `deduct` or `add`.
    case methodMax(Item.Kind, max: Rational)
    case checklist(Item, met: Bool)
    case ratio(measure: MeasureText, target: Rational, targetIsPeerMean: Bool, capped: Bool)
    /// The band that the measure satisfies; nil for none.
    case band(measure: MeasureText, Bands.Band?)
    case interpolated(measure: MeasureText, lower: Bands.Band, upper: Bands.Band)
    case steps(measure: MeasureText, from: Rational, Steps, count: Rational, limited: Bool)
    /// Shares that the scorers recorded, and what they combine to.
    case level(codes: [String], shares: [Rational], combined: Rational, by: ScorerCombination)
    case judged(points: [Rational], by: ScorerCombination)
    case peerRatio(measure: MeasureText, best: Rational, Better)
    case peerRank(measure: MeasureText, rank: Int, of: Int)
    case peerRange(measure: MeasureText, best: Rational, worst: Rational, base: Rational)
    /// 0/0: start and the measure's methods together make all the points, or none.
    case zeroDenominator(full: Bool)
    case floor(Rational)
    case cap(Rational)
    /// An item counted so often that the leaf scores nothing.
    case zeroAt(Item, count: Rational)
    /// Evidence is required and none of the rows names any.
    case noEvidence
    /// How the scores of several visits, or of several sites, combine.
    case combinedVisits(Repeat, count: Int)
    case combinedSites(Aggregate, count: Int)
    /// What was recorded is summed first, over so many visits (and sites).
    case summed(visits: Int, subjects: Int)
    case rounded(decimals: Int)
    case notApplicable(NotApplicablePolicy)
    case missing
    /// What was recorded at this visit can't be scored, so that the leaf counts as missing.
    case flawed(VisitRecord.Flaw, visit: String)
    /// 一票否决 with effect `zero`.
    case vetoed(code: String)
  }

  public init(_ reason: Reason, points: Rational) {
    self.reason = reason
    self.points = points
  }
}

/// A measure with the way it was written or came about.
public struct MeasureText: Sendable, Hashable {
  public var value: Rational
  /// Set where the measure is a fraction, also one that was summed.
  public var fraction: Fraction?

  public struct Fraction: Sendable, Hashable {
    public var numerator: Rational
    public var denominator: Rational
  }

  init(value: Rational, numerator: Rational? = nil, denominator: Rational? = nil) {
    self.value = value
    if let numerator, let denominator { fraction = Fraction(numerator: numerator, denominator: denominator) }
  }
}

/// Collects steps where an explanation is asked for, and costs nothing where none is. Items that were counted are kept in
/// any case.
struct StepLog {
  private(set) var steps: [Step] = []
  private(set) var items: [CountedItem] = []
  let isOn: Bool

  init(_ isOn: Bool) { self.isOn = isOn }

  mutating func add(_ reason: @autoclosure () -> Step.Reason, _ points: Rational) {
    if isOn { steps.append(Step(reason(), points: points)) }
  }

  /// - Parameter sign: −1 where it takes its points.
  mutating func add(_ counted: CountedItem, of item: Item, sign: Rational) {
    items.append(counted)
    add(.item(item, count: counted.count, limited: counted.isLimited), sign * counted.points)
  }

  /// The steps that led to an outcome; none where what was begun came to no score (0/0, something not recorded), since
  /// steps add up to a score.
  func steps(of outcome: Outcome) -> [Step] { outcome.hasSteps ? steps : [] }

  /// The items among these steps.
  func items(of outcome: Outcome) -> [CountedItem] { outcome.hasSteps ? items : [] }
}

extension Outcome {
  fileprivate var hasSteps: Bool {
    switch self {
    case .score, .measure: true
    case .summed, .notApplicable, .missing: false
    }
  }
}
