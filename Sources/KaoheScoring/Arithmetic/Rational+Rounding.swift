import BigInt

/// How a number is rounded to a number of decimals. Both round the absolute value.
public enum RoundingMode: String, Sendable, CaseIterable {
  /// 四舍五入: a half goes up.
  case halfUp = "half_up"
  /// GB/T 8170-2008, 3.2: a half goes to the even neighbour.
  case halfEven = "half_even"
}

extension Rational {
  /// Rounded once, in one pass (GB/T 8170 forbids successive rounding).
  public func rounded(to decimals: Int, _ mode: RoundingMode) -> Rational {
    let scale = Rational.powerOfTen(decimals)
    return (self * scale).roundedToInteger(mode) / scale
  }

  /// The largest integer that is not above the number.
  public var floor: Rational {
    switch self {
    case .small(let numerator, let denominator):
      let quotient = numerator / denominator
      return .small(numerator: numerator % denominator < 0 ? quotient - 1 : quotient, denominator: 1)
    case .big(let fraction):
      let (quotient, remainder) = fraction.numerator.quotientAndRemainder(dividingBy: fraction.denominator)
      return Rational(remainder.sign == .minus && remainder != 0 ? quotient - 1 : quotient, 1)
    }
  }

  /// The smallest integer that is not below the number.
  public var ceiling: Rational { -(-self).floor }

  func roundedToInteger(_ mode: RoundingMode) -> Rational {
    switch self {
    case .small(let numerator, let denominator):
      .small(numerator: Rational.roundedQuotient(numerator, denominator, mode), denominator: 1)
    case .big(let fraction):
      Rational(Rational.roundedQuotient(fraction.numerator, fraction.denominator, mode), 1)
    }
  }

  /// The integer nearest to a fraction, which need not be in lowest terms.
  ///
  /// - Parameter denominator: above 0.
  private static func roundedQuotient<Integer: SignedInteger>(
    _ numerator: Integer, _ denominator: Integer, _ mode: RoundingMode
  ) -> Integer {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let rest = remainder < 0 ? -remainder : remainder
    let toNext = denominator - rest
    guard rest > toNext || rest == toNext && (mode == .halfUp || !quotient.isMultiple(of: 2)) else { return quotient }
    return numerator < 0 ? quotient - 1 : quotient + 1
  }

  /// 10⁰ … 10¹⁸.
  static let int64PowersOfTen = (0...18).map { exponent in (0..<exponent).reduce(Int64(1)) { power, _ in power * 10 } }

  static func powerOfTen(_ exponent: Int) -> Rational {
    exponent <= 18
      ? .small(numerator: int64PowersOfTen[exponent], denominator: 1) : Rational(BigInt(10).power(exponent), 1)
  }

  /// Millionths, rounded half-up where the number has more than 6 decimals; the nearest bound where it does not fit.
  public var micro: Int64 {
    if case .small(let numerator, let denominator) = self {
      let (millionths, overflow) = numerator.multipliedReportingOverflow(by: 1_000_000)
      if !overflow { return Rational.roundedQuotient(millionths, denominator, .halfUp) }
    }
    let value = Rational.roundedQuotient(bigNumerator * 1_000_000, bigDenominator, .halfUp)
    return Int64(exactly: value) ?? (value.sign == .minus ? .min + 1 : .max)
  }
}
