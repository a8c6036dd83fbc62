import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("Reading values: the rows of records.md's table")
struct ReadingTests {
  @Test(
    "a measure",
    arguments: [
      ("45/60", .fraction(numerator: 45, denominator: 60)), ("85%", .number("0.85")), ("0.85", .number("0.85")),
      ("1041", .number(1041)), ("-3%", .number("-0.03")), ("0/60", .fraction(numerator: 0, denominator: 60)),
    ] as [(String, NumberText)])
  func measure(value: String, number: NumberText) throws {
    #expect(try LeafFixtures.measure.read(item: "", value: value) == .measure(number))
    #expect(try LeafFixtures.mixed.read(item: "", value: value) == .measure(number))
  }

  @Test(
    "every method on a measure takes one",
    arguments: [
      .ratio(), .bands(.atLeast(1, 4)), .steps(1, each: 1, .above, 1), .peerRatio(better: .higher),
      .peerRank(better: .lower, [4], beyond: 0), .peerRange(better: .higher), .ratioToPeerMean(),
    ] as [Method])
  func measures(method: Method) throws {
    #expect(try Leaf.sample(points: 4, method).read(item: "", value: "7") == .measure(.number(7)))
  }

  @Test("up to 30 digits, kept exactly as written")
  func thirtyDigits() throws {
    let value = try LeafFixtures.measure.read(item: "", value: "123456789012345/123456789012346")
    #expect(value == .measure(.fraction(numerator: "123456789012345", denominator: "123456789012346")))
  }

  @Test("the answer, with a count", arguments: [("满意", 0, "60"), ("不满意", 2, "0"), ("不了解", 3, "7")])
  func survey(answer: String, position: Int, count: String) throws {
    #expect(
      try LeafFixtures.survey.read(item: answer, value: count)
        == .answers(answer: position, NumberText.parse(count).value ?? -1))
  }

  @Test("the item's code, with a count")
  func counts() throws {
    #expect(try LeafFixtures.counts.read(item: "late", value: "3") == .count(item: 0, 3))
    #expect(try LeafFixtures.counts.read(item: "award", value: "0") == .count(item: 1, 0))
    #expect(try LeafFixtures.mixed.read(item: "late", value: "12") == .count(item: 0, 12))
  }

  @Test("looked at, nothing found", arguments: ["none", "无"])
  func none(value: String) throws {
    #expect(try LeafFixtures.counts.read(item: "", value: value) == .none)
  }

  @Test(arguments: [("yes", true), ("no", false), ("是", true), ("否", false)])
  func checklist(value: String, met: Bool) throws {
    #expect(try LeafFixtures.checklist.read(item: "b", value: value) == .met(item: 1, met))
    #expect(try LeafFixtures.mixed.read(item: "a", value: value) == .met(item: 1, met))
  }

  @Test func levels() throws {
    #expect(try LeafFixtures.levels.read(item: "", value: "良") == .level(1, share: "0.8"))
    #expect(try LeafFixtures.ranges.read(item: "", value: "良 0.85") == .level(0, share: "0.85"))
    #expect(try LeafFixtures.ranges.read(item: "", value: "中 79%") == .level(1, share: "0.79"))
  }

  @Test("a level's code is any text that the rules choose: 无, none, with a space, a beginning of another")
  func unusualLevels() throws {
    let station = Leaf.sample(points: 3, .levels(["有": 1, "无": 0, "none": "0.1"]))
    #expect(try station.read(item: "", value: "无") == .level(1, share: 0))
    #expect(try station.read(item: "", value: "none") == .level(2, share: "0.1"))
    let spaced = Leaf.sample(points: 3, .levels(["A": 1, "A 档": "0.5", "B": 0]))
    #expect(try spaced.read(item: "", value: "A 档") == .level(1, share: "0.5"))
    #expect(try spaced.read(item: "", value: "A") == .level(0, share: 1))
    let ranges = Leaf.sample(points: 3, .levelRanges(["A 档": ("0.8", 1), "A": (0, "0.79")]))
    #expect(try ranges.read(item: "", value: "A 档 0.9") == .level(0, share: "0.9"))
    #expect(try ranges.read(item: "", value: "A 0.5") == .level(1, share: "0.5"))
  }

  @Test func judged() throws {
    #expect(try LeafFixtures.judged.read(item: "", value: "2.5") == .judged("2.5"))
    #expect(try LeafFixtures.judged.read(item: "", value: "0") == .judged(0))
  }

  @Test("any leaf may be not applicable, or have an observation withdrawn", arguments: LeafFixtures.all)
  func anyLeaf(leaf: Leaf) throws {
    #expect(try leaf.read(item: "", value: "n/a") == .notApplicable)
    #expect(try leaf.read(item: "", value: "不适用") == .notApplicable)
    #expect(try leaf.read(item: "", value: "-") == .withdrawn)
    for item in leaf.items { #expect(try leaf.read(item: item.code, value: "-") == .withdrawn) }
    for answer in leaf.survey?.answers ?? [] { #expect(try leaf.read(item: answer.code, value: "-") == .withdrawn) }
  }

  @Test("only judged and levels rows carry a scorer")
  func scorers() throws {
    #expect(ObservedValue.judged(1).takesScorer && ObservedValue.level(0, share: 1).takesScorer)
    for value in [
      ObservedValue.measure(.number(1)), .count(item: 0, 1), .met(item: 0, true), .answers(answer: 0, 1), .none,
      .notApplicable, .withdrawn,
    ] {
      #expect(!value.takesScorer, "\(value)")
    }
  }

  @Test("a deduction with a count above 0 needs a reason")
  func deductions() {
    let leaf = LeafFixtures.counts
    #expect(ObservedValue.count(item: 0, 1).isDeduction(in: leaf))
    #expect(!ObservedValue.count(item: 0, 0).isDeduction(in: leaf))
    #expect(!ObservedValue.count(item: 1, 1).isDeduction(in: leaf))
    #expect(!ObservedValue.none.isDeduction(in: leaf))
  }
}
