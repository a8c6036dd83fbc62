import Testing

@testable import KaoheStore

/// The comparison finds what differs: else that it finds nothing would say nothing.
@Suite struct ViewComparisonTests {
  /// A mistake that could be in a view, or in one that it reads.
  private struct Mistake {
    var view: ComparedView
    var place: String
    var right: String
    var wrong: String

    init(_ view: ComparedView, in place: String? = nil, _ right: String, _ wrong: String) {
      (self.view, self.place, self.right, self.wrong) = (view, place ?? view.name, right, wrong)
    }
  }

  private static let mistakes = [
    Mistake(.districtRanking, "r.base_micro / 1e6", "(r.base_micro + 1) / 1e6"),
    Mistake(.districtRanking, "r.rank AS rank", "9 - r.rank AS rank"),
    Mistake(.districtRanking, "CAST(r.total AS REAL)", "r.base_micro / 1e6"),
    Mistake(.districtRanking, "p.status = 'enrolled'", "r.rank > 1"),
    Mistake(.leafScore, "r.score_micro / 1e6", "(r.score_micro - 1) / 1e6"),
    Mistake(.leafScore, "r.lost_micro / 1e6", "(r.points_micro + r.score_micro) / 1e6"),
    Mistake(.leafScore, "r.status AS status", "'scored' AS status"),
    Mistake(.siteScore, "s.score_micro / 1e6", "(s.score_micro + 1) / 1e6"),
    Mistake(.siteScore, "IN ('submitted', 'confirmed')", "IN ('submitted', 'draft')"),
    Mistake(.deduction, "i.count, i.points_micro", "i.count + 1 AS count, i.points_micro"),
    Mistake(.deduction, "i.points_micro / 1e6", "l.points_micro / 1e6"),
    Mistake(.deduction, "WHERE i.kind = 'deduct'", "WHERE i.count > 1"),
    Mistake(.deduction, in: "item_observation", "x.superseded = o.id", "1"),
    Mistake(.yearOverYear, "b.rank - r.rank", "r.rank - b.rank"),
    Mistake(.yearOverYear, "b.rank AS previous_rank", "r.rank AS previous_rank"),
    Mistake(.yearOverYear, "round(r.total - b.total, 6)", "round(r.total - b.total, 1)"),
    Mistake(.yearOverYear, "b.grade AS previous_grade", "r.grade AS previous_grade"),
    Mistake(.yearOverYear, "e.year < a.year", "e.year <= a.year"),
    Mistake(.yearOverYear, in: "district_ranking", "CAST(r.total AS REAL)", "r.base_micro / 1e6"),
    Mistake(.newestAssessment, "ORDER BY 3 DESC", "ORDER BY 3"),
    Mistake(.districtRanking, "r.vetoes AS vetoes", "'' AS vetoes"),
    Mistake(.phaseScore, "r.score_micro / 1e6", "h.weight_micro * r.score_micro / 2e12"),
    Mistake(.sectionScore, "r.score_micro / 1e6", "r.points_micro / 1e6"),
    Mistake(.sectionScore, "i.code = r.section", "i.code = r.section || '1'"),
    Mistake(.adjustmentDetail, "r.counted_micro / 1e6", "e.count"),
    Mistake(.adjustmentDetail, "r.outcome AS outcome", "'counted' AS outcome"),
    Mistake(.adjustmentDetail, "entry = e.entry ORDER BY", "entry < e.entry ORDER BY"),
    Mistake(.groupSeverity, "1e6, 6) AS mean_score", "1e6, 5) AS mean_score"),
    Mistake(.groupSeverity, "m.score / m.visits / 1e6 - m.city_score / m.city_visits", "m.city_score / m.city_visits"),
    Mistake(.groupSeverity, "PARTITION BY v.assessment, s.indicator", "PARTITION BY v.assessment"),
    Mistake(.groupSeverity, "s.status = 'scored'", "1"),
    Mistake(.enterpriseOverview, "s.score_micro / 1e6", "(s.score_micro + 1) / 1e6"),
    Mistake(.enterpriseOverview, "WHERE s.status = 'scored'", ""),
    Mistake(.enterpriseOverview, "1.0 * s.score_micro", "0.5 * s.score_micro"),
    Mistake(.enterpriseOverview, "max(date)", "min(date)"),
    Mistake(.parkOverview, "s.points_micro / 1e6", "(s.points_micro + 1) / 1e6"),
    Mistake(.parkOverview, "count(*) AS leaves", "count(*) + 1 AS leaves"),
    Mistake(.openQuestion, "l.status = 'missing'", "l.status = 'scored'"),
    Mistake(.openQuestion, "v.status IN ('draft', 'submitted')", "v.status = 'submitted'"),
    Mistake(.openQuestion, "WHERE o.status = 'open'", "WHERE o.status <> 'open'"),
  ]

  /// The demo in the midst of its work: what was found at one place was corrected, another is not submitted yet, one
  /// objects.
  private func store() throws -> Store {
    let store = try Store.withDemo()
    try store.recording("UPDATE visit SET status = 'draft' WHERE code = 'V22-N-wxjkq'")
    try store.observe(ScoreCell("V22-N-320205", "A3.1", item: "A3.1-2"), "1", reason: "10月报表核实为按时")
    _ = try store.open(
      NewObjection(visit: "V22-N-320211", indicator: "A3.1", raisedBy: "滨湖区", text: "多计", evidence: []),
      session: Session(actor: "主任", command: "test"))
    return store
  }

  @Test func findsMistakesOfEachView() throws {
    let store = try store()
    let comparison = try ViewComparison(store)
    for mistake in Self.mistakes {
      let differences = try store.withView(mistake.place, mistake.right, is: mistake.wrong) {
        try comparison.differences(of: mistake.view)
      }
      #expect(!differences.isEmpty, "\(mistake.view.name) with “\(mistake.wrong)”")
    }
    let left = try ComparedView.all.flatMap(comparison.differences)
    #expect(left == [])
    let found = Set(Self.mistakes.map(\.view.name)).union([ComparedView.itemScore.name])
    #expect(found == Set(ComparedView.all.map(\.name)))
  }

  @Test func findsRowsThatDiffer() throws {
    let store = try Store.withBase()
    try store.recording(
      """
      UPDATE item_score SET points_micro = points_micro + 1;
      UPDATE leaf_result SET score_micro = score_micro + 1 WHERE district = 'd1' AND indicator = 'A6';
      UPDATE scored_visit SET scores = json_remove(scores, '$.B3') WHERE alone;
      UPDATE scored_subject SET scores = json_remove(scores, '$.B3')
      """)
    let signs = try ViewComparison.differences(store).map { $0.prefix { $0 != ":" } }
    #expect(
      signs.sorted() == [
        "+ deduction", "+ enterprise_overview", "+ item_score", "+ leaf_score", "- deduction", "- enterprise_overview",
        "- group_severity", "- item_score", "- leaf_score", "- site_score",
      ])
  }
}
