import BigInt

extension Rational: CustomStringConvertible {
  /// `n`, or `n/d` in lowest terms.
  public var description: String {
    switch self {
    case .small(let numerator, 1): "\(numerator)"
    case .small(let numerator, let denominator): "\(numerator)/\(denominator)"
    case .big(let fraction):
      fraction.denominator == 1 ? "\(fraction.numerator)" : "\(fraction.numerator)/\(fraction.denominator)"
    }
  }

  /// With exactly so many decimals, rounded once.
  public func text(decimals: Int, _ mode: RoundingMode = .halfUp) -> String {
    let digits = (magnitude * Rational.powerOfTen(decimals)).roundedToInteger(mode).description
    let sign = isNegative && digits != "0" ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let point = padded.utf8.index(padded.endIndex, offsetBy: -decimals)
    return sign + padded[..<point] + "." + padded[point...]
  }

  /// As people write it: a decimal of at most 6 places where that is exact, else `n/d`.
  public var plainText: String {
    exactDecimals.map { text(decimals: $0) } ?? description
  }

  /// How many decimals say it exactly; nil where 6 don't.
  private var exactDecimals: Int? {
    switch self {
    case .small(_, let denominator):
      (0...6).first { Rational.int64PowersOfTen[$0].isMultiple(of: denominator) }
    case .big(let fraction):
      (0...6).first { BigInt(Rational.int64PowersOfTen[$0]).isMultiple(of: fraction.denominator) }
    }
  }

  /// Reads `n` or `n/d` as `description` writes it; nil for anything else.
  public init?(exact text: some StringProtocol) {
    if let integer = Int64(text), integer != .min {
      self = .small(numerator: integer, denominator: 1)
      return
    }
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let numerator = BigInt(String(parts[0])) else { return nil }
    guard parts.count == 2 else {
      self = Rational(numerator, 1)
      return
    }
    guard let denominator = BigInt(String(parts[1])), denominator > 0 else { return nil }
    self = Rational(numerator, denominator)
  }
}
