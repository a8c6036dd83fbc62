import KaoheScoring
import KaoheTestSupport
import Testing

@Suite struct ResultNumberTests {
  @Test(arguments: Seeds.chosen(else: 1...20))
  func millionthsShowWhatTheExactNumberShows(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 1...50 {
      let denominator = random.pick([1, 2, 3, 7, 8, 40, 64, 1000, 200_000, 2_000_000, 20_000_000, 999_999_937])
      var value = Rational(random.integer(-5_000_000...5_000_000), denominator)
      // Beside a half by less than a millionth, and by nothing at all.
      if random.oneIn(3) { value += Rational(random.integer(-1...1), 300_000_000) }
      if random.oneIn(6) { value *= Rational(1_000_000_007) * Rational(1_000_000_009) * Rational(998_244_353) }
      let number = ResultNumber(value)
      #expect(ResultNumber(exact: value.description, micro: value.micro) == number)
      #expect(number.description == value.description)
      for mode in RoundingMode.allCases {
        for decimals in 0...8 {
          #expect(number.text(decimals: decimals, mode) == value.text(decimals: decimals, mode), "\(value)")
        }
      }
    }
  }

  @Test(arguments: ["", "-", "/", "1/", "/2", "1/0", "1/-2", "1.5", "1/2/3", "--1", "x", "1 ", "１"])
  func whatIsNoExactNumberIsNone(text: String) {
    #expect(ResultNumber(exact: text, micro: 0) == nil)
  }
}
