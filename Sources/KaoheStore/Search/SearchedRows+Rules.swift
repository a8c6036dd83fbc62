/// The texts of the rule sets. They hold in all districts, and belong to none.
extension SearchedRows {
  static let indicators = ofRules("indicator", [.indicator: "t.code", .indicatorTitle: "t.title"], order: "t.position")

  static let items = ofRules(
    "indicator_item",
    joins: "LEFT JOIN indicator AS i ON i.rule_set = t.rule_set AND i.code = t.indicator",
    [.indicator: "t.indicator", .indicatorTitle: "i.title", .item: "t.code", .itemTitle: "t.title"],
    order: "i.position, t.position")

  static let adjustmentRules = ofRules(
    "adjustment_rule", [.indicator: "t.code", .indicatorTitle: "t.title"], order: "t.position")

  static let ruleSets = SearchedRows(
    table: "rule_set", from: "rule_set AS t", values: [.code: "t.code"],
    inAssessment: "t.code IN (SELECT rule_set FROM assessment WHERE code = :assessment)", inDistrict: nowhere,
    order: "t.year DESC, t.code")

  static let phases = ofRules("phase", [:], order: "t.position")

  static let grades = ofRules("grade", [.indicator: "t.code"], order: "t.position")

  static let ruleDocuments = ofRules("rule_document", [:], order: "t.position")

  private static func ofRules(
    _ table: String, joins: String = "", _ values: [SearchHit.Column: String], order: String
  ) -> SearchedRows {
    SearchedRows(
      table: table, from: "\(table) AS t LEFT JOIN rule_set AS r ON r.code = t.rule_set \(joins)",
      values: values.merging([.code: "t.rule_set"]) { $1 },
      inAssessment: "t.rule_set IN (SELECT rule_set FROM assessment WHERE code = :assessment)", inDistrict: nowhere,
      order: "r.year DESC, t.rule_set, \(order)")
  }
}
