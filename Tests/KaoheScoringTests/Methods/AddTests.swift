import KaoheScoring
import KaoheTestSupport
import Testing

@Suite("add: +Σ min(points·count, item max), the sum bounded by max")
struct AddTests {
  /// 市级0.3 省级0.6 国家级1: leaf E1.1 of the demo's rules.
  private let studios = Leaf.sample(
    points: 3, .add(0..<3), items: [.add("市级", "0.3"), .add("省级", "0.6"), .add("国家级", 1)])

  @Test func nothingFoundIsZero() throws {
    #expect(try studios.score("none") == 0)
    #expect(try studios.score(Row("市级", 0)) == 0)
  }

  @Test func countsAddUp() throws {
    #expect(try studios.score(Row("市级", 2), Row("省级", 1), Row("国家级", 1)) == "2.2")
  }

  @Test(
    "up to the leaf's cap, its points unless given",
    arguments: [
      (9, "2.7"), (10, 3), (11, 3), (1000, 3),
    ] as [(Int, Rational)])
  func cap(count: Int, score: Rational) throws {
    #expect(try studios.score(Row("市级", count)) == score)
  }

  @Test("or beyond its points where the cap is higher")
  func higherCap() throws {
    let leaf = Leaf.sample(points: 3, .add(0..<1), items: [.add("a", 2)], cap: 5)
    #expect(try leaf.score(Row("a", 2)) == 4)
    #expect(try leaf.score(Row("a", 3)) == 5)
  }

  @Test(
    "the items' maxima first, then the method's",
    arguments: [
      (2, 0, 2), (3, 0, 2), (0, 5, 5), (3, 3, 5), (3, 4, 5), (1, 5, 5),
    ] as [(Int, Int, Rational)])
  func maxima(a: Int, b: Int, score: Rational) throws {
    let leaf = Leaf.sample(.add(0..<2, max: 5), items: [.add("a", 1, max: 2), .add("b", 1)])
    #expect(try leaf.score(Row("a", a), Row("b", b)) == score)
  }

  @Test("beside deduct, from a start in between: contributions add up, then one clamp")
  func withDeduct() throws {
    let leaf = Leaf.sample(
      .add(0..<1), .deduct(1..<2), items: [.add("创新", 1), .deduct("迟报", 2)], start: 6)
    #expect(try leaf.score("none") == 6)
    #expect(try leaf.score(Row("创新", 3), Row("迟报", 1)) == 7)
    #expect(try leaf.score(Row("创新", 9), Row("迟报", 3)) == 9)
    #expect(try leaf.score(Row("创新", 9)) == 10)
    #expect(try leaf.score(Row("迟报", 4)) == 0)
  }

  @Test func theExplanationNamesItemsAndBounds() throws {
    let item = Item.add("a", 1, max: 4)
    let leaf = Leaf.sample(points: 3, .add(0..<1), items: [item])
    #expect(try leaf.reasons(Row("a", 5)) == [.start, .item(item, count: 5, limited: true), .cap(3)])
    #expect(try leaf.reasons("none") == [.start])
  }
}
