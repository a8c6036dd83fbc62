import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("bands: the points of the first band that the measure satisfies, else 0")
struct BandsTests {
  /// 90%→3, 80%→2, 70%→1.
  private let awareness = Leaf.sample(points: 3, .bands(.atLeast("90%", 3), .atLeast("80%", 2), .atLeast("70%", 1)))

  @Test(
    "at_least includes its threshold",
    arguments: [
      ("100%", 3), ("90%", 3), ("89.999999%", 2), ("0.8", 2), ("799/1000", 1), ("70/100", 1), ("69.99%", 0), ("0", 0),
      ("-1", 0), ("120%", 3),
    ] as [(String, Rational)])
  func atLeast(value: String, score: Rational) throws {
    #expect(try awareness.score(Row("", value)) == score)
  }

  @Test(
    "above excludes its threshold",
    arguments: [
      ("5.01%", 4), ("5%", 2), ("0.000001", 2), ("0", 1), ("-0.000001", 1),
    ] as [(String, Rational)])
  func above(value: String, score: Rational) throws {
    let leaf = Leaf.sample(points: 4, .bands(.above("5%", 4), .above(0, 2), .otherwise(1)))
    #expect(try leaf.score(Row("", value)) == score)
  }

  @Test(
    "above and at_least of one threshold are told apart",
    arguments: [
      ("0.51", 3), ("0.5", 2), ("0.49", 1),
    ] as [(String, Rational)])
  func bothAtOneThreshold(value: String, score: Rational) throws {
    let leaf = Leaf.sample(points: 3, .bands(.above("0.5", 3), .atLeast("0.5", 2), .otherwise(1)))
    #expect(try leaf.score(Row("", value)) == score)
  }

  @Test(
    "80%以上6分,50%–80% 4分,50%以下3分",
    arguments: [
      ("0.8", 6), ("0.79", 4), ("0.5", 4), ("0.49", 3), ("0", 3),
    ] as [(String, Rational)])
  func otherwise(value: String, score: Rational) throws {
    let leaf = Leaf.sample(points: 6, .bands(.atLeast("80%", 6), .atLeast("50%", 4), .otherwise(3)))
    #expect(try leaf.score(Row("", value)) == score)
  }

  @Test("negative points take away from a start")
  func negativePoints() throws {
    let leaf = Leaf.sample(points: 5, .bands(.above("10%", -6), .above("5%", -4), .above(0, -2)), start: 5)
    #expect(try leaf.score("0") == 5)
    #expect(try leaf.score("3%") == 3)
    #expect(try leaf.score("7%") == 1)
    #expect(try leaf.score("12%") == 0)
  }

  @Test(
    "interpolated 60%→0, 80%→5: linear between, the end bands' points beyond",
    arguments: [
      ("55%", 0), ("60%", 0), ("70%", "2.5"), ("79%", "4.75"), ("80%", 5), ("90%", 5), ("-10%", 0), ("2/3", "5/3"),
    ] as [(String, Rational)])
  func interpolated(value: String, score: Rational) throws {
    let leaf = Leaf.sample(points: 5, .bands(.atLeast("80%", 5), .atLeast("60%", 0), interpolate: true))
    #expect(try leaf.score(Row("", value)) == score)
  }

  @Test(
    "interpolated between three thresholds, the lowest above 0 points",
    arguments: [
      ("39%", 1), ("40%", 1), ("50%", "1.5"), ("60%", 2), ("75%", 6), ("90%", 10), ("95%", 10), ("59.99%", "1.9995"),
    ] as [(String, Rational)])
  func threeThresholds(value: String, score: Rational) throws {
    let bands = Method.bands(.atLeast("90%", 10), .atLeast("60%", 2), .atLeast("40%", 1), interpolate: true)
    #expect(try Leaf.sample(points: 10, bands).score(Row("", value)) == score)
  }

  @Test(
    "interpolated where more is worse, and where points fall below 0",
    arguments: [
      ("0", 5), ("5", 5), ("10", "2.5"), ("15", 0), ("20", 0),
    ] as [(String, Rational)])
  func falling(value: String, score: Rational) throws {
    let leaf = Leaf.sample(points: 5, .bands(.atLeast(15, 0), .atLeast(5, 5), interpolate: true))
    #expect(try leaf.score(Row("", value)) == score)
    let negative = Leaf.sample(points: 5, .bands(.atLeast(15, -5), .atLeast(5, 0), interpolate: true), start: 5)
    #expect(try negative.score(Row("", value)) == score)
  }

  @Test("bands plus deductions in one item")
  func withDeductions() throws {
    let leaf = Leaf.sample(
      points: 6, .bands(.atLeast("80%", 6), .atLeast("50%", 4), .otherwise(3)), .deduct(0..<1, max: 2),
      items: [.deduct("缺件", "0.5")], start: .zero)
    #expect(try leaf.score("85%", Row("缺件", 1)) == "5.5")
    #expect(try leaf.score("60%", Row("缺件", 9)) == 2)
    #expect(try leaf.score("10%", Row("缺件", 9)) == 1)
  }

  @Test func theExplanationNamesTheBand() throws {
    guard case .band(_, let band)? = try awareness.reasons("85%").last,
      case .band(_, let nothing)? = try awareness.reasons("5%").last
    else {
      Issue.record("the last step is no band")
      return
    }
    #expect(band == .atLeast("80%", 2))
    #expect(nothing == nil)
  }
}
