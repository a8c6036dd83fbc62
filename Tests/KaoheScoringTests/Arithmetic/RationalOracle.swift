import BigInt
import KaoheTestSupport

@testable import KaoheScoring

extension Rational {
  /// In lowest terms, the denominator positive, and inline exactly if both parts fit.
  var isCanonical: Bool {
    let (numerator, denominator) = (bigNumerator, bigDenominator)
    guard denominator > 0, numerator.greatestCommonDivisor(with: denominator) == 1 else { return false }
    let fits =
      numerator.magnitude <= BigUInt(Int64.max) && denominator.magnitude <= BigUInt(Int64.max)
    if case .small = self { return fits }
    return !fits
  }

  /// Whether it is numerator/denominator, by cross multiplication of big integers.
  func equals(_ numerator: BigInt, _ denominator: BigInt) -> Bool {
    bigNumerator * denominator == numerator * bigDenominator
  }
}

extension SeededGenerator {
  /// A number of any size: small, near the limits of 64 bits, or beyond them.
  mutating func rational() -> Rational {
    var denominator = part()
    while denominator == 0 { denominator = part() }
    return Rational(part(), denominator)
  }

  private mutating func part() -> BigInt {
    let limit = BigInt(Int64.max)
    let value: BigInt =
      switch integer(0...6) {
      case 0, 1: BigInt(integer(-12...12))
      case 2: BigInt(integer(-1_000_000...1_000_000))
      case 3: limit - BigInt(integer(-3...3))
      case 4: BigInt(1) << integer(55...66)
      case 5: BigInt(Int64(bitPattern: next()))
      default: limit * BigInt(integer(1...9)) + BigInt(integer(-9...9))
      }
    return oneIn(2) ? value : -value
  }
}
