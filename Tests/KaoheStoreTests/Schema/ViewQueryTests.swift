import Testing

@testable import KaoheSchema

/// Where a column of a view comes from, in names of tables.
@Suite struct ViewQueryTests {
  private static let names: Set = ["visit", "score", "district", "station", "other"]

  private func origin(_ query: String, of column: String = "x") -> String? {
    ViewQuery(SQLToken.all(of: Array(query.utf8))[...], among: Self.names).origin(of: column)
  }

  @Test(arguments: [
    // The alias of a table.
    ("SELECT s.points / 1e6 AS x FROM score AS s;", "score.points / 1e6"),
    ("SELECT coalesce(a.y, b.y) AS x FROM score AS a LEFT JOIN visit AS b ON b.y = a.y", "coalesce(score.y, visit.y)"),
    // No alias; texts are left alone.
    ("SELECT 's.y ' || visit.y AS x FROM visit", "'s.y ' || visit.y"),
    // The same table twice: the first has the name, the other says how it is joined.
    (
      "SELECT c.y - l.y AS x FROM score AS c LEFT JOIN score AS l ON l.z = c.z - 1 WHERE c.y > 0",
      "score.y - l.y; l: score ON l.z = score.z - 1"
    ),
    // A column of a subquery, which is a table's, or an expression, or the same through a star.
    ("SELECT q.y AS x FROM (SELECT v.y FROM visit AS v) AS q", "visit.y"),
    ("SELECT q.y AS x FROM (SELECT y FROM visit) AS q", "visit.y"),
    ("SELECT q.y AS x FROM (SELECT *, 1 AS z FROM visit) AS q", "visit.y"),
    ("SELECT q.y AS x FROM (SELECT g.*, 1 AS z FROM (SELECT max(a) AS y FROM visit) AS g) AS q", "max(a) FROM visit"),
    ("SELECT q.y AS x FROM (SELECT count(*) AS y FROM visit GROUP BY z) AS q", "count(*) FROM visit"),
    (
      "SELECT coalesce(q.y, 0) AS x FROM score AS s LEFT JOIN (SELECT sum(v.y) AS y FROM visit AS v) AS q ON 1",
      "coalesce(q.y, 0); q.y = sum(visit.y)"
    ),
    // What can't be followed: the tables that it reads.
    ("SELECT q.y AS x FROM (SELECT y FROM visit UNION ALL SELECT z FROM score) AS q", "visit, score"),
    ("SELECT q.y = 1 AS x FROM (WITH t AS (SELECT y FROM visit) SELECT y FROM t) AS q", "q.y = 1; q FROM visit"),
    // Aliases of the expression itself, also one that hides another or the table beside itself.
    (
      "SELECT (SELECT count(*) FROM visit AS s WHERE s.y = d.y) AS x FROM district AS d JOIN score AS s ON s.z = d.z",
      "(SELECT count(*) FROM visit WHERE visit.y = district.y)"
    ),
    (
      "SELECT (SELECT max(e.y) FROM score AS e WHERE e.y < s.y) AS x FROM score AS s",
      "(SELECT max(e.y) FROM score AS e WHERE e.y < score.y)"
    ),
    // A function of rows is no table.
    ("SELECT j.value AS x FROM visit AS v CROSS JOIN json_each(v.y) AS j", "j.value"),
  ])
  func aliasesAreResolved(query: String, origin: String) { #expect(self.origin(query) == origin) }

  @Test func whatIsNotThereHasNoOrigin() {
    #expect(origin("SELECT y AS z FROM visit") == nil)
    #expect(origin("SELECT y AS x FROM visit UNION SELECT y FROM score") == nil)
    #expect(origin("") == nil)
  }

  /// Of all views: no alias is left that a reader can't look up.
  @Test func sourcesOfViewsNameTables() throws {
    let names = Set(SchemaText.relations.map(\.name))
    let views = Set(SchemaText.relations.filter { $0.kind == .view }.map(\.name))
    for entry in DictionaryEntry.all where views.contains(entry.object) && !entry.column.isEmpty {
      let tokens = SQLToken.all(of: Array(entry.source.utf8))
      for alias in Set(tokens.compactMap { $0.parts?.alias }) where alias.first?.isLetter == true {
        let isExplained =
          ["; \(alias).", "; \(alias) FROM ", "; \(alias): ", " AS \(alias)", "; FROM "].contains {
            entry.source.contains($0)
          }
        #expect(names.contains(alias) || isExplained, "\(entry.object).\(entry.column): \(alias) in \(entry.source)")
      }
    }
  }
}
