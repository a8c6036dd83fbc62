import KaoheScoring

extension Rational {
  /// As people read it: exact where a decimal of at most 6 places is, else `≈ 0.667 (2/3)`.
  public var readable: String {
    if isDecimal { return plainText }
    return "≈ " + approximate(decimals: 3) + fractionInParentheses
  }

  /// For people in a hurry: a decimal, of three places where there is no exact one; `explain` has the fraction.
  var brief: String { isDecimal ? plainText : "≈ " + approximate(decimals: 3) }

  /// As the result of the lines above it: `= 0.5`, `≈ 0.667 (2/3)`.
  var resultReadable: String { isDecimal ? "= " + plainText : readable }

  /// With its sign: `+0.5`, `-0.2`, `0`, `≈ +0.667 (2/3)`.
  var signedReadable: String {
    let sign = isNegative || isZero ? "" : "+"
    if isDecimal { return sign + plainText }
    return "≈ " + sign + approximate(decimals: 3) + fractionInParentheses
  }

  /// A share as a percentage: `79%`; nil where that is not exact.
  var exactPercent: String? {
    let hundredfold = self * Rational(100)
    return hundredfold.isDecimal ? hundredfold.plainText + "%" : nil
  }

  /// A share as a percentage, rounded to two decimals where it has to be.
  var percent: String {
    exactPercent ?? "≈ " + (self * Rational(100)).approximate(decimals: 2) + "%"
  }

  /// Whether a decimal of at most 6 places says it exactly.
  var isDecimal: Bool { (self * Rational(1_000_000)).isInteger }

  /// A number that rounds to 0 gets the places it needs to be seen, up to 12.
  private func approximate(decimals: Int) -> String {
    var decimals = decimals
    while decimals < 12, rounded(to: decimals, .halfUp).isZero { decimals += 1 }
    return text(decimals: decimals)
  }

  /// Empty where the fraction is too long for a reader; JSON and CSV have every digit.
  private var fractionInParentheses: String {
    description.utf8.count > 16 ? "" : " (\(description))"
  }
}
