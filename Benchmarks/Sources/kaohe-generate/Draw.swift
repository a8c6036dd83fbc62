/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed, everywhere.
struct Draw: RandomNumberGenerator {
  private var state: UInt64

  /// A stream of its own for each year and district, so that neither depends on how many others there are.
  init(seed: Int, _ parts: Int...) {
    state = UInt64(truncatingIfNeeded: seed)
    for part in parts { state = next() ^ UInt64(truncatingIfNeeded: part) }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func integer(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True once in `count` times.
  mutating func oneIn(_ count: Int) -> Bool { integer(1...count) == 1 }

  /// - Precondition: `choices` is not empty.
  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[integer(0...choices.count - 1)] }
}
