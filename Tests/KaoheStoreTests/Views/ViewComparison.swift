import KaoheScoring

@testable import KaoheStore

/// Compares what the views show with what the engine gives, to the last digit: points are compared as whole millionths.
struct ViewComparison {
  let store: Store
  /// By code of the assessment.
  let results: [EngineResult]

  /// Stale results are recomputed first.
  init(_ store: Store) throws {
    let codes = try store.assessments()
    for code in codes { try store.refresh(code, Store.tester) }
    self.store = store
    results = try store.read { database in
      let names = try RecordNames(database)
      return try codes.map { try EngineResult(database, $0, names) }
    }
  }

  /// What differs in any of the views, a line each: `+` where a view shows what the engine does not give, `-` where it
  /// lacks something; empty where all are equal.
  static func differences(_ store: Store) throws -> [String] {
    let comparison = try ViewComparison(store)
    return try ComparedView.all.flatMap(comparison.differences)
  }

  func differences(of view: ComparedView) throws -> [String] {
    let found = try store.rows("SELECT \(view.columns) FROM \(view.name)")
    let expected = try view.lines(self, found)
    let (wanted, known) = (Set(expected), Set(found))
    return found.filter { !wanted.contains($0) }.map { "+ \(view.name): \($0)" }
      + expected.filter { !known.contains($0) }.map { "- \(view.name): \($0)" }
      + (found.count == known.count ? [] : ["+ \(view.name): \(found.count - known.count) rows twice"])
  }
}

/// A view, or a table, that is compared with the engine.
struct ComparedView: Sendable {
  let name: String
  /// What is selected of it.
  let columns: String
  /// What it has to show, a line for each row; it is told what was found.
  let lines: @Sendable (ViewComparison, _ found: [String]) throws -> [String]

  init(
    _ name: String, _ columns: String, all lines: @escaping @Sendable (ViewComparison, [String]) throws -> [String]
  ) {
    (self.name, self.columns, self.lines) = (name, columns, lines)
  }

  /// - Parameter lines: those of one assessment.
  init(_ name: String, _ columns: String, lines: @escaping @Sendable (EngineResult) -> [String]) {
    self.init(name, columns) { comparison, _ in comparison.results.flatMap(lines) }
  }

  static let all = [
    districtRanking, phaseScore, sectionScore, leafScore, siteScore, itemScore, deduction, adjustmentDetail,
    yearOverYear, newestAssessment, groupSeverity,
    enterpriseOverview, parkOverview, openQuestion,
  ]

  /// Points as whole millionths.
  static func micro(_ points: String) -> String { "CAST(round((\(points)) * 1000000) AS INTEGER)" }

  static func line(_ cells: String...) -> String { cells.joined(separator: " | ") }
}
