import KaoheScoring
import KaoheTestSupport
import Testing

@testable import KaoheStore

/// How a draft came to its scores does not matter: only what holds in the end.
@Suite struct HistoryTests {
  private typealias Cell = (indicator: String, item: String)

  private static let cells: [Cell] = [
    ("A2", "A2-1"), ("A3", "A3-1"), ("A3", "A3-2"), ("A4", ""), ("A6", ""), ("A9", ""),
  ]

  private static func value(of cell: Cell, _ generator: inout SeededGenerator) -> String {
    if generator.oneIn(4) { return "-" }
    return switch cell.indicator {
    case "A3": generator.pick(["yes", "no"])
    case "A6": "\(generator.integer(0...5))"
    default: "\(generator.integer(0...9))"
    }
  }

  private static func scores(_ rows: [(cell: Cell, value: String)]) -> Change {
    let lines = rows.map { "V6,\($0.cell.indicator),\($0.cell.item),\($0.value)\n" }.joined()
    return .file("scores.csv", "visit,indicator,item,value\n" + lines)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func onlyTheLastValuesCount(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var last = Self.cells.map { _ in "-" }
    let store = try Store.withBase()
    for _ in 0..<4 {
      var rows: [(cell: Cell, value: String)] = []
      for position in Self.cells.indices where !generator.oneIn(3) {
        last[position] = Self.value(of: Self.cells[position], &generator)
        rows.append((Self.cells[position], last[position]))
      }
      try store.importing(Records().with(Self.scores(rows.shuffled(using: &generator))))
    }
    // A checklist is complete, or it is not recorded.
    for position in [1, 2] where last[3 - position] != "-" && last[position] == "-" {
      last[position] = "no"
    }
    let final = zip(Self.cells, last).map { (cell: $0, value: $1) }
    let confirmed = Records.base.with(
      Self.scores(final), .replace("visits.csv", "2022-06-06,,draft", "2022-06-06,,confirmed"))
    try store.importing(confirmed)
    let fresh = try Store.withBase()
    try fresh.importing(confirmed)
    #expect(
      try ExpectedRanking(store.ranking(of: "2022", session: Store.tester))
        == ExpectedRanking(fresh.ranking(of: "2022", session: Store.tester)))
    let live = "SELECT indicator, item, value FROM current_observation WHERE visit = 'V6' ORDER BY indicator, item"
    #expect(try store.rows(live) == fresh.rows(live))
    // Of each cell one observation at most is live.
    #expect(
      try store.rows(
        """
        SELECT count(*) FROM observation AS o WHERE NOT EXISTS (
          SELECT 1 FROM supersession AS s WHERE (s.visit, s.indicator, s.item, s.scorer, s.superseded)
            = (o.visit, o.indicator, o.item, o.scorer, o.id))
        GROUP BY visit, indicator, item, scorer HAVING count(*) > 1
        """) == [])
  }
}
