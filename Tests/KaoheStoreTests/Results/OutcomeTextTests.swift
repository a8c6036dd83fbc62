import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What a district's leaves came to is read as it was written.
@Suite struct OutcomeTextTests {
  private func text(_ outcomes: [Outcome]) -> String {
    var bytes: [UInt8] = []
    OutcomeText.write(outcomes.map { LeafAppraisal($0) }, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func outcomes(_ text: String, _ leaves: Int) -> [Outcome]? {
    var text = text
    return text.withUTF8 { OutcomeText.read($0, leaves: leaves)?.map(\.outcome) }
  }

  @Test func everyOutcome() {
    let all: [Outcome] = [
      .score(Rational(5)), .score(Rational(-7, 3)), .score(.zero), .measure(Rational(9, 10)), .measure(Rational(-1)),
      .notApplicable, .missing, .summed,
    ]
    #expect(text(all) == "5 -7/3 0 =9/10 =-1 - ? +")
    #expect(outcomes(text(all), all.count) == all)
    #expect(outcomes(text(all), all.count + 1) == nil)
  }

  @Test func numbersOfAnySize() throws {
    var generator = SeededGenerator(seed: 1)
    var numbers = [Rational(Int.max), Rational(1, Int.max), Rational(-Int.max, Int.max - 1)]
    for _ in 0..<500 {
      let bits = generator.integer(1...62)
      numbers.append(Rational(generator.integer(-(1 << bits)...(1 << bits)), generator.integer(1...(1 << bits))))
    }
    numbers += zip(numbers, numbers.reversed()).map { $0 * $1 * Rational(Int.max, 7) }
    #expect(outcomes(text(numbers.map(Outcome.score)), numbers.count) == numbers.map(Outcome.score))
    for number in numbers {
      var bytes: [UInt8] = []
      bytes.append(exact: number)
      #expect(String(decoding: bytes, as: UTF8.self) == number.description)
      // As it is defined, without the short way.
      let scaled = number * Rational(1_000_000)
      let half = (scaled.magnitude + Rational(1, 2)).floor
      let wanted = (scaled.isNegative ? -half : half).int64
      if let wanted { #expect(number.micro == wanted, "\(number)") }
    }
  }

  @Test func codesInQuotes() {
    var bytes: [UInt8] = []
    bytes.append(quoted: "A\"1\\\u{7}考")
    #expect(String(decoding: bytes, as: UTF8.self) == #""A\"1\\\u0007考""#)
  }
}
