import KaoheTestSupport
import Testing

@testable import KaoheStore

/// What merging promises, whatever was recorded on the sides. `KAOHE_SEEDS=1-2000` tries as many histories.
@Suite struct MergePropertyTests {
  private static let seeds = Seeds.chosen(else: 1...8)

  @Test(arguments: seeds)
  func mergingIsAUnion(seed: UInt64) throws {
    var history = try RandomHistory(seed: seed, of: Store.withBase())
    try history.run(steps: 40)
    let (a, b, c) = (history.copies[0], history.copies[1], history.copies[2])
    let ab = try a.merged(with: b)
    // The order does not matter.
    expectSame(try ab.facts(), try b.merged(with: a).facts())
    expectSame(try ab.merged(with: c).facts(), try a.merged(with: b.merged(with: c)).facts())
    // What is known adds nothing.
    let known = try ab.facts()
    for other in [a, b, try ab.cloned()] { #expect(try ab.merging(other).changes.isEmpty) }
    expectSame(try ab.facts(), known)
    // Results are those of the facts.
    expectSame(try ab.results(), try ab.recomputed().results())
    #expect(try ab.rows("PRAGMA foreign_key_check") == [])
    #expect(try ab.rows("SELECT * FROM stale") == [])
  }

  @Test(arguments: seeds.prefix(3))
  func theRankingIsThatOfOneDatabase(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let office = try Store.withBase().cloned()
    let together = try office.cloned()
    let copies = try (0..<3).map { _ in try office.checkedOut("G1") }
    // Each copy works at visits of its own.
    let visits = ["V4", "V6", "V5"]
    for _ in 0..<30 {
      let place = generator.integer(0...2)
      let cell =
        place == 2
        ? ScoreCell(visits[place], generator.pick(["B1"]))
        : ScoreCell(visits[place], generator.pick(["A4", "A8", "A9"]))
      let value = generator.oneIn(6) ? "-" : "\(generator.integer(1...9))/9"
      for store in [copies[place], together] {
        try store.observe(cell, value)
        if generator.oneIn(4) {
          try store.recording("UPDATE visit SET status = 'submitted' WHERE code = '\(visits[place])'")
        }
      }
    }
    for visit in visits {
      for store in [copies[visits.firstIndex(of: visit) ?? 0], together] {
        try store.recording("UPDATE visit SET status = 'submitted' WHERE code = '\(visit)'")
      }
    }
    for copy in copies.shuffled(using: &generator) { try office.merging(copy) }
    #expect(try office.conflicts().isEmpty)
    expectSame(try office.results(), try together.results())
  }
}

extension Store {
  /// The derived rows, without the moment at which they were computed.
  fileprivate func results() throws -> [String: [String]] {
    [
      "district_result": try rows(
        "SELECT district, rank, total_exact, grade, complete FROM district_result ORDER BY 1"),
      "leaf_result": try rows("SELECT district, indicator, status, score_exact FROM leaf_result ORDER BY 1, 2"),
      "inspection_score": try rows("SELECT visit, indicator, score_exact FROM inspection_score ORDER BY 1, 2"),
    ]
  }

  fileprivate func recomputed() throws -> Store {
    let clone = try cloned()
    try clone.recompute("2022", session: Store.tester)
    return clone
  }
}
