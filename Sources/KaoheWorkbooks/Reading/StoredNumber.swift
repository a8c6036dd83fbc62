/// A number as a workbook stores it, read as the decimal that was meant.
///
/// Programs save binary floats with up to 17 digits: 79.1 becomes 79.099999999999994, and 0.1 + 0.2 becomes
/// 0.30000000000000004. They show 15 digits, and 15 digits are what a person can have typed. So the digits are rounded
/// to 15 (half away from zero), on the text: a `Double` between would bring the error back.
struct StoredNumber {
  /// A plain decimal without exponent, leading or trailing zeros: `0`, `-0.001`, `150`.
  let text: String

  static let significantDigits = 15
  /// Beyond any double, which end at 1.8E308; keeps a short text from becoming a long number.
  private static let largestExponent = 400
  private static let longestText = 1000

  /// - Returns: nil for what is no decimal number with an optional exponent.
  init?(_ stored: String) {
    guard stored.utf8.count <= Self.longestText else { return nil }
    var rest = Array(stored.utf8)[...]
    let sign = Self.takeSign(&rest)
    let whole = Self.takeDigits(&rest)
    var fraction: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = Self.takeDigits(&rest)
    }
    guard !whole.isEmpty || !fraction.isEmpty, let exponent = Self.takeExponent(&rest), rest.isEmpty
    else { return nil }
    let digits = whole + fraction
    let significant = digits.drop { $0 == Self.zero }
    text = Self.plain(
      Array(significant), pointAt: whole.count + exponent - (digits.count - significant.count),
      sign: sign)
  }

  private static let zero = UInt8(ascii: "0")

  private static func takeSign(_ rest: inout ArraySlice<UInt8>) -> String {
    guard let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else {
      return ""
    }
    rest.removeFirst()
    return first == UInt8(ascii: "-") ? "-" : ""
  }

  private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = rest.prefix { (zero...UInt8(ascii: "9")).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits
  }

  /// - Returns: 0 where there is none; nil for one that is broken or too large.
  private static func takeExponent(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard let mark = rest.first, mark == UInt8(ascii: "E") || mark == UInt8(ascii: "e") else {
      return 0
    }
    rest.removeFirst()
    let sign = takeSign(&rest)
    guard let size = Int(String(decoding: takeDigits(&rest), as: UTF8.self)),
      size <= largestExponent
    else {
      return nil
    }
    return sign.isEmpty ? size : -size
  }

  /// - Parameter pointAt: how many of the digits stand before the point; negative for zeros behind it.
  private static func plain(_ significant: [UInt8], pointAt: Int, sign: String) -> String {
    var digits = significant
    var point = pointAt
    if digits.count > significantDigits {
      let roundsUp = digits[significantDigits] >= UInt8(ascii: "5")
      digits.removeSubrange(significantDigits...)
      if roundsUp {
        while digits.last == UInt8(ascii: "9") { digits.removeLast() }
        if digits.isEmpty {
          digits = [UInt8(ascii: "1")]
          point += 1
        } else {
          digits[digits.count - 1] += 1
        }
      }
    }
    while digits.last == zero { digits.removeLast() }
    if digits.isEmpty { return "0" }
    let zeros = { (count: Int) in Array(repeating: zero, count: max(0, count)) }
    let whole = digits.prefix(max(0, point)) + zeros(point - digits.count)
    let fraction = zeros(-point) + digits.dropFirst(max(0, point))
    let text = whole.isEmpty ? "0" : String(decoding: whole, as: UTF8.self)
    return sign + (fraction.isEmpty ? text : text + "." + String(decoding: fraction, as: UTF8.self))
  }
}
