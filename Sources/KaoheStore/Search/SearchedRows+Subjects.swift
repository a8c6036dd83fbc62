/// What is about a district, an enterprise or a park: adjustments, evidence, monitoring, and the roster itself.
extension SearchedRows {
  static let adjustments = SearchedRows(
    table: "adjustment",
    from: """
      adjustment AS t
      LEFT JOIN assessment AS a ON a.code = t.assessment
      LEFT JOIN adjustment_rule AS r ON r.rule_set = a.rule_set AND r.code = t.code
      LEFT JOIN district AS h ON h.code = t.district
      """,
    values: [
      .code: "t.entry", .assessment: "t.assessment", .date: "t.date", .district: "t.district", .districtName: "h.name",
      .indicator: "t.code", .indicatorTitle: "r.title", .state: "iif(t.count = 0, 'withdrawn', NULL)",
    ],
    inAssessment: "t.assessment = :assessment", inDistrict: "t.district = :district", order: "t.date DESC, t.entry")

  /// Of an assessment is what any record of it rests on.
  static let evidence = ofSubject(
    "evidence", [.code: "t.code", .date: "t.date"],
    inAssessment: """
      t.code IN (
        SELECT x.evidence FROM observation_evidence AS x JOIN visit AS v ON v.code = x.visit
        WHERE v.assessment = :assessment
        UNION ALL
        SELECT x.evidence FROM adjustment_evidence AS x JOIN adjustment AS y ON y.entry = x.entry
        WHERE y.assessment = :assessment
        UNION ALL
        SELECT x.evidence FROM finding_evidence AS x
        JOIN finding AS y ON y.code = x.finding JOIN visit AS v ON v.code = y.visit
        WHERE v.assessment = :assessment
        UNION ALL
        SELECT x.evidence FROM objection_evidence AS x
        JOIN objection AS y ON y.code = x.objection JOIN visit AS v ON v.code = y.visit
        WHERE v.assessment = :assessment)
      """,
    order: "t.date DESC, t.code")

  static let publicity = ofSubject("publicity", [.code: "t.code", .date: "t.date"], order: "t.date DESC, t.code")

  /// Once for all answers to it.
  static let surveyQuestions = ofSubject(
    "survey_answer",
    rows: "(SELECT DISTINCT code, district, enterprise, park, subject, date, question FROM survey_answer)",
    [.code: "t.code", .date: "t.date"], order: "t.date DESC, t.code, t.question")

  static let tasks = SearchedRows(
    table: "task", from: "task AS t LEFT JOIN district AS h ON h.code = t.district",
    values: [
      .code: "t.code", .assessment: "t.assessment", .date: "t.due", .district: "t.district", .districtName: "h.name",
      .state: "t.status",
    ],
    inAssessment: "t.assessment = :assessment", inDistrict: "t.district = :district",
    order: "t.assessment DESC, t.code")

  static let districts = ofRoster("district", district: "t.code")
  static let parks = ofRoster("industrial_park", district: "t.district")
  static let enterprises = ofRoster("pilot_enterprise", district: "t.district")
  static let groups = ofRoster("inspection_group", district: "NULL")
  static let inspectors = ofRoster("inspector", district: "t.district")
  static let stations = ofRoster(
    "guidance_station", code: "t.park", joins: "LEFT JOIN industrial_park AS p ON p.code = t.park",
    district: "p.district")

  private static func ofSubject(
    _ table: String, rows: String? = nil, _ values: [SearchHit.Column: String], inAssessment: String = nowhere,
    order: String
  ) -> SearchedRows {
    let district = "coalesce(t.district, e.district, p.district)"
    let place: [SearchHit.Column: String] = [
      .subject: "t.subject", .subjectName: "coalesce(e.name, p.name, h.name)", .district: district,
      .districtName: "h.name",
    ]
    return SearchedRows(
      table: table,
      from: """
        \(rows ?? table) AS t
        LEFT JOIN pilot_enterprise AS e ON e.code = t.enterprise
        LEFT JOIN industrial_park AS p ON p.code = t.park
        LEFT JOIN district AS h ON h.code = \(district)
        """,
      values: place.merging(values) { $1 }, inAssessment: inAssessment, inDistrict: "\(district) = :district",
      order: order)
  }

  private static func ofRoster(
    _ table: String, code: String = "t.code", joins: String = "", district: String
  ) -> SearchedRows {
    SearchedRows(
      table: table, from: "\(table) AS t \(joins) LEFT JOIN district AS h ON h.code = \(district)",
      values: [.code: code, .district: district, .districtName: "h.name"], inAssessment: nowhere,
      inDistrict: "\(district) = :district", order: code)
  }
}
