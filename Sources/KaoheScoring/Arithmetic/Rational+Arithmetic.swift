import BigInt

// Knuth, The Art of Computer Programming, volume 2, section 4.5.1: dividing by greatest common divisors
// first keeps the parts small, so that an overflow comes late.

extension Rational {
  public static func + (left: Rational, right: Rational) -> Rational {
    smallSum(left, right) ?? bigSum(left, right)
  }

  /// nil where a part overflows 64 bits on the way.
  static func smallSum(_ left: Rational, _ right: Rational) -> Rational? {
    guard case .small(let n1, let d1) = left, case .small(let n2, let d2) = right else { return nil }
    if d1 == d2 {
      let (sum, overflow) = n1.addingReportingOverflow(n2)
      if overflow || sum == .min { return nil }
      return d1 == 1 ? .small(numerator: sum, denominator: 1) : reduced(sum, d1)
    }
    let divisor = Int64(greatestCommonDivisor(UInt64(d1), UInt64(d2)))
    let (first, overflow1) = n1.multipliedReportingOverflow(by: d2 / divisor)
    let (second, overflow2) = n2.multipliedReportingOverflow(by: d1 / divisor)
    let (sum, overflow3) = first.addingReportingOverflow(second)
    if overflow1 || overflow2 || overflow3 || sum == .min { return nil }
    let common = Int64(greatestCommonDivisor(sum.magnitude, UInt64(divisor)))
    let (denominator, overflow4) = (d1 / divisor).multipliedReportingOverflow(by: d2 / common)
    if overflow4 { return nil }
    return .small(numerator: sum / common, denominator: denominator)
  }

  public static func - (left: Rational, right: Rational) -> Rational { left + -right }

  public static prefix func - (value: Rational) -> Rational {
    switch value {
    case .small(let numerator, let denominator): .small(numerator: -numerator, denominator: denominator)
    case .big(let fraction): inLowestTerms(-fraction.numerator, fraction.denominator)
    }
  }

  public static func * (left: Rational, right: Rational) -> Rational {
    guard case .small(let n1, let d1) = left, case .small(let n2, let d2) = right else {
      return bigProduct(left, right)
    }
    if d1 == 1, d2 == 1 {
      let (product, overflow) = n1.multipliedReportingOverflow(by: n2)
      return overflow || product == .min ? bigProduct(left, right) : .small(numerator: product, denominator: 1)
    }
    let across = Int64(greatestCommonDivisor(n1.magnitude, UInt64(d2)))
    let back = Int64(greatestCommonDivisor(n2.magnitude, UInt64(d1)))
    let (numerator, overflow1) = (n1 / across).multipliedReportingOverflow(by: n2 / back)
    let (denominator, overflow2) = (d1 / back).multipliedReportingOverflow(by: d2 / across)
    if overflow1 || overflow2 || numerator == .min { return bigProduct(left, right) }
    return .small(numerator: numerator, denominator: denominator)
  }

  /// - Precondition: `right` is not 0.
  public static func / (left: Rational, right: Rational) -> Rational { left * right.reciprocal }

  public static func += (left: inout Rational, right: Rational) { left = left + right }
  public static func -= (left: inout Rational, right: Rational) { left = left - right }
  public static func *= (left: inout Rational, right: Rational) { left = left * right }

  /// - Precondition: the number is not 0.
  var reciprocal: Rational {
    switch self {
    case .small(let numerator, let denominator):
      numerator < 0
        ? .small(numerator: -denominator, denominator: -numerator)
        : .small(numerator: denominator, denominator: numerator)
    case .big(let fraction): Rational(fraction.denominator, fraction.numerator)
    }
  }

  private static func bigSum(_ left: Rational, _ right: Rational) -> Rational {
    let (d1, d2) = (left.bigDenominator, right.bigDenominator)
    let divisor = d1.commonDivisor(with: d2)
    if divisor == 1 { return inLowestTerms(left.bigNumerator * d2 + right.bigNumerator * d1, d1 * d2) }
    let sum = left.bigNumerator * (d2 / divisor) + right.bigNumerator * (d1 / divisor)
    let common = sum.commonDivisor(with: divisor)
    return inLowestTerms(sum / common, (d1 / divisor) * (d2 / common))
  }

  private static func bigProduct(_ left: Rational, _ right: Rational) -> Rational {
    if right == .one { return left }
    if left == .one { return right }
    let across = left.bigNumerator.commonDivisor(with: right.bigDenominator)
    let back = right.bigNumerator.commonDivisor(with: left.bigDenominator)
    return inLowestTerms(
      (left.bigNumerator / across) * (right.bigNumerator / back),
      (left.bigDenominator / back) * (right.bigDenominator / across))
  }
}

extension Rational: Comparable {
  public static func < (left: Rational, right: Rational) -> Bool {
    guard case .small(let n1, let d1) = left, case .small(let n2, let d2) = right else {
      return left.bigNumerator * right.bigDenominator < right.bigNumerator * left.bigDenominator
    }
    if d1 == d2 { return n1 < n2 }
    let first = n1.multipliedFullWidth(by: d2)
    let second = n2.multipliedFullWidth(by: d1)
    return (first.high, first.low) < (second.high, second.low)
  }
}

extension Collection where Element == Rational {
  public var sum: Rational {
    var sum = RationalSum()
    for term in self { sum.add(term) }
    return sum.value
  }

  /// - Precondition: not empty.
  public var mean: Rational { sum / Rational(count) }

  /// The middle of an odd number of values, the mean of the middle two of an even number.
  /// - Precondition: not empty.
  public var median: Rational {
    let values = sorted()
    let middle = values.count / 2
    return values.count.isMultiple(of: 2) ? (values[middle - 1] + values[middle]) / Rational(2) : values[middle]
  }

  /// (Σ − min − max)/(n − 2) for n ≥ 5, the mean for fewer.
  /// - Precondition: not empty.
  public var trimmedMean: Rational {
    guard count >= 5, let lowest = self.min(), let highest = self.max() else { return mean }
    return (sum - lowest - highest) / Rational(count - 2)
  }
}
