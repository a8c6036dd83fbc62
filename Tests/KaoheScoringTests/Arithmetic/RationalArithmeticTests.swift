import BigInt
import KaoheTestSupport
import Testing

@testable import KaoheScoring

@Suite("Rational arithmetic is exact")
struct RationalArithmeticTests {
  @Test("the four operations agree with big integers", arguments: 1...4 as ClosedRange<UInt64>)
  func operations(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let (a, b) = (random.rational(), random.rational())
      let (n1, d1, n2, d2) = (a.bigNumerator, a.bigDenominator, b.bigNumerator, b.bigDenominator)
      let results: [(Rational, BigInt, BigInt)] =
        [(a + b, n1 * d2 + n2 * d1, d1 * d2), (a - b, n1 * d2 - n2 * d1, d1 * d2), (a * b, n1 * n2, d1 * d2)]
        + (b.isZero ? [] : [(a / b, n1 * d2, d1 * n2)])
      for (result, numerator, denominator) in results {
        check(result.equals(numerator, denominator) && result.isCanonical, "\(a) and \(b) gave \(result)")
      }
    }
  }

  @Test("comparison agrees with big integers", arguments: 11...14 as ClosedRange<UInt64>)
  func comparison(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<1500 {
      let a = random.rational()
      let b = random.oneIn(4) ? a + Rational(1, random.integer(1...1_000_000_000)) : random.rational()
      let difference = a.bigNumerator * b.bigDenominator - b.bigNumerator * a.bigDenominator
      check((a < b) == (difference < 0), "\(a) < \(b)")
      check((a == b) == (difference == 0), "\(a) == \(b)")
      check((a > b) == (difference > 0), "\(a) > \(b)")
    }
  }

  @Test("what overflows comes back to the small form as soon as it fits", arguments: 21...24 as ClosedRange<UInt64>)
  func thereAndBack(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let (a, b) = (random.rational(), random.rational())
      check(a + b - b == a, "\(a) + \(b) - \(b)")
      check(-(-a) == a, "-(-\(a))")
      check((-a).isCanonical, "-(\(a))")
      if !b.isZero { check(a * b / b == a, "\(a) * \(b) / \(b)") }
      check(Set([a + b - b, a]).count == 1, "hashes of \(a)")
    }
  }

  @Test func theLimitsOfSixtyFourBits() {
    let largest = Rational(Int.max)
    #expect((largest + 1).description == "9223372036854775808")
    #expect(largest + 1 - 1 == largest)
    #expect((largest * largest).description == "85070591730234615847396907784232501249")
    #expect(largest * largest / largest == largest)
    #expect(Rational(1, Int.max) + Rational(1, Int.max - 1) > Rational(2, Int.max))
    #expect(Rational(Int.max, 2) + Rational(Int.max, 2) == largest)
  }

  @Test func theSmallestIntegerIsANumberLikeAnyOther() {
    let smallest = Rational(Int.min)
    #expect(smallest.isCanonical)
    #expect((-smallest).description == "9223372036854775808")
    #expect(smallest == Rational(BigInt(Int.min), 1))
    #expect(smallest.magnitude == -smallest)
    #expect(Rational(Int.min, Int.min) == 1)
    #expect(Rational(1, Int.min).description == "-1/9223372036854775808")
    #expect(-Rational(Int.max) - 1 == smallest)
  }

  @Test func signsGoToTheNumerator() {
    #expect(Rational(1, -2) == Rational(-1, 2))
    #expect(Rational(-6, -4) == Rational(3, 2))
    #expect(Rational(0, -7) == 0)
    #expect(Rational(0, 5).isCanonical)
    #expect(Rational(-3, 4).isNegative && !Rational(0).isNegative)
    #expect(Rational(1, 2) / Rational(-1, 3) == Rational(-3, 2))
  }

  @Test("floor and ceiling agree with big integers", arguments: 31...32 as ClosedRange<UInt64>)
  func floorAndCeiling(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      let a = random.rational()
      check(a.floor.isInteger && a.floor <= a && a < a.floor + 1, "floor of \(a)")
      check(a.ceiling.isInteger && a.ceiling >= a && a > a.ceiling - 1, "ceiling of \(a)")
    }
  }

  @Test func clampGivesTheNearestBound() {
    #expect(Rational(-1).clamped(from: 0, to: 5) == 0)
    #expect(Rational(3).clamped(from: 0, to: 5) == 3)
    #expect(Rational(6).clamped(from: 0, to: 5) == 5)
    #expect(Rational(0).clamped(from: -2, to: 5) == 0)
  }
}

@Suite("Means of several values")
struct RationalMeansTests {
  @Test func meanAndSum() {
    #expect([1, 2, 4].sum as Rational == 7)
    #expect(([1, 2, 4] as [Rational]).mean == "7/3")
    #expect(([] as [Rational]).sum == 0)
  }

  @Test("the median of an even number is the mean of the middle two")
  func median() {
    #expect(([9] as [Rational]).median == 9)
    #expect(([9, 1] as [Rational]).median == 5)
    #expect(([9, 1, 2] as [Rational]).median == 2)
    #expect(([9, 1, 2, 5] as [Rational]).median == "3.5")
  }

  @Test("the trimmed mean drops one lowest and one highest of five or more")
  func trimmedMean() {
    #expect(([1, 2, 3, 10] as [Rational]).trimmedMean == 4)
    #expect(([1, 2, 3, 4, 10] as [Rational]).trimmedMean == 3)
    #expect(([10, 10, 4, 1, 1] as [Rational]).trimmedMean == 5)
    #expect(([7, 7, 7, 7, 7, 7] as [Rational]).trimmedMean == 7)
    #expect(([9, 1, 2, 3, 4, 5] as [Rational]).trimmedMean == "3.5")
  }
}
