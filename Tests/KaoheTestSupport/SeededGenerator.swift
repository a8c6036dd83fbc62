import KaoheScoring

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed, everywhere.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SeededGenerator {
  public mutating func integer(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True once in `count` times.
  public mutating func oneIn(_ count: Int) -> Bool { integer(1...count) == 1 }

  /// - Precondition: `choices` is not empty.
  public mutating func pick<Choices: Collection>(_ choices: Choices) -> Choices.Element {
    choices.randomElement(using: &self)!
  }

  /// A multiple of 1/`denominator` between the bounds.
  public mutating func number(_ low: Int, _ high: Int, denominator: Int) -> Rational {
    Rational(integer(low * denominator...high * denominator), denominator)
  }
}
