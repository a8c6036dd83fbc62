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
    var reader = Reader(bytes: Array(text.utf8))
    if reader.bytes.isEmpty { throw .empty }
    let negative = reader.takeSign()
    let (mantissa, decimals) = try reader.takeDecimal(text)
    var isPercentage = false
    var denominator: ArraySlice<UInt8>?
    switch reader.next {
    case nil: break
    case UInt8(ascii: "%"):
      reader.position += 1
      isPercentage = true
    case UInt8(ascii: "/") where decimals == 0 && !reader.sawPoint:
      reader.position += 1
      let (divisor, places) = try reader.takeDecimal(text)
      guard places == 0, !reader.sawPoint else { throw .notANumber }
      denominator = divisor
    default: throw problem(of: text)
    }
    if reader.next != nil { throw problem(of: text) }
    if let places, decimals > places { throw .tooManyPlaces(places) }
    if reader.digitCount > digits { throw .tooManyDigits(digits) }
    // Only now, since the time that it takes grows with the square of the digits.
    if let denominator {
      return .fraction(numerator: scaled(mantissa, 0, negative), denominator: scaled(denominator, 0, false))
    }
    return .number(scaled(mantissa, isPercentage ? decimals + 2 : decimals, negative))
  }

  private static func scaled(_ digits: ArraySlice<UInt8>, _ decimals: Int, _ negative: Bool) -> Rational {
    let value: Rational
    if digits.count <= 18 {
      let integer = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      value = Rational(integer)
    } else {
      value = Rational(BigInt(String(decoding: digits, as: UTF8.self)) ?? 0, 1)
    }
    let scaled = decimals == 0 ? value : value / Rational.powerOfTen(decimals)
    return negative ? -scaled : scaled
  }

  private static func problem(of text: some StringProtocol) -> Problem {
    let fullWidth = text.unicodeScalars.contains { (0xFF01...0xFF5E).contains($0.value) || $0.value == 0x3000 }
    return fullWidth ? .fullWidth : .notANumber
  }

  /// Walks over the bytes of one number.
  private struct Reader {
    let bytes: [UInt8]
    var position = 0
    var digitCount = 0
    var sawPoint = false

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func takeSign() -> Bool {
      guard let sign = next, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else { return false }
      position += 1
      return sign == UInt8(ascii: "-")
    }

    /// The digits without the point, and how many of them stand behind it.
    mutating func takeDecimal(_ text: some StringProtocol) throws(Problem) -> (ArraySlice<UInt8>, Int) {
      let whole = takeDigits()
      guard !whole.isEmpty else { throw NumberText.problem(of: text) }
      guard next == UInt8(ascii: ".") else { return (whole, 0) }
      position += 1
      sawPoint = true
      let decimals = takeDigits()
      guard !decimals.isEmpty else { throw NumberText.problem(of: text) }
      return (whole + decimals, decimals.count)
    }

    private mutating func takeDigits() -> ArraySlice<UInt8> {
      let start = position
      while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
      digitCount += position - start
      return bytes[start..<position]
    }
  }
}
