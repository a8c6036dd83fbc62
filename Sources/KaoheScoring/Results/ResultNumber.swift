/// A number of a result as it is stored: exact, and in millionths. Who only shows it needs no big integers.
public struct ResultNumber: Sendable, Hashable, CustomStringConvertible {
  /// `n` or `n/d` in lowest terms, as `Rational` writes it.
  public let description: String
  /// Rounded half up.
  private let micro: Int64

  public init(_ value: Rational) {
    description = value.description
    micro = value.micro
  }

  /// - Parameters:
  ///   - exact: as `Rational` writes it.
  ///   - micro: the same in millionths, as `Rational.micro` gives it.
  /// - Returns: nil where the text is no exact number.
  public init?(exact: String, micro: Int64) {
    guard Self.isExact(exact) else { return nil }
    description = exact
    self.micro = micro
  }

  /// With exactly so many decimals, rounded once, as `Rational.text` gives it.
  ///
  /// The millionths say it, but where they stand in the very middle between two such numbers: there the exact number may
  /// lie on either side.
  public func text(decimals: Int, _ mode: RoundingMode = .halfUp) -> String {
    guard (0..<6).contains(decimals), micro.magnitude < UInt64(Int64.max) else { return exactText(decimals, mode) }
    let scale = (decimals..<6).reduce(1 as UInt64) { power, _ in power * 10 }
    var (digits, rest) = micro.magnitude.quotientAndRemainder(dividingBy: scale)
    if rest == scale / 2 { return exactText(decimals, mode) }
    if rest > scale / 2 { digits += 1 }
    let isNegative = micro < 0 && digits != 0
    // From the last digit to the first.
    var text: [UInt8] = []
    repeat {
      text.append(UInt8(ascii: "0") + UInt8(digits % 10))
      digits /= 10
      if text.count == decimals { text.append(UInt8(ascii: ".")) }
    } while digits > 0 || decimals > 0 && text.count < decimals + 2
    if isNegative { text.append(UInt8(ascii: "-")) }
    text.reverse()
    return String(decoding: text, as: UTF8.self)
  }

  private func exactText(_ decimals: Int, _ mode: RoundingMode) -> String {
    (Rational(exact: description) ?? .zero).text(decimals: decimals, mode)
  }

  /// Whether it is `n` or `n/d`, d not 0.
  private static func isExact(_ text: String) -> Bool {
    var (digits, isNegative, isFraction, isDenominatorZero) = (0, false, false, true)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if isFraction, byte != UInt8(ascii: "0") { isDenominatorZero = false }
      case UInt8(ascii: "-") where digits == 0 && !isNegative && !isFraction: isNegative = true
      case UInt8(ascii: "/") where digits > 0 && !isFraction: (digits, isFraction) = (0, true)
      default: return false
      }
    }
    return digits > 0 && !(isFraction && isDenominatorZero)
  }
}
