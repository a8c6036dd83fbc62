import KaoheTestSupport
import Testing

@testable import KaoheScoring

@Suite("The grammar of numbers: decimals, percentages, fractions of whole numbers")
struct NumberTextTests {
  @Test(
    "is read from the text, never as a binary float",
    arguments: [
      ("0", Rational(0)), ("0.1", Rational(1, 10)), ("0.15", Rational(3, 20)), ("85%", Rational(17, 20)),
      ("100/109", Rational(100, 109)), ("1041", Rational(1041)), ("-3%", Rational(-3, 100)), ("+5", Rational(5)),
      ("+0.5", Rational(1, 2)), ("-0.25", Rational(-1, 4)), ("007", Rational(7)), ("0.10", Rational(1, 10)),
      ("-45/60", Rational(-3, 4)), ("12.5%", Rational(1, 8)), ("0/7", Rational(0)), ("-0", Rational(0)),
      ("5.0", Rational(5)), ("150%", Rational(3, 2)), ("9223372036854775807", Rational(Int.max)),
      ("999999999999999999", Rational(999_999_999_999_999_999)), ("0.333333", Rational(333_333, 1_000_000)),
    ])
  func accepted(text: String, value: Rational) throws {
    #expect(try NumberText.parse(text).value == value)
  }

  @Test("keeps a fraction as it is written")
  func fractionsAreNotReduced() throws {
    #expect(try NumberText.parse("45/60") == .fraction(numerator: 45, denominator: 60))
    #expect(try NumberText.parse("-45/60") == .fraction(numerator: -45, denominator: 60))
    #expect(try NumberText.parse("4/1") == .fraction(numerator: 4, denominator: 1))
    #expect(try NumberText.parse("3") == .number(3))
  }

  @Test("a denominator may be 0, and then there is no value", arguments: ["0/0", "1/0", "-1/0", "0/00"])
  func zeroDenominator(text: String) throws {
    #expect(try NumberText.parse(text).value == nil)
  }

  @Test(
    "no spaces, no exponents, no signs inside",
    arguments: [
      ".5", "5.", "1e3", "1E3", "--1", "+-1", "-", "+", "%", "/", "1/", "/2", "1/2/3", "1/-2", "1/+2", "1.5/2", "1/2.5",
      "1./2", "1/2%", "5%%", "%5", " 5", "5 ", "5 %", "1 /2", "1,000", "0x10", "1_000", "abc", "½", "五", "1.2.3", "NaN",
      "inf", "∞", "٣", "5\n", "5\u{0}", "5‰", "−5",
    ])
  func refused(text: String) {
    #expect(throws: NumberText.Problem.notANumber) { try NumberText.parse(text) }
  }

  @Test(
    "full-width characters are named as the fault",
    arguments: [
      "１２", "85％", "－3", "1／2", "5．5", "＋5", "1２", "\u{3000}5", "5\u{3000}", "4５/60", "45/６0",
    ])
  func fullWidth(text: String) {
    #expect(throws: NumberText.Problem.fullWidth) { try NumberText.parse(text) }
  }

  @Test func empty() {
    #expect(throws: NumberText.Problem.empty) { try NumberText.parse("") }
  }

  @Test("a decimal of a rule file has at most 6 places", arguments: ["0.123456", "0.000001%", "1.5", "7", "1/3"])
  func sixPlaces(text: String) throws {
    #expect(throws: Never.self) { try NumberText.parse(text, places: 6) }
  }

  @Test("more is an error, zeros too", arguments: ["0.1234567", "0.1000000", "-3.0000000%"])
  func sevenPlaces(text: String) {
    #expect(throws: NumberText.Problem.tooManyPlaces(6)) { try NumberText.parse(text, places: 6) }
  }

  @Test(
    "up to 30 digits, kept exactly",
    arguments: [
      "123456789012345678901234567890", "1234567890.12345678901234567890", "-123456789012345678901234567890%",
      "123456789012345/123456789012346", "0.12345678901234567890123456789",
    ])
  func thirtyDigits(text: String) throws {
    #expect(throws: Never.self) { try NumberText.parse(text) }
  }

  @Test func longNumbersAreExact() throws {
    let long = try NumberText.parse("123456789012345678901234567890").value
    #expect(long?.description == "123456789012345678901234567890")
    let decimal = try NumberText.parse("0.12345678901234567890123456789").value
    #expect(decimal?.description == "12345678901234567890123456789/100000000000000000000000000000")
    #expect(try NumberText.parse("-0.1234567890123456789").value == "-1234567890123456789/10000000000000000000")
  }

  @Test(
    "31 digits are too many",
    arguments: [
      "1234567890123456789012345678901", "0.123456789012345678901234567890", "1234567890123456/123456789012345",
      "0000000000000000000000000000001", "1234567890123456789012345678901%",
    ])
  func thirtyOneDigits(text: String) {
    #expect(throws: NumberText.Problem.tooManyDigits(30)) { try NumberText.parse(text) }
  }

  @Test("a text of a million digits is refused at once")
  func manyDigits() {
    let text = String(repeating: "9", count: 1_000_000)
    #expect(throws: NumberText.Problem.tooManyDigits(30)) { try NumberText.parse(text) }
  }

  @Test func everyProblemIsWorded() {
    for problem in [
      NumberText.Problem.empty, .fullWidth, .notANumber, .tooManyPlaces(6), .tooManyDigits(30),
    ] {
      #expect(!problem.text.chinese.isEmpty && !problem.text.english.isEmpty)
    }
    #expect(NumberText.Problem.tooManyPlaces(6).text.english.contains("6"))
    #expect(NumberText.Problem.tooManyDigits(30).text.chinese.contains("30"))
  }
}
