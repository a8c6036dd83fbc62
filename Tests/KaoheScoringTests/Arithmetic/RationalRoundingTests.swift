import BigInt
import KaoheTestSupport
import Testing

@testable import KaoheScoring

@Suite("Rounding: half_up (四舍五入) and half_even (GB/T 8170), both of the absolute value")
struct RationalRoundingTests {
  @Test(
    "a half, and what is beside it",
    arguments: [
      ("28.165", "28.17", "28.16"), ("28.175", "28.18", "28.18"), ("-28.165", "-28.17", "-28.16"),
      ("-28.175", "-28.18", "-28.18"), ("28.164999", "28.16", "28.16"), ("28.165001", "28.17", "28.17"),
      ("0.005", "0.01", "0"), ("-0.005", "-0.01", "0"), ("0.015", "0.02", "0.02"), ("0.004", "0", "0"),
      ("99.995", "100", "100"), ("99.985", "99.99", "99.98"), ("-0.014", "-0.01", "-0.01"), ("2/3", "0.67", "0.67"),
      ("1/3", "0.33", "0.33"), ("0", "0", "0"),
    ] as [(Rational, Rational, Rational)])
  func twoDecimals(value: Rational, halfUp: Rational, halfEven: Rational) {
    #expect(value.rounded(to: 2, .halfUp) == halfUp)
    #expect(value.rounded(to: 2, .halfEven) == halfEven)
  }

  @Test(
    "to whole numbers",
    arguments: [
      ("0.5", 1, 0), ("1.5", 2, 2), ("2.5", 3, 2), ("-0.5", -1, 0), ("-1.5", -2, -2), ("-2.5", -3, -2), ("2.4", 2, 2),
    ] as [(Rational, Rational, Rational)])
  func noDecimals(value: Rational, halfUp: Rational, halfEven: Rational) {
    #expect(value.rounded(to: 0, .halfUp) == halfUp)
    #expect(value.rounded(to: 0, .halfEven) == halfEven)
  }

  @Test("in one pass: 0.4499… is no 0.45, and so no 0.5")
  func notSuccessively() {
    #expect(Rational("0.449").rounded(to: 1, .halfUp) == "0.4")
    #expect(Rational("28.1649").rounded(to: 2, .halfUp) == "28.16")
  }

  @Test("the nearest multiple, for numbers of any size", arguments: [RoundingMode.halfUp, .halfEven])
  func nearest(mode: RoundingMode) {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<1500 {
      let value = random.oneIn(3) ? Rational(random.integer(-4001...4001), 2000) : random.rational()
      let decimals = random.integer(0...6)
      let rounded = value.rounded(to: decimals, mode)
      let unit = Rational(1) / Rational.powerOfTen(decimals)
      let distance = (rounded - value).magnitude
      check((rounded / unit).isInteger && distance <= unit / 2, "\(value) to \(decimals): \(rounded)")
      check((-value).rounded(to: decimals, mode) == -rounded, "-(\(value)) to \(decimals)")
      if distance == unit / 2 {
        let isEven = (rounded / unit / 2).isInteger
        check(mode == .halfUp ? rounded.magnitude > value.magnitude : isEven, "\(value) to \(decimals): \(rounded)")
      }
    }
  }

  @Test func millionths() {
    #expect(Rational("1.5").micro == 1_500_000)
    #expect(Rational("-0.0000015").micro == -2)
    #expect(Rational("0.0000004").micro == 0)
    #expect(Rational(1, 3).micro == 333_333)
    #expect(Rational(Int.max).micro == .max)
    #expect((-Rational(Int.max)).micro == .min + 1)
  }
}
