/// Rows that are searched, as SQL: where they stand, and what is told of them beside the text.
///
/// The searched table is `t`; everything else is joined from the left, so that a row is found even where what it refers
/// to is not there. `:assessment` and `:district` are NULL where the search is not narrowed.
struct SearchedRows: Sendable {
  var table: String
  /// `t`, and what is joined to it.
  var from: String
  /// What is told; all else is NULL.
  var values: [SearchHit.Column: String]
  /// Condition that narrows the search to an assessment.
  var inAssessment: String
  /// Condition that narrows the search to a district.
  var inDistrict: String
  /// Newest first, or in the order of the file.
  var order: String

  /// Rows that belong to no assessment, or to no district, are left out where one is asked for.
  static let nowhere = "FALSE"

  func condition(_ column: String) -> String {
    """
    contains_words(t.\(column)) AND (:assessment IS NULL OR \(inAssessment)) AND (:district IS NULL OR \(inDistrict))
    """
  }

  func count(_ column: String) -> String {
    "SELECT count(*) FROM \(from) WHERE \(condition(column))"
  }

  /// - Parameter visits: whether only rows of the visits in `:visits`, a JSON list, are wanted.
  func select(_ column: String, ofVisits visits: Bool) -> String {
    let columns = SearchHit.Column.allCases.map { $0 == .text ? "t.\(column)" : values[$0] ?? "NULL" }
    return """
      SELECT \(columns.joined(separator: ", "))
      FROM \(from)
      WHERE \(visits ? "t.visit IN (SELECT value FROM json_each(:visits)) AND " : "")\(condition(column))
      ORDER BY \(order)
      LIMIT :limit
      """
  }
}
