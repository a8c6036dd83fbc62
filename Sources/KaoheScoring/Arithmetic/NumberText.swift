import BigInt

/// A number as people write it in rules and records: a decimal, a percentage or a fraction of whole numbers.
public enum NumberText: Sendable, Hashable {
  case number(Rational)
  /// As written, not reduced; the denominator may be 0.
  case fraction(numerator: Rational, denominator: Rational)

  /// The number's value; nil for a fraction with denominator 0.
  public var value: Rational? {
    switch self {
    case .number(let value): value
    case .fraction(let numerator, let denominator): denominator.isZero ? nil : numerator / denominator
    }
  }

  /// Why a text is not a number.
  public enum Problem: Error, Sendable, Hashable {
    case empty
    case fullWidth
    case notANumber
    case tooManyPlaces(Int)
    case tooManyDigits(Int)

    public var text: Bilingual {
      switch self {
      case .empty: Bilingual("没有填数", en: "there is no number")
      case .fullWidth:
        Bilingual("用了全角字符，请改用半角数字和符号", en: "full-width characters; write ASCII digits and signs")
      case .notANumber:
        Bilingual("不是数：应写成 0.85、85% 或 45/60", en: "not a number: write 0.85, 85% or 45/60")
      case .tooManyPlaces(let places):
        Bilingual("小数位数超过 \(places) 位", en: "more than \(places) decimal places")
      case .tooManyDigits(let digits):
        Bilingual("数字超过 \(digits) 位", en: "more than \(digits) digits")
      }
    }
  }

  /// Reads `[+-]digits[.digits]`, the same with `%`, or `[+-]digits/digits`. No spaces, no exponents.
  ///
  /// - Parameters:
  ///   - places: how many decimal places are allowed; nil for any number.
  ///   - digits: how many digits are allowed in all.
  public static func parse(_ text: some StringProtocol, places: Int? = nil, digits: Int = 30) throws(Problem)
    -> NumberText
  {
    let text = String(text)
    let bytes = text.utf8.span
    var reader = Reader()
    if bytes.isEmpty { throw .empty }
    let negative = reader.takeSign(bytes)
    guard let mantissa = reader.takeDecimal(bytes) else { throw problem(of: text) }
    var isPercentage = false
    var denominator: Decimal?
    switch reader.next(bytes) {
    case nil: break
    case UInt8(ascii: "%"):
      reader.position += 1
      isPercentage = true
    case UInt8(ascii: "/") where !mantissa.hasPoint:
      reader.position += 1
      guard let divisor = reader.takeDecimal(bytes) else { throw problem(of: text) }
      if divisor.hasPoint { throw .notANumber }
      denominator = divisor
    default: throw problem(of: text)
    }
    if reader.next(bytes) != nil { throw problem(of: text) }
    if let places, mantissa.places > places { throw .tooManyPlaces(places) }
    if mantissa.digits + (denominator?.digits ?? 0) > digits { throw .tooManyDigits(digits) }
    // Only now, since the time that it takes grows with the square of the digits.
    if let denominator {
      return .fraction(
        numerator: mantissa.value(bytes, 0, negative), denominator: denominator.value(bytes, 0, false))
    }
    return .number(mantissa.value(bytes, isPercentage ? mantissa.places + 2 : mantissa.places, negative))
  }

  private static func problem(of text: some StringProtocol) -> Problem {
    let fullWidth = text.unicodeScalars.contains { (0xFF01...0xFF5E).contains($0.value) || $0.value == 0x3000 }
    return fullWidth ? .fullWidth : .notANumber
  }

  /// Digits with at most one point between them.
  private struct Decimal {
    let range: Range<Int>
    /// The digits as an integer, where there are no more than 18.
    let integer: Int
    let digits: Int
    /// How many digits stand behind the point.
    let places: Int
    let hasPoint: Bool

    /// - Parameter decimals: how many of the digits are decimals.
    func value(_ bytes: borrowing Span<UInt8>, _ decimals: Int, _ negative: Bool) -> Rational {
      guard digits <= 18, decimals <= 18 else { return bigValue(bytes, decimals, negative) }
      let signed = negative ? -integer : integer
      return decimals == 0 ? Rational(signed) : Rational.reduced(Int64(signed), Rational.int64PowersOfTen[decimals])
    }

    private func bigValue(_ bytes: borrowing Span<UInt8>, _ decimals: Int, _ negative: Bool) -> Rational {
      var text: [UInt8] = negative ? [UInt8(ascii: "-")] : []
      for position in range where bytes[position] != UInt8(ascii: ".") { text.append(bytes[position]) }
      return Rational(BigInt(String(decoding: text, as: UTF8.self)) ?? 0, BigInt(10).power(decimals))
    }
  }

  /// Walks over the bytes of one number.
  private struct Reader {
    var position = 0

    func next(_ bytes: borrowing Span<UInt8>) -> UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func takeSign(_ bytes: borrowing Span<UInt8>) -> Bool {
      guard let sign = next(bytes), sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else { return false }
      position += 1
      return sign == UInt8(ascii: "-")
    }

    /// nil where there are no digits, or none behind the point.
    mutating func takeDecimal(_ bytes: borrowing Span<UInt8>) -> Decimal? {
      let start = position
      var integer = 0
      let whole = takeDigits(bytes, &integer)
      guard whole > 0 else { return nil }
      guard next(bytes) == UInt8(ascii: ".") else {
        return Decimal(range: start..<position, integer: integer, digits: whole, places: 0, hasPoint: false)
      }
      position += 1
      let places = takeDigits(bytes, &integer)
      guard places > 0 else { return nil }
      return Decimal(range: start..<position, integer: integer, digits: whole + places, places: places, hasPoint: true)
    }

    /// - Parameter integer: is continued; it wraps around where there are more digits than fit.
    private mutating func takeDigits(_ bytes: borrowing Span<UInt8>, _ integer: inout Int) -> Int {
      let start = position
      while position < bytes.count, case let digit = bytes[position] &- UInt8(ascii: "0"), digit <= 9 {
        integer = integer &* 10 &+ Int(digit)
        position += 1
      }
      return position - start
    }
  }
}
