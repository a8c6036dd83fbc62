import KaoheTestSupport
import Testing

@testable import KaoheScoring

@Suite("How numbers are written")
struct RationalTextTests {
  @Test func exactlyInLowestTerms() {
    #expect(Rational(1847, 20).description == "1847/20")
    #expect(Rational(40, 20).description == "2")
    #expect(Rational(-1, 3).description == "-1/3")
    #expect(Rational(0, 9).description == "0")
    #expect(Rational("123456789012345678901234567890/7919").description == "123456789012345678901234567890/7919")
  }

  @Test(
    "with so many decimals, rounded once",
    arguments: [
      ("28.165", 2, "28.17"), ("97.777777", 2, "97.78"), ("5", 2, "5.00"), ("0", 2, "0.00"), ("-0.001", 2, "0.00"),
      ("-0.005", 2, "-0.01"), ("0.05", 1, "0.1"), ("0.004", 2, "0.00"), ("-12.5", 0, "-13"), ("12.34", 0, "12"),
      ("1/3", 6, "0.333333"), ("-1/3", 3, "-0.333"), ("100", 0, "100"), ("0.000001", 6, "0.000001"),
    ] as [(Rational, Int, String)])
  func decimals(value: Rational, decimals: Int, text: String) {
    #expect(value.text(decimals: decimals) == text)
  }

  @Test func halfToEven() {
    #expect(Rational("28.165").text(decimals: 2, .halfEven) == "28.16")
    #expect(Rational("-2.5").text(decimals: 0, .halfEven) == "-2")
  }

  @Test(
    "as people write them",
    arguments: [
      ("97.5", "97.5"), ("3.00", "3"), ("0.000001", "0.000001"), ("-0.25", "-0.25"), ("1/3", "1/3"), ("0", "0"),
      ("100", "100"), ("1/64", "0.015625"), ("1/128", "1/128"), ("85%", "0.85"), ("-10", "-10"),
    ] as [(Rational, String)])
  func plain(value: Rational, text: String) {
    #expect(value.plainText == text)
  }

  @Test("what is written exactly reads back", arguments: 1...3 as ClosedRange<UInt64>)
  func readsBack(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let value = random.rational()
      check(Rational(exact: value.description) == value, value.description)
    }
  }

  @Test(
    "anything else is no exact number",
    arguments: ["", "1/0", "1/", "/2", "1/2/3", "1.5", "85%", "a", "1/-2", " 1", "-", "1/+"])
  func notExact(text: String) {
    #expect(Rational(exact: text) == nil)
  }
}
