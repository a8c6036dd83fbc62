import BigInt

/// An exact rational number, always in lowest terms with a positive denominator.
///
/// Numbers whose numerator and denominator fit in 64 bits are held inline and computed with checked
/// machine arithmetic; where that overflows, the result is computed with big integers, and comes back
/// to the small form as soon as it fits. So two equal numbers always have the same form.
public enum Rational: Sendable, Hashable {
  case small(numerator: Int64, denominator: Int64)
  case big(BigFraction)

  public static let zero = Rational(0)
  public static let one = Rational(1)

  public init(_ integer: Int) {
    self = integer == .min ? Rational(BigInt(integer), 1) : .small(numerator: Int64(integer), denominator: 1)
  }

  /// - Precondition: the denominator is not 0.
  public init(_ numerator: Int, _ denominator: Int) {
    self = Rational.reduced(Int64(numerator), Int64(denominator))
  }

  /// - Precondition: the denominator is not 0.
  public init(_ numerator: BigInt, _ denominator: BigInt) {
    let divisor = numerator.commonDivisor(with: denominator)
    let sign: BigInt = denominator.sign == .minus ? -1 : 1
    self = Rational.inLowestTerms(sign * numerator / divisor, sign * denominator / divisor)
  }

  public var isZero: Bool {
    if case .small(0, _) = self { true } else { false }
  }

  public var isNegative: Bool {
    switch self {
    case .small(let numerator, _): numerator < 0
    case .big(let fraction): fraction.numerator.sign == .minus
    }
  }

  public var isInteger: Bool {
    switch self {
    case .small(_, let denominator): denominator == 1
    case .big(let fraction): fraction.denominator == 1
    }
  }

  public var magnitude: Rational { isNegative ? -self : self }

  var bigNumerator: BigInt {
    switch self {
    case .small(let numerator, _): BigInt(numerator)
    case .big(let fraction): fraction.numerator
    }
  }

  var bigDenominator: BigInt {
    switch self {
    case .small(_, let denominator): BigInt(denominator)
    case .big(let fraction): fraction.denominator
    }
  }

  /// The number as an integer, if it is one that fits.
  public var int64: Int64? {
    if case .small(let numerator, 1) = self { numerator } else { nil }
  }
}

/// A fraction of which at least one part does not fit in 64 bits. On the heap, since it is rare.
public final class BigFraction: Sendable, Hashable {
  let numerator: BigInt
  let denominator: BigInt

  init(numerator: BigInt, denominator: BigInt) {
    self.numerator = numerator
    self.denominator = denominator
  }

  public static func == (left: BigFraction, right: BigFraction) -> Bool {
    left.numerator == right.numerator && left.denominator == right.denominator
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(numerator)
    hasher.combine(denominator)
  }
}

extension Rational {
  /// Takes parts that have no common divisor, the denominator positive.
  static func inLowestTerms(_ numerator: BigInt, _ denominator: BigInt) -> Rational {
    if let numerator = Int64(exactly: numerator), let denominator = Int64(exactly: denominator), numerator != .min {
      return .small(numerator: numerator, denominator: denominator)
    }
    return .big(BigFraction(numerator: numerator, denominator: denominator))
  }

  static func reduced(_ numerator: Int64, _ denominator: Int64) -> Rational {
    guard numerator != .min, denominator != .min else { return Rational(BigInt(numerator), BigInt(denominator)) }
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let signed = denominator < 0 ? -Int64(divisor) : Int64(divisor)
    return .small(numerator: numerator / signed, denominator: denominator / signed)
  }

  /// The binary algorithm: shifts and subtractions only.
  static func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
    if left == 0 { return right }
    if right == 0 || left == right { return left }
    var a = left >> UInt64(left.trailingZeroBitCount)
    var b = right >> UInt64(right.trailingZeroBitCount)
    while a != b {
      if a > b {
        a -= b
        a >>= UInt64(a.trailingZeroBitCount)
      } else {
        b -= a
        b >>= UInt64(b.trailingZeroBitCount)
      }
    }
    return a << UInt64(min(left.trailingZeroBitCount, right.trailingZeroBitCount))
  }
}
