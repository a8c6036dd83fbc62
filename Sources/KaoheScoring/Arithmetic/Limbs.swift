import BigInt

/// Natural numbers as words (limbs), the lowest first and the highest not 0, changed in place: what sums and divisors of many
/// fractions are made with, where numbers of the library would cost an allocation each.
typealias Limbs = [UInt]

extension Limbs {
  init(_ number: BigUInt) {
    self = Limbs(number.words)
    strip()
  }

  mutating func strip() {
    while last == 0 { removeLast() }
  }

  mutating func multiply(by factor: UInt) {
    if factor == 1 { return }
    var carry: UInt = 0
    for position in indices {
      let product = self[position].multipliedFullWidth(by: factor)
      let (low, overflow) = product.low.addingReportingOverflow(carry)
      self[position] = low
      carry = product.high &+ (overflow ? 1 : 0)
    }
    if carry > 0 { append(carry) }
  }

  /// Adds `other` · `factor`.
  mutating func add(_ other: Limbs, times factor: UInt) {
    if count < other.count { append(contentsOf: repeatElement(0, count: other.count - count)) }
    var carry: UInt = 0
    for position in indices {
      if position >= other.count, carry == 0 { return }
      let product = position < other.count ? other[position].multipliedFullWidth(by: factor) : (high: 0, low: 0)
      let (low, overflow1) = product.low.addingReportingOverflow(carry)
      let (sum, overflow2) = self[position].addingReportingOverflow(low)
      self[position] = sum
      carry = product.high &+ (overflow1 ? 1 : 0) &+ (overflow2 ? 1 : 0)
    }
    if carry > 0 { append(carry) }
  }

  /// - Parameter divisor: not 0.
  func remainder(dividingBy divisor: UInt) -> UInt {
    var remainder: UInt = 0
    for word in reversed() { remainder = divisor.dividingFullWidth((remainder, word)).remainder }
    return remainder
  }

  /// - Parameter divisor: not 0.
  func quotient(dividingBy divisor: UInt) -> Limbs {
    if divisor == 1 { return self }
    var result = self
    var remainder: UInt = 0
    for position in indices.reversed() {
      (result[position], remainder) = divisor.dividingFullWidth((remainder, self[position]))
    }
    result.strip()
    return result
  }
}
