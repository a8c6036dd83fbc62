import BigInt

// The library's own algorithm shifts and subtracts whole numbers bit by bit; it was most of what a ranking cost.

extension BigInt {
  /// Lehmer's algorithm: the leading words tell some thirty bits' worth of Euclid's steps, which are then taken at once
  /// (Knuth, The Art of Computer Programming, volume 2, section 4.5.2, algorithm L).
  ///
  /// - Parameter other: not 0 where this is 0.
  func commonDivisor(with other: BigInt) -> BigInt {
    var a = Limbs(magnitude)
    var b = Limbs(other.magnitude)
    if a.count < b.count || a.count == b.count && a.reversed().lexicographicallyPrecedes(b.reversed()) { swap(&a, &b) }
    while b.count > 1 {
      let steps = EuclideanSteps(a, b)
      if steps.b == 0 {
        let rest = Limbs(BigUInt(words: a) % BigUInt(words: b))
        (a, b) = (b, rest)
      } else {
        (a, b) = (a.combined(steps.a, b, steps.b), a.combined(steps.c, b, steps.d))
      }
    }
    guard let last = b.first else { return BigInt(BigUInt(words: a)) }
    return BigInt(Rational.greatestCommonDivisor(UInt64(a.remainder(dividingBy: last)), UInt64(last)))
  }
}

/// Some steps of Euclid's algorithm on two numbers, a ≥ b, as one: a·`a` + b·`b` and a·`c` + b·`d` take their places. `b`
/// is 0 where the leading words don't tell even one.
private struct EuclideanSteps {
  var a = 1
  var b = 0
  var c = 0
  var d = 1

  init(_ first: Limbs, _ second: Limbs) {
    let shift = first[first.count - 1].leadingZeroBitCount
    // Two bits are left free, for the sign and for a sum.
    var x = Int(first.leading(first.count, shift) >> 2)
    var y = Int(second.leading(first.count, shift) >> 2)
    while y + c != 0, y + d != 0 {
      let quotient = (x + a) / (y + c)
      guard quotient == (x + b) / (y + d) else { return }
      let (nextC, nextD) = (a - quotient * c, b - quotient * d)
      // So that two products fit with their sum.
      guard max(nextC.magnitude, nextD.magnitude) < 1 << 31 else { return }
      (a, b, c, d) = (c, d, nextC, nextD)
      (x, y) = (y, x - quotient * y)
    }
  }
}

extension Limbs {
  /// The word that begins `shift` bits below the top of word `count - 1`; 0 for words that are not there.
  fileprivate func leading(_ count: Int, _ shift: Int) -> UInt {
    func word(_ position: Int) -> UInt { indices.contains(position) ? self[position] : 0 }
    return shift == 0 ? word(count - 1) : word(count - 1) << shift | word(count - 2) >> (UInt.bitWidth - shift)
  }

  /// self·`own` + `other`·`factor`, which is known not to be negative.
  fileprivate func combined(_ own: Int, _ other: Limbs, _ factor: Int) -> Limbs {
    var result = self
    var carry: Int128 = 0
    for position in indices {
      let second = position < other.count ? Int128(other[position]) : 0
      carry += Int128(self[position]) * Int128(own) + second * Int128(factor)
      result[position] = UInt(truncatingIfNeeded: carry)
      carry >>= 64
    }
    result.strip()
    return result
  }
}
