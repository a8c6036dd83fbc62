/// What belongs to a visit: its observations, corrections, steps, findings and objections.
extension SearchedRows {
  static let observations = ofVisit(
    "observation", leaf: "t.indicator", item: "t.item",
    [
      .code: "CAST(t.id AS TEXT)", .scorer: "t.scorer", .value: "t.value", .recordedBy: "t.recorded_by",
      .recordedAt: "t.recorded_at",
      .state: observationState,
    ], order: "i.position, n.position, t.item, t.scorer, t.id DESC")

  /// An observation with the value `-` withdraws what it supersedes.
  private static let observationState = """
    CASE
      WHEN EXISTS (
        SELECT 1 FROM supersession AS s JOIN observation AS o
          ON (o.visit, o.indicator, o.item, o.scorer, o.id) = (s.visit, s.indicator, s.item, s.scorer, s.by)
        WHERE (s.visit, s.indicator, s.item, s.scorer, s.superseded)
          = (t.visit, t.indicator, t.item, t.scorer, t.id) AND o.value = '-') THEN 'withdrawn'
      WHEN EXISTS (
        SELECT 1 FROM supersession AS s
        WHERE (s.visit, s.indicator, s.item, s.scorer, s.superseded)
          = (t.visit, t.indicator, t.item, t.scorer, t.id)) THEN 'superseded'
      WHEN t.value = '-' THEN 'withdrawal'
    END
    """

  static let supersessions = ofVisit(
    "supersession", leaf: "t.indicator", item: "t.item",
    [.scorer: "t.scorer", .recordedBy: "t.recorded_by", .recordedAt: "t.recorded_at"],
    order: "i.position, n.position, t.item, t.scorer, t.by DESC, t.superseded")

  static let recusalOverrides = ofVisit(
    "recusal_override", leaf: "t.indicator", item: "t.item",
    joins: """
      LEFT JOIN observation AS o
        ON (o.visit, o.indicator, o.item, o.scorer, o.id) = (t.visit, t.indicator, t.item, t.scorer, t.id)
      """,
    [
      .code: "CAST(t.id AS TEXT)", .scorer: "t.scorer", .recordedBy: "o.recorded_by", .recordedAt: "o.recorded_at",
    ],
    order: "i.position, n.position, t.item, t.scorer, t.id DESC, t.inspector")

  static let visitSteps = ofVisit(
    "visit_step", [.recordedBy: "t.recorded_by", .recordedAt: "t.recorded_at"], order: "t.id DESC")

  static let findings = ofVisit(
    "finding", leaf: "t.indicator", [.code: "t.code", .state: "iif(t.kind = 'problem', t.status, t.kind)"],
    order: "t.code")

  static let findingSteps = ofVisit(
    "finding_step", visit: "f.visit", leaf: "f.indicator", before: "LEFT JOIN finding AS f ON f.code = t.finding",
    [.code: "t.finding", .recordedBy: "t.recorded_by", .recordedAt: "t.recorded_at"], order: "t.finding, t.id DESC")

  static let objections = ofVisit(
    "objection", leaf: "t.indicator",
    [.code: "t.code", .state: "t.status", .recordedBy: "t.opened_by", .recordedAt: "t.opened_at"], order: "t.code")

  static let decisions = ofVisit(
    "objection", leaf: "t.indicator",
    [.code: "t.code", .state: "t.status", .recordedBy: "t.decided_by", .recordedAt: "t.decided_at"], order: "t.code")

  /// - Parameters:
  ///   - visit: the row's visit.
  ///   - leaf: its indicator, if it has one; so `item`.
  ///   - before: joins that `visit` needs.
  ///   - joins: more of them.
  private static func ofVisit(
    _ table: String, visit: String = "t.visit", leaf: String? = nil, item: String? = nil, before: String = "",
    joins: String = "", _ values: [SearchHit.Column: String], order: String
  ) -> SearchedRows {
    var from = """
      \(table) AS t \(before)
      LEFT JOIN visit AS v ON v.code = \(visit)
      LEFT JOIN assessment AS a ON a.code = v.assessment
      LEFT JOIN pilot_enterprise AS e ON e.code = v.enterprise
      LEFT JOIN industrial_park AS p ON p.code = v.park
      LEFT JOIN district AS h ON h.code = coalesce(v.district, e.district, p.district) \(joins)
      """
    var all: [SearchHit.Column: String] = [
      .assessment: "v.assessment", .visit: visit, .visitStatus: "v.status", .date: "v.date", .district: "h.code",
      .districtName: "h.name", .subject: "v.subject", .subjectName: "coalesce(e.name, p.name, h.name)",
    ]
    if let leaf {
      from += "\nLEFT JOIN indicator AS i ON i.rule_set = a.rule_set AND i.code = \(leaf)"
      all[.indicator] = leaf
      all[.indicatorTitle] = "i.title"
    }
    if let item, let leaf {
      from += """

        LEFT JOIN indicator_item AS n ON n.rule_set = a.rule_set AND n.indicator = \(leaf) AND n.code = \(item)
        """
      all[.item] = item
      all[.itemTitle] = "n.title"
    }
    return SearchedRows(
      table: table, from: from, values: all.merging(values) { $1 }, inAssessment: "v.assessment = :assessment",
      inDistrict: "h.code = :district", order: "v.date DESC, \(visit), \(order)")
  }
}
