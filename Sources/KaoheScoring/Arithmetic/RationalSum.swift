import BigInt

/// Adds many fractions up, and reduces once.
///
/// A mean over fractions with many different denominators soon leaves 64 bits. From then on the sum is kept over a common
/// multiple of the denominators, to which another small fraction is added word by word.
struct RationalSum {
  private var small = Rational.zero
  /// What did not fit: the sums of the terms above and below 0 over `denominator`.
  private var above: Limbs = []
  private var below: Limbs = []
  private var denominator: Limbs = [1]
  private var big: [BigFraction] = []

  mutating func add(_ term: Rational) {
    switch term {
    case .small:
      if let sum = Rational.smallSum(small, term) {
        small = sum
      } else {
        addWide(small)
        small = term
      }
    case .big(let fraction): big.append(fraction)
    }
  }

  var value: Rational {
    if denominator == [1], above.isEmpty, below.isEmpty, big.isEmpty { return small }
    var sum = self
    sum.addWide(small)
    let difference = BigInt(BigUInt(words: sum.above)) - BigInt(BigUInt(words: sum.below))
    return big.reduce(Rational(difference, BigInt(BigUInt(words: sum.denominator)))) { $0 + .big($1) }
  }

  private mutating func addWide(_ term: Rational) {
    guard case .small(let numerator, let divisor) = term, numerator != 0 else { return }
    let own = UInt(divisor)
    let common = UInt(Rational.greatestCommonDivisor(UInt64(denominator.remainder(dividingBy: own)), UInt64(own)))
    let factor = own / common
    above.multiply(by: factor)
    below.multiply(by: factor)
    let share = denominator.quotient(dividingBy: common)
    if numerator > 0 {
      above.add(share, times: UInt(numerator.magnitude))
    } else {
      below.add(share, times: UInt(numerator.magnitude))
    }
    denominator.multiply(by: factor)
  }
}
