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
    let absolute = magnitude
    var result = absolute.floor
    let rest = absolute - result
    let half = Rational.small(numerator: 1, denominator: 2)
    if rest > half || (rest == half && (mode == .halfUp || !(result / Rational(2)).isInteger)) {
      result += .one
    }
    return isNegative ? -result : result
  }

  static func powerOfTen(_ exponent: Int) -> Rational {
    exponent <= 18
      ? Rational((0..<exponent).reduce(1) { power, _ in power * 10 })
      : Rational(BigInt(10).power(exponent), 1)
  }

  /// Millionths, rounded half-up where the number has more than 6 decimals; the nearest bound where it does not fit.
  public var micro: Int64 {
    // ⌊(2·10⁶·|n| + d) / 2d⌋: nothing is reduced to lowest terms.
    switch self {
    case .small(let numerator, let denominator):
      let (product, isTooBig) = numerator.magnitude.multipliedReportingOverflow(by: 2_000_000)
      let (sum, isTooBigTogether) = product.addingReportingOverflow(denominator.magnitude)
      if !isTooBig, !isTooBigTogether {
        let result = Int64(sum / (2 * denominator.magnitude))
        return numerator < 0 ? -result : result
      }
    case .big: break
    }
    let denominator = bigDenominator.magnitude
    let absolute = (bigNumerator.magnitude * 2_000_000 + denominator) / (denominator * 2)
    let result = Int64(exactly: absolute) ?? .max
    return isNegative ? -result : result
  }
}
