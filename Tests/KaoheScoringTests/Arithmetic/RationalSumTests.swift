import BigInt
import KaoheTestSupport
import Testing

@testable import KaoheScoring

@Suite("A sum is what adding one after the other gives, and divisors are those of the library")
struct RationalSumTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func sums(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      // Small denominators stay in 64 bits, many different ones leave them, and some terms were never inside.
      let largest = random.pick([12, 300, 1_000_000, Int.max])
      let terms = (0..<random.integer(0...40)).map { _ in
        random.oneIn(15)
          ? random.rational() : Rational(random.integer(-largest...largest), random.integer(1...largest))
      }
      var (numerator, denominator) = (BigInt(0), BigInt(1))
      for term in terms {
        numerator = numerator * term.bigDenominator + term.bigNumerator * denominator
        denominator *= term.bigDenominator
      }
      check(terms.sum.equals(numerator, denominator) && terms.sum.isCanonical, "\(terms)")
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func divisors(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let common = random.number(bits: random.pick([1, 40, 200]))
      let first = common * random.number(bits: random.pick([1, 63, 64, 65, 128, 500]))
      let second = random.pick([
        common * random.number(bits: random.pick([1, 63, 64, 65, 128, 500])), first * 3, first + 1, BigInt(0),
      ])
      if first == 0, second == 0 { continue }
      let divisor = first.greatestCommonDivisor(with: second)
      check(first.commonDivisor(with: -second) == divisor, "\(first) and \(second)")
      check(second.commonDivisor(with: first) == divisor, "\(second) and \(first)")
    }
  }

  /// Of all numbers, Euclid's algorithm takes the most steps for these.
  @Test func divisorsOfFibonacciNumbers() {
    var (smaller, larger) = (BigInt(1), BigInt(1))
    for _ in 0..<700 {
      #expect(larger.commonDivisor(with: smaller) == 1)
      (smaller, larger) = (larger, smaller + larger)
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func rounding(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let value = random.rational()
      let nearest = Rational((value.magnitude * 1_000_000 + Rational(1, 2)).floor.bigNumerator, 1)
      let expected = (value.isNegative ? -nearest : nearest).int64
      check(value.micro == expected ?? (value.isNegative ? .min + 1 : .max), "\(value)")
    }
  }
}

extension SeededGenerator {
  fileprivate mutating func number(bits: Int) -> BigInt {
    var number = BigInt(0)
    for _ in 0...(bits / 64) { number = number << 64 + BigInt(next()) }
    return number >> (64 - bits % 64)
  }
}
