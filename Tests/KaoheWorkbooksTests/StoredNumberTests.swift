import Testing

@testable import KaoheWorkbooks

@Suite struct StoredNumberTests {
  @Test(arguments: [
    ("79.099999999999994", "79.1"), ("0.30000000000000004", "0.3"),
    ("7.0000000000000007E-2", "0.07"),
    ("99.999999999999986", "100"), ("-4.4999999999999998E-2", "-0.045"), ("0.1", "0.1"),
    ("100", "100"),
  ])
  func seventeenDigitsAreTheDecimalThatWasMeant(stored: String, plain: String) {
    #expect(StoredNumber(stored)?.text == plain)
  }

  @Test(arguments: [
    ("1E-3", "0.001"), ("1.5E+2", "150"), ("1.5e2", "150"), ("12E1", "120"), ("1.25E1", "12.5"),
    ("0E10", "0"),
    ("1E400", "1" + String(repeating: "0", count: 400)),
    ("5E-324", "0." + String(repeating: "0", count: 323) + "5"),
  ])
  func exponentsBecomePlainDecimals(stored: String, plain: String) {
    #expect(StoredNumber(stored)?.text == plain)
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("-0.0", "0"), ("007", "7"), ("+3", "3"), (".5", "0.5"), ("1.", "1"),
    ("1.500", "1.5"),
    ("00.0010", "0.001"), ("-12", "-12"),
  ])
  func zerosAndSignsAreTidy(stored: String, plain: String) {
    #expect(StoredNumber(stored)?.text == plain)
  }

  @Test(arguments: [
    ("123456789012345", "123456789012345"), ("1234567890123454", "1234567890123450"),
    ("1234567890123455", "1234567890123460"), ("-1234567890123455", "-1234567890123460"),
    ("999999999999999.5", "1000000000000000"), ("0.9999999999999999", "1"),
    ("0.000123456789012345678", "0.000123456789012346"),
  ])
  func roundedToFifteenDigitsHalfAwayFromZero(stored: String, plain: String) {
    #expect(StoredNumber(stored)?.text == plain)
  }

  @Test(arguments: [
    "", "-", ".", "E5", "1E", "1E401", "1E-401", "1E99999999999999999999", "1e+", "abc", "1,5",
    "1 2", "0x10", "NaN",
    "INF", "1.2.3",
    "--1", "１", String(repeating: "1", count: 1001),
  ])
  func otherTextsAreNoNumbers(stored: String) {
    #expect(StoredNumber(stored) == nil)
  }
}
