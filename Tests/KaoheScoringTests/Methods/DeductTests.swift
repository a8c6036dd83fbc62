import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("deduct: −Σ min(points·count, item max), the sum bounded by max")
struct DeductTests {
  /// 缺件 0.3 (max 2), 迟报 0.2 (max 2): leaf A3.1 of the demo's rules.
  private let filing = Leaf.sample(
    points: 3, .deduct(0..<2), items: [.deduct("缺件", "0.3", max: 2), .deduct("迟报", "0.2", max: 2)])

  @Test func nothingFoundLeavesAllPoints() throws {
    #expect(try filing.score("none") == 3)
    #expect(try filing.score("无") == 3)
    #expect(try filing.score(Row("缺件", 0), Row("迟报", 0)) == 3)
  }

  @Test func eachCountTakesItsPoints() throws {
    #expect(try filing.score(Row("缺件", 1)) == "2.7")
    #expect(try filing.score(Row("缺件", 2), Row("迟报", 3)) == "1.8")
  }

  @Test(
    "the item's max is not passed: 6·0.3 = 1.8, 7·0.3 = 2.1 → 2",
    arguments: [
      (6, "1.2"), (7, 1), (70, 1),
    ] as [(Int, Rational)])
  func itemMax(count: Int, score: Rational) throws {
    #expect(try filing.score(Row("缺件", count)) == score)
  }

  @Test("the score stops at 0: 扣完为止")
  func clampedToZero() throws {
    #expect(try filing.score(Row("缺件", 9), Row("迟报", 9)) == 0)
    #expect(try filing.score(Row("缺件", 99), Row("迟报", 99)) == 0)
  }

  @Test(
    "the method's max bounds the sum, after the items' own",
    arguments: [
      (3, 0, 3), (4, 0, 2), (0, 4, 4), (3, 2, 2), (4, 4, 2),
    ] as [(Int, Int, Rational)])
  func methodMax(a: Int, b: Int, score: Rational) throws {
    let leaf = Leaf.sample(
      points: 6, .deduct(0..<2, max: 4), items: [.deduct("a", 1), .deduct("b", 1, max: 2)])
    #expect(try leaf.score(Row("a", a), Row("b", b)) == score)
  }

  @Test("two deduct methods are bounded apart")
  func twoMethods() throws {
    let leaf = Leaf.sample(
      points: 10, .deduct(0..<1, max: 2), .deduct(1..<2, max: 3), items: [.deduct("a", 1), .deduct("b", 1)])
    #expect(try leaf.score(Row("a", 9), Row("b", 9)) == 5)
    #expect(try leaf.score(Row("a", 1), Row("b", 9)) == 6)
  }

  @Test("两次及以上不得分", arguments: [(0, 10), (1, 9), (2, 0), (3, 0)] as [(Int, Rational)])
  func zeroAt(count: Int, score: Rational) throws {
    let leaf = Leaf.sample(.deduct(0..<1), items: [.deduct("a", 1, zeroAt: 2)])
    #expect(try leaf.score(Row("a", count)) == score)
  }

  @Test("zero_at counts each item for itself")
  func zeroAtPerItem() throws {
    let leaf = Leaf.sample(.deduct(0..<2), items: [.deduct("a", 1, zeroAt: 2), .deduct("b", 1, zeroAt: 3)])
    #expect(try leaf.score(Row("a", 1), Row("b", 2)) == 7)
    #expect(try leaf.score(Row("a", 1), Row("b", 3)) == 0)
  }

  @Test(
    "zero_at makes it min(what it would be, max(0, floor))",
    arguments: [
      (2, 1, 9), (2, 2, 2), (-3, 1, 9), (-3, 2, 0), (0, 2, 0),
    ] as [(Rational, Int, Rational)])
  func zeroAtWithFloor(floor: Rational, count: Int, score: Rational) throws {
    let leaf = Leaf.sample(.deduct(0..<1), items: [.deduct("a", 1, zeroAt: 2)], floor: floor)
    #expect(try leaf.score(Row("a", count)) == score)
  }

  @Test("zero_at gives nothing back to a score below 0")
  func zeroAtBelowZero() throws {
    let leaf = Leaf.sample(.deduct(0..<1), items: [.deduct("a", 7, zeroAt: 2)], floor: -5)
    #expect(try leaf.score(Row("a", 2)) == -4)
    #expect(try leaf.score(Row("a", 9)) == -5)
  }

  @Test("a floor above 0 holds")
  func floorAboveZero() throws {
    let leaf = Leaf.sample(points: 5, .deduct(0..<1), items: [.deduct("a", 1)], floor: 2)
    #expect(try leaf.score(Row("a", 3)) == 2)
    #expect(try leaf.score(Row("a", 4)) == 2)
  }

  @Test("counts of any size are exact")
  func hugeCounts() throws {
    let leaf = Leaf.sample(.deduct(0..<1), items: [.deduct("a", "0.000001")], floor: "-1000000000000000000000000000000")
    #expect(try leaf.score(Row("a", "100000000000000000000000000001")) == "-99999999999999999999990.000001")
  }

  @Test func theExplanationNamesItemsAndBounds() throws {
    let item = Item.deduct("a", 1, max: 3)
    let leaf = Leaf.sample(.deduct(0..<1, max: 2), items: [item])
    #expect(
      try leaf.reasons(Row("a", 5))
        == [.start, .item(item, count: 5, limited: true), .methodMax(.deduct, max: 2)])
    #expect(try leaf.reasons(Row("a", 2)) == [.start, .item(item, count: 2, limited: false)])
  }
}
